"""The page of example people: one sentence and a place in the list for each."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("foundation", "0002_ledger_append_only"),
    ]

    operations = [
        migrations.CreateModel(
            name="ExampleAccount",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("line", models.CharField(max_length=200, verbose_name="wat je als deze persoon kunt")),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="volgorde")),
                (
                    "account",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="example", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "voorbeeldaccount",
                "verbose_name_plural": "voorbeeldaccounts",
                "ordering": ["position", "pk"],
            },
        ),
    ]
