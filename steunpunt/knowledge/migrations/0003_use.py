"""Who used which item, what somebody keeps at hand, and which themes are followed."""

import django.contrib.postgres.fields
import django.db.models.deletion
import steunpunt.foundation.references
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("knowledge", "0002_harvest_marks"),
        ("network", "0007_kept_while_in_use"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Bookmark",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(verbose_name="bewaard op")),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="knowledge.knowledgeitem",
                        verbose_name="kennisitem",
                    ),
                ),
            ],
            options={
                "verbose_name": "bladwijzer",
                "verbose_name_plural": "bladwijzers",
                "ordering": ["-at", "-pk"],
                "constraints": [models.UniqueConstraint(fields=("account", "item"), name="bookmark_once")],
            },
        ),
        migrations.CreateModel(
            name="ItemUse",
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
                ("adaptation", models.TextField(blank=True, verbose_name="wat er anders ging")),
                ("result", models.TextField(verbose_name="wat het opleverde")),
                ("reported_at", models.DateTimeField(verbose_name="gemeld op")),
                ("told_at", models.DateTimeField(blank=True, null=True, verbose_name="eigenaar bericht op")),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op")),
                (
                    "account",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="gemeld door",
                    ),
                ),
                (
                    "copy",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="knowledge.knowledgeitem",
                        verbose_name="eigen bewerking",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="uses",
                        to="knowledge.knowledgeitem",
                        verbose_name="kennisitem",
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
                        verbose_name="partnerschap",
                    ),
                ),
                (
                    "role",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="network.role",
                        verbose_name="rol",
                    ),
                ),
            ],
            options={
                "verbose_name": "gebruik van een kennisitem",
                "verbose_name_plural": "gebruik van kennisitems",
                "ordering": ["-reported_at", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("partnership__isnull", False), ("role__isnull", False), _connector="OR"),
                        name="use_by_partnership_or_role",
                    ),
                    models.CheckConstraint(condition=models.Q(("result", ""), _negated=True), name="use_has_result"),
                ],
            },
        ),
        migrations.CreateModel(
            name="ThemeFollow",
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
                ("at", models.DateTimeField(verbose_name="sinds")),
                (
                    "told",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=12),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="bericht over",
                    ),
                ),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "theme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="network.theme",
                        verbose_name="thema",
                    ),
                ),
            ],
            options={
                "verbose_name": "gevolgd thema",
                "verbose_name_plural": "gevolgde thema's",
                "constraints": [models.UniqueConstraint(fields=("account", "theme"), name="theme_follow_once")],
            },
        ),
    ]
