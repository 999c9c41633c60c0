"""Collections of items, each with a word of why."""

import django.db.models.deletion
import steunpunt.foundation.references
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("knowledge", "0003_use"),
        ("network", "0007_kept_while_in_use"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Collection",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    models.CharField(
                        default=steunpunt.foundation.references.new_public_id,
                        editable=False,
                        max_length=12,
                        unique=True,
                    ),
                ),
                ("title", models.CharField(max_length=120, verbose_name="titel")),
                ("intro", models.TextField(blank=True, max_length=1000, verbose_name="waarvoor is het")),
                ("is_public", models.BooleanField(default=False, verbose_name="voor iedereen")),
                ("changed_at", models.DateTimeField(verbose_name="gewijzigd op")),
                ("is_example", models.BooleanField(default=False, verbose_name="voorbeeld")),
                ("revision", models.PositiveIntegerField(default=1)),
                (
                    "account",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="samengesteld door",
                    ),
                ),
                (
                    "partnership",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="network.partnership",
                        verbose_name="namens",
                    ),
                ),
            ],
            options={
                "verbose_name": "verzameling",
                "verbose_name_plural": "verzamelingen",
                "ordering": ["title", "pk"],
            },
        ),
        migrations.CreateModel(
            name="CollectedItem",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="waarom het erbij hoort")),
                ("place", models.PositiveIntegerField(verbose_name="plaats")),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="knowledge.knowledgeitem",
                        verbose_name="kennisitem",
                    ),
                ),
                (
                    "collection",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="entries", to="knowledge.collection"
                    ),
                ),
            ],
            options={
                "verbose_name": "bijdrage in een verzameling",
                "verbose_name_plural": "bijdragen in een verzameling",
                "ordering": ["place", "pk"],
            },
        ),
        migrations.AddConstraint(
            model_name="collection",
            constraint=models.CheckConstraint(
                condition=models.Q(("title", ""), _negated=True), name="collection_has_title"
            ),
        ),
        migrations.AddConstraint(
            model_name="collecteditem",
            constraint=models.UniqueConstraint(fields=("collection", "item"), name="collected_once"),
        ),
    ]
