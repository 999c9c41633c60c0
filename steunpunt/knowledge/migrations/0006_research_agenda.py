"""The research agenda: questions with their origins, known answers and who works on them."""

import django.db.models.deletion
import steunpunt.foundation.references
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("knowledge", "0005_toolbox"),
        ("network", "0007_kept_while_in_use"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ResearchQuestion",
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
                ("slug", models.SlugField(max_length=100, unique=True, verbose_name="adres")),
                ("text", models.CharField(max_length=300, verbose_name="vraag")),
                ("explanation", models.TextField(blank=True, verbose_name="toelichting")),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("school", "school"),
                            ("partnership", "partnerschap"),
                            ("region", "regio"),
                            ("nation", "landelijk"),
                        ],
                        max_length=12,
                        verbose_name="niveau",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("open", "open"),
                            ("in_research", "in onderzoek"),
                            ("answered", "beantwoord"),
                            ("retired", "afgevoerd"),
                        ],
                        default="open",
                        max_length=12,
                        verbose_name="stand",
                    ),
                ),
                ("status_reason", models.CharField(blank=True, max_length=300, verbose_name="waarom deze stand")),
                ("status_on", models.DateField(blank=True, null=True, verbose_name="stand sinds")),
                ("created_at", models.DateTimeField(verbose_name="voorgesteld op")),
                ("accepted_at", models.DateTimeField(blank=True, null=True, verbose_name="op de agenda sinds")),
                ("merged_at", models.DateTimeField(blank=True, null=True, verbose_name="opgegaan op")),
                ("is_example", models.BooleanField(default=False, verbose_name="voorbeeld")),
                ("revision", models.PositiveIntegerField(default=1)),
                (
                    "merged_into",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="merged",
                        to="knowledge.researchquestion",
                        verbose_name="opgegaan in",
                    ),
                ),
                ("themes", models.ManyToManyField(related_name="+", to="network.theme", verbose_name="thema's")),
            ],
            options={
                "verbose_name": "onderzoeksvraag",
                "verbose_name_plural": "onderzoeksvragen",
                "ordering": ["-accepted_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="QuestionOrigin",
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
                ("wording", models.CharField(max_length=300, verbose_name="eigen woorden")),
                ("meeting", models.CharField(blank=True, max_length=160, verbose_name="bijeenkomst")),
                ("source", models.CharField(blank=True, max_length=250, verbose_name="bron")),
                ("reference", models.CharField(blank=True, max_length=60, verbose_name="verwijzing")),
                ("brought_on", models.DateField(verbose_name="ingebracht op")),
                (
                    "account",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="ingebracht door",
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
                    "province",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="network.province",
                        verbose_name="provincie",
                    ),
                ),
                (
                    "region",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="network.region",
                        verbose_name="onderwijsregio",
                    ),
                ),
                (
                    "question",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="origins",
                        to="knowledge.researchquestion",
                    ),
                ),
            ],
            options={
                "verbose_name": "herkomst van een onderzoeksvraag",
                "verbose_name_plural": "herkomsten van onderzoeksvragen",
                "ordering": ["brought_on", "pk"],
            },
        ),
        migrations.CreateModel(
            name="KnownAnswer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("text", models.TextField(verbose_name="wat we al weten")),
                ("added_at", models.DateTimeField(verbose_name="toegevoegd op")),
                (
                    "items",
                    models.ManyToManyField(
                        blank=True, related_name="+", to="knowledge.knowledgeitem", verbose_name="kennisitems"
                    ),
                ),
                (
                    "question",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="answers",
                        to="knowledge.researchquestion",
                    ),
                ),
            ],
            options={
                "verbose_name": "bekend antwoord",
                "verbose_name_plural": "bekende antwoorden",
                "ordering": ["added_at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="ResearchWork",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("valid_from", models.DateField(blank=True, null=True, verbose_name="geldig vanaf")),
                ("valid_until", models.DateField(blank=True, null=True, verbose_name="geldig tot")),
                ("begin_unknown", models.BooleanField(default=False, verbose_name="begin onbekend")),
                (
                    "public_id",
                    models.CharField(
                        default=steunpunt.foundation.references.new_public_id,
                        editable=False,
                        max_length=12,
                        unique=True,
                    ),
                ),
                ("programme", models.CharField(blank=True, max_length=160, verbose_name="onderzoeksprogramma")),
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
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="network.organisation",
                        verbose_name="organisatie",
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
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="network.person",
                        verbose_name="persoon",
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="network.project",
                        verbose_name="project",
                    ),
                ),
                (
                    "question",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="work",
                        to="knowledge.researchquestion",
                    ),
                ),
            ],
            options={
                "verbose_name": "werk aan een onderzoeksvraag",
                "verbose_name_plural": "werk aan onderzoeksvragen",
                "ordering": ["valid_from", "pk"],
            },
        ),
        migrations.AddConstraint(
            model_name="researchquestion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("merged_into__isnull", True),
                    models.Q(("merged_into", models.F("id")), _negated=True),
                    _connector="OR",
                ),
                name="question_not_merged_into_itself",
            ),
        ),
        migrations.AddConstraint(
            model_name="researchquestion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("merged_at__isnull", True), ("merged_into__isnull", True)),
                    models.Q(("merged_at__isnull", False), ("merged_into__isnull", False)),
                    _connector="OR",
                ),
                name="question_merged_on_a_moment",
            ),
        ),
        migrations.AddConstraint(
            model_name="researchwork",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("valid_from__isnull", True),
                    ("valid_until__isnull", True),
                    ("valid_until__gt", models.F("valid_from")),
                    _connector="OR",
                ),
                name="research_work_end_after_begin",
                violation_error_message="De einddatum moet na de begindatum liggen.",
            ),
        ),
        migrations.AddConstraint(
            model_name="researchwork",
            constraint=models.CheckConstraint(
                condition=models.Q(("partnership__isnull", False), ("organisation__isnull", False), _connector="OR"),
                name="research_work_of_somebody",
            ),
        ),
    ]
