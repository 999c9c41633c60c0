"""A role knows which one it took over from, so that a hand-over can be taken back before it takes effect."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("network", "0005_dutch_words"),
    ]

    operations = [
        migrations.AddField(
            model_name="affiliation",
            name="took_over_from",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="network.affiliation",
                verbose_name="overgenomen van",
            ),
        ),
        migrations.AddField(
            model_name="affiliation",
            name="would_have_ended_on",
            field=models.DateField(blank=True, null=True, verbose_name="overgenomen rol liep tot"),
        ),
    ]
