"""When a partnership was last confirmed, and how often the open forms are used."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("network", "0001_tables")]

    operations = [
        migrations.AddField(
            model_name="partnership",
            name="confirmed_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="laatst bevestigd op"),
        ),
        migrations.CreateModel(
            name="FormUse",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("fingerprint", models.CharField(max_length=64, verbose_name="vingerafdruk")),
                ("hour", models.DateTimeField(verbose_name="uur")),
                ("count", models.PositiveIntegerField(default=0, verbose_name="aantal")),
            ],
            options={
                "verbose_name": "gebruik van een formulier",
                "verbose_name_plural": "gebruik van formulieren",
                "constraints": [models.UniqueConstraint(fields=("fingerprint", "hour"), name="form_use_once_per_hour")],
            },
        ),
    ]
