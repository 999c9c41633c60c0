"""A link remembers of each end by itself where it hung before a merge."""

import django.contrib.postgres.fields
from django.db import migrations, models

UNMOVED = models.Q(source_was=[], target_was=[])
# The one column did not say which end was moved: the one of the same kind as the record that was merged.
CARRY_OVER = """
UPDATE foundation_link SET source_was = ARRAY[moved_from]
WHERE moved_from <> '' AND split_part(source, ':', 1) = split_part(moved_from, ':', 1);
UPDATE foundation_link SET target_was = ARRAY[moved_from]
WHERE moved_from <> '' AND source_was = '{}';
"""


def _trail(name: str) -> django.contrib.postgres.fields.ArrayField:
    return django.contrib.postgres.fields.ArrayField(
        base_field=models.CharField(max_length=60), blank=True, default=list, size=None, verbose_name=name
    )


class Migration(migrations.Migration):
    dependencies = [("foundation", "0005_counters")]

    operations = [
        migrations.RemoveConstraint(model_name="link", name="link_once"),
        migrations.RemoveConstraint(model_name="link", name="link_not_to_itself"),
        migrations.AddField(model_name="link", name="source_was", field=_trail("was van")),
        migrations.AddField(model_name="link", name="target_was", field=_trail("was naar")),
        migrations.RunSQL(CARRY_OVER, migrations.RunSQL.noop),
        migrations.RemoveField(model_name="link", name="moved_from"),
        migrations.AddConstraint(
            model_name="link",
            constraint=models.UniqueConstraint(
                fields=["source", "target", "relation"], condition=UNMOVED, name="link_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="link",
            constraint=models.CheckConstraint(
                condition=~models.Q(source=models.F("target")) | ~UNMOVED, name="link_not_to_itself"
            ),
        ),
    ]
