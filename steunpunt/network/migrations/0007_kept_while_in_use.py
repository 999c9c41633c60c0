"""A region with sites and a project with partnerships are never removed with them; a project counts its revisions."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("network", "0006_who_took_over_from_whom"),
    ]

    operations = [
        migrations.AddField(
            model_name="project",
            name="revision",
            field=models.PositiveIntegerField(default=1),
        ),
        migrations.AlterField(
            model_name="projectpartnership",
            name="project",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="touches", to="network.project"
            ),
        ),
        migrations.AlterField(
            model_name="regionsite",
            name="region",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="sites",
                to="network.region",
                verbose_name="regio",
            ),
        ),
    ]
