"""Open questions of the toolbox, with who follows them."""

import django.db.models.deletion
import steunpunt.foundation.references
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("knowledge", "0004_collections"),
        ("network", "0007_kept_while_in_use"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="OpenQuestion",
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
                ("text", models.CharField(max_length=300, verbose_name="vraag")),
                (
                    "phase",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("training", "samen opleiden"),
                            ("induction", "inductie"),
                            ("professional", "verder professionaliseren"),
                        ],
                        max_length=12,
                        verbose_name="fase",
                    ),
                ),
                (
                    "sector",
                    models.CharField(
                        blank=True,
                        choices=[("po", "po"), ("vo", "vo"), ("mbo", "mbo"), ("ho", "ho")],
                        max_length=3,
                        verbose_name="sector",
                    ),
                ),
                ("for_whom", models.CharField(blank=True, max_length=80, verbose_name="voor wie")),
                ("setting", models.CharField(blank=True, max_length=80, verbose_name="waar")),
                ("group_size", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="hoeveel mensen")),
                ("hours", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="hoeveel uur")),
                ("asked_at", models.DateTimeField(verbose_name="gesteld op")),
                (
                    "state",
                    models.CharField(
                        choices=[("open", "open"), ("answered", "beantwoord"), ("closed", "gesloten")],
                        default="open",
                        max_length=10,
                        verbose_name="stand",
                    ),
                ),
                ("answer", models.TextField(blank=True, verbose_name="antwoord")),
                ("decided_at", models.DateTimeField(blank=True, null=True, verbose_name="beantwoord of gesloten op")),
                ("reason", models.CharField(blank=True, max_length=300, verbose_name="waarom gesloten")),
                ("is_example", models.BooleanField(default=False, verbose_name="voorbeeld")),
                ("revision", models.PositiveIntegerField(default=1)),
                (
                    "asked_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="gesteld door",
                    ),
                ),
                (
                    "items",
                    models.ManyToManyField(
                        blank=True, related_name="+", to="knowledge.knowledgeitem", verbose_name="kennisitems"
                    ),
                ),
                (
                    "merged_into",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="origins",
                        to="knowledge.openquestion",
                        verbose_name="samengevoegd met",
                    ),
                ),
                (
                    "themes",
                    models.ManyToManyField(blank=True, related_name="+", to="network.theme", verbose_name="thema's"),
                ),
            ],
            options={
                "verbose_name": "open vraag",
                "verbose_name_plural": "open vragen",
                "ordering": ["-asked_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="QuestionFollower",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("since", models.DateTimeField(verbose_name="sinds")),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "question",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="followers",
                        to="knowledge.openquestion",
                    ),
                ),
            ],
            options={
                "verbose_name": "volger van een open vraag",
                "verbose_name_plural": "volgers van open vragen",
            },
        ),
        migrations.AddConstraint(
            model_name="openquestion",
            constraint=models.CheckConstraint(
                condition=models.Q(("text", ""), _negated=True), name="question_says_something"
            ),
        ),
        migrations.AddConstraint(
            model_name="openquestion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "answered"), _negated=True),
                    models.Q(("decided_at__isnull", False), models.Q(("answer", ""), _negated=True)),
                    _connector="OR",
                ),
                name="question_answered_has_answer",
            ),
        ),
        migrations.AddConstraint(
            model_name="openquestion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("merged_into__isnull", True),
                    models.Q(("state", "closed"), models.Q(("merged_into", models.F("id")), _negated=True)),
                    _connector="OR",
                ),
                name="question_merged_is_closed",
            ),
        ),
        migrations.AddConstraint(
            model_name="questionfollower",
            constraint=models.UniqueConstraint(fields=("question", "account"), name="question_follower_once"),
        ),
    ]
