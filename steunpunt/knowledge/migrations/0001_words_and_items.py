"""Frameworks and regulations, and knowledge items with versions, contacts, files and conversation."""

import django.contrib.postgres.fields
import django.core.serializers.json
import django.db.models.deletion
import steunpunt.foundation.references
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("network", "0007_kept_while_in_use"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ItemFile",
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
                ("stored_as", models.CharField(max_length=80, unique=True)),
                ("name", models.CharField(max_length=200, verbose_name="naam")),
                ("kind", models.CharField(max_length=10, verbose_name="soort bestand")),
                ("size", models.PositiveBigIntegerField(verbose_name="grootte")),
                ("sha256", models.CharField(max_length=64)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "wacht"),
                            ("reading", "wordt gelezen"),
                            ("read", "gelezen"),
                            ("failed", "kon niet gelezen worden"),
                        ],
                        default="waiting",
                        max_length=8,
                        verbose_name="stand",
                    ),
                ),
                ("problem", models.CharField(blank=True, max_length=300, verbose_name="wat er misging")),
                ("done_part", models.PositiveSmallIntegerField(default=0, verbose_name="gelezen in procenten")),
                ("title", models.CharField(blank=True, max_length=300, verbose_name="titel in het bestand")),
                ("text", models.TextField(blank=True, verbose_name="tekst")),
                ("headings", models.JSONField(blank=True, default=list, verbose_name="koppen")),
                ("language", models.CharField(blank=True, max_length=3, verbose_name="taal")),
                ("dated_on", models.DateField(blank=True, null=True, verbose_name="datum in het bestand")),
                ("pages", models.PositiveIntegerField(default=0, verbose_name="bladzijden")),
                ("handed_in_at", models.DateTimeField(verbose_name="ingeleverd op")),
                ("read_at", models.DateTimeField(blank=True, null=True, verbose_name="gelezen op")),
            ],
            options={
                "verbose_name": "bestand bij een kennisitem",
                "verbose_name_plural": "bestanden bij kennisitems",
                "ordering": ["handed_in_at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Framework",
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
                ("slug", models.SlugField(max_length=80, unique=True, verbose_name="adres")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("quality", "kwaliteitskader"),
                            ("competence", "competentieprofiel"),
                            ("development_line", "doorlopende lijn"),
                        ],
                        max_length=20,
                        verbose_name="soort",
                    ),
                ),
                ("title", models.CharField(max_length=160, verbose_name="titel")),
                ("summary", models.TextField(blank=True, verbose_name="samenvatting")),
                ("source", models.CharField(blank=True, max_length=300, verbose_name="bron")),
                ("is_verified", models.BooleanField(default=False, verbose_name="nagelezen in de bron")),
                (
                    "in_force",
                    models.CharField(
                        choices=[("yes", "geldt nu"), ("no", "geldt niet meer"), ("unknown", "onbekend")],
                        default="unknown",
                        max_length=10,
                        verbose_name="geldend?",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="volgorde")),
                ("revision", models.PositiveIntegerField(default=1)),
                (
                    "replaced_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaces",
                        to="knowledge.framework",
                        verbose_name="vervangen door",
                    ),
                ),
            ],
            options={
                "verbose_name": "kader",
                "verbose_name_plural": "kaders",
                "ordering": ["position", "title"],
            },
        ),
        migrations.CreateModel(
            name="Criterion",
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
                (
                    "rank",
                    models.CharField(
                        choices=[("standard", "standaard"), ("aspect", "aspect"), ("criterion", "criterium")],
                        max_length=10,
                        verbose_name="plaats in het kader",
                    ),
                ),
                ("code", models.CharField(max_length=20, verbose_name="code")),
                ("title", models.CharField(blank=True, max_length=200, verbose_name="titel")),
                ("text", models.TextField(blank=True, verbose_name="omschrijving")),
                ("article", models.CharField(blank=True, max_length=160, verbose_name="artikel")),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="volgorde")),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="children",
                        to="knowledge.criterion",
                        verbose_name="valt onder",
                    ),
                ),
                (
                    "framework",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="criteria", to="knowledge.framework"
                    ),
                ),
            ],
            options={
                "verbose_name": "criterium",
                "verbose_name_plural": "criteria",
                "ordering": ["position", "pk"],
            },
        ),
        migrations.CreateModel(
            name="ItemVersion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveSmallIntegerField(default=1, verbose_name="versie")),
                ("title", models.CharField(max_length=160, verbose_name="titel")),
                ("outcome", models.TextField(blank=True, verbose_name="opbrengst")),
                ("conditions", models.TextField(blank=True, verbose_name="wanneer werkt het")),
                ("body", models.TextField(blank=True, verbose_name="hoe gaat het")),
                (
                    "details",
                    models.JSONField(
                        blank=True,
                        default=dict,
                        encoder=django.core.serializers.json.DjangoJSONEncoder,
                        verbose_name="bij deze soort",
                    ),
                ),
                ("language", models.CharField(default="nl", max_length=3, verbose_name="taal")),
                ("year", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="jaar")),
                (
                    "sectors",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[("po", "po"), ("vo", "vo"), ("mbo", "mbo"), ("ho", "ho")], max_length=3
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="sectoren",
                    ),
                ),
                (
                    "phases",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("training", "samen opleiden"),
                                ("induction", "inductie"),
                                ("professional", "verder professionaliseren"),
                            ],
                            max_length=12,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="fasen",
                    ),
                ),
                (
                    "licence",
                    models.CharField(
                        choices=[
                            ("cc0-1.0", "CC0: vrij te gebruiken"),
                            ("cc-by-4.0", "CC BY: vrij te gebruiken met naamsvermelding"),
                            ("cc-by-sa-4.0", "CC BY-SA: met naamsvermelding, delen onder dezelfde voorwaarden"),
                            ("own", "alleen lezen; vraag de maker om meer"),
                        ],
                        default="cc-by-4.0",
                        max_length=14,
                        verbose_name="licentie",
                    ),
                ),
                ("link", models.URLField(blank=True, max_length=500, verbose_name="link")),
                ("effort_hours", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="tijd in uren")),
                (
                    "cost",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("none", "geen kosten"),
                            ("low", "tot honderd euro"),
                            ("middle", "honderd tot duizend euro"),
                            ("high", "meer dan duizend euro"),
                        ],
                        max_length=8,
                        verbose_name="kosten",
                    ),
                ),
                ("group_min", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="groep vanaf")),
                ("group_max", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="groep tot en met")),
                (
                    "evidence",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("experience", "ervaring van één plek"),
                            ("several", "meer plekken melden hetzelfde"),
                            ("evaluated", "eigen metingen vooraf en achteraf"),
                            ("compared", "vergeleken met anderen"),
                        ],
                        max_length=12,
                        verbose_name="waar rust het op",
                    ),
                ),
                ("created_at", models.DateTimeField(verbose_name="gemaakt op")),
                ("submitted_at", models.DateTimeField(blank=True, null=True, verbose_name="ingestuurd op")),
                ("published_at", models.DateTimeField(blank=True, null=True, verbose_name="gepubliceerd op")),
                (
                    "files",
                    models.ManyToManyField(
                        blank=True, related_name="versions", to="knowledge.itemfile", verbose_name="bestanden"
                    ),
                ),
                (
                    "themes",
                    models.ManyToManyField(blank=True, related_name="+", to="network.theme", verbose_name="thema's"),
                ),
            ],
            options={
                "verbose_name": "versie van een kennisitem",
                "verbose_name_plural": "versies van kennisitems",
                "ordering": ["-number"],
            },
        ),
        migrations.CreateModel(
            name="KnowledgeItem",
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
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("practice", "praktijkvoorbeeld"),
                            ("learning_task", "leertaak"),
                            ("curriculum_part", "curriculumonderdeel"),
                            ("instrument", "instrument"),
                            ("research_result", "onderzoeksresultaat"),
                            ("publication", "publicatie"),
                            ("pilot", "proeftuin"),
                            ("presentation", "presentatie"),
                            ("webinar", "webinar, podcast of video"),
                            ("report", "verslag"),
                        ],
                        max_length=20,
                        verbose_name="soort",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "concept"),
                            ("in_review", "bij de redactie"),
                            ("published", "gepubliceerd"),
                            ("withdrawn", "ingetrokken"),
                        ],
                        default="draft",
                        max_length=10,
                        verbose_name="stand",
                    ),
                ),
                (
                    "audience",
                    models.CharField(
                        choices=[
                            ("public", "iedereen"),
                            ("signed_in", "iedereen met een account"),
                            ("members", "wie werkt bij een partner van een partnerschap"),
                            ("partnership", "alleen het eigen partnerschap"),
                            ("staff", "alleen medewerkers van het steunpunt"),
                        ],
                        default="public",
                        max_length=12,
                        verbose_name="wie mag het lezen",
                    ),
                ),
                ("created_at", models.DateTimeField(verbose_name="begonnen op")),
                ("published_at", models.DateTimeField(blank=True, null=True, verbose_name="gepubliceerd op")),
                ("check_on", models.DateField(blank=True, null=True, verbose_name="nakijken op")),
                ("reminded_on", models.DateField(blank=True, null=True, verbose_name="herinnerd op")),
                ("is_example", models.BooleanField(default=False, verbose_name="voorbeeld")),
                ("revision", models.PositiveIntegerField(default=1)),
                (
                    "author",
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
                    "copied_from",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="copies",
                        to="knowledge.knowledgeitem",
                        verbose_name="bewerking van",
                    ),
                ),
                (
                    "live",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="knowledge.itemversion",
                        verbose_name="zichtbare versie",
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
                    "replaced_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="replaces",
                        to="knowledge.knowledgeitem",
                        verbose_name="vervangen door",
                    ),
                ),
            ],
            options={
                "verbose_name": "kennisitem",
                "verbose_name_plural": "kennisitems",
                "ordering": ["-published_at", "-pk"],
            },
        ),
        migrations.AddField(
            model_name="itemversion",
            name="item",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="versions", to="knowledge.knowledgeitem"
            ),
        ),
        migrations.AddField(
            model_name="itemfile",
            name="item",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="all_files", to="knowledge.knowledgeitem"
            ),
        ),
        migrations.CreateModel(
            name="ItemContact",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                    "role",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="network.role",
                        verbose_name="rol",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="contacts",
                        to="knowledge.knowledgeitem",
                    ),
                ),
            ],
            options={
                "verbose_name": "contactpersoon bij een kennisitem",
                "verbose_name_plural": "contactpersonen bij kennisitems",
            },
        ),
        migrations.CreateModel(
            name="Level",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=20, verbose_name="code")),
                ("title", models.CharField(max_length=120, verbose_name="naam")),
                ("text", models.TextField(blank=True, verbose_name="omschrijving")),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="volgorde")),
                (
                    "framework",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="levels", to="knowledge.framework"
                    ),
                ),
            ],
            options={
                "verbose_name": "niveau",
                "verbose_name_plural": "niveaus",
                "ordering": ["position", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Regulation",
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
                ("bwbr", models.CharField(max_length=12, unique=True, verbose_name="BWBR-nummer")),
                ("title", models.CharField(max_length=250, verbose_name="titel")),
                ("kind", models.CharField(max_length=40, verbose_name="soort")),
                ("signed_on", models.DateField(blank=True, null=True, verbose_name="ondertekend op")),
                ("text_as_of", models.CharField(blank=True, max_length=40, verbose_name="tekst van")),
                (
                    "in_force",
                    models.CharField(
                        choices=[("yes", "geldt nu"), ("no", "geldt niet meer"), ("unknown", "onbekend")],
                        default="unknown",
                        max_length=10,
                        verbose_name="geldend?",
                    ),
                ),
                ("summary", models.TextField(verbose_name="samenvatting")),
                (
                    "sectors",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[("po", "po"), ("vo", "vo"), ("mbo", "mbo"), ("ho", "ho")], max_length=3
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="sectoren",
                    ),
                ),
                (
                    "themes",
                    models.ManyToManyField(blank=True, related_name="+", to="network.theme", verbose_name="thema's"),
                ),
            ],
            options={
                "verbose_name": "wet of regeling",
                "verbose_name_plural": "wetten en regelingen",
                "ordering": ["-signed_on", "title"],
            },
        ),
        migrations.CreateModel(
            name="Remark",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("from_editor", models.BooleanField(default=False, verbose_name="van de redactie")),
                ("text", models.TextField(verbose_name="tekst")),
                ("at", models.DateTimeField(verbose_name="moment")),
                (
                    "author",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="remarks",
                        to="knowledge.knowledgeitem",
                    ),
                ),
            ],
            options={
                "verbose_name": "opmerking bij een kennisitem",
                "verbose_name_plural": "opmerkingen bij kennisitems",
                "ordering": ["at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Crosswalk",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "relation",
                    models.CharField(
                        choices=[("same", "hetzelfde"), ("partly", "deels hetzelfde"), ("related", "verwant")],
                        max_length=10,
                        verbose_name="verband",
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="toelichting")),
                ("is_verified", models.BooleanField(default=False, verbose_name="nagelezen in de bron")),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="leads_to",
                        to="knowledge.criterion",
                        verbose_name="van",
                    ),
                ),
                (
                    "target",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="comes_from",
                        to="knowledge.criterion",
                        verbose_name="naar",
                    ),
                ),
            ],
            options={
                "verbose_name": "vergelijking van criteria",
                "verbose_name_plural": "vergelijkingen van criteria",
                "constraints": [
                    models.UniqueConstraint(fields=("source", "target"), name="crosswalk_once"),
                    models.CheckConstraint(
                        condition=models.Q(("source", models.F("target")), _negated=True),
                        name="crosswalk_not_to_itself",
                    ),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="framework",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("valid_from__isnull", True),
                    ("valid_until__isnull", True),
                    ("valid_until__gt", models.F("valid_from")),
                    _connector="OR",
                ),
                name="framework_end_after_begin",
                violation_error_message="De einddatum moet na de begindatum liggen.",
            ),
        ),
        migrations.AddConstraint(
            model_name="framework",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("replaced_by__isnull", True),
                    models.Q(("replaced_by", models.F("id")), _negated=True),
                    _connector="OR",
                ),
                name="framework_not_replaced_by_itself",
            ),
        ),
        migrations.AddConstraint(
            model_name="criterion",
            constraint=models.UniqueConstraint(fields=("framework", "code"), name="criterion_code_once"),
        ),
        migrations.AddConstraint(
            model_name="knowledgeitem",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "published"), _negated=True),
                    models.Q(("live__isnull", False), ("published_at__isnull", False)),
                    _connector="OR",
                ),
                name="item_published_has_version",
            ),
        ),
        migrations.AddConstraint(
            model_name="knowledgeitem",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("audience", "partnership"), _negated=True),
                    ("partnership__isnull", False),
                    _connector="OR",
                ),
                name="item_for_a_partnership_has_one",
            ),
        ),
        migrations.AddConstraint(
            model_name="knowledgeitem",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("replaced_by__isnull", True),
                    models.Q(("replaced_by", models.F("id")), _negated=True),
                    _connector="OR",
                ),
                name="item_not_replaced_by_itself",
            ),
        ),
        migrations.AddConstraint(
            model_name="itemversion",
            constraint=models.UniqueConstraint(fields=("item", "number"), name="item_version_once"),
        ),
        migrations.AddConstraint(
            model_name="itemversion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("group_min__isnull", True),
                    ("group_max__isnull", True),
                    ("group_min__lte", models.F("group_max")),
                    _connector="OR",
                ),
                name="item_group_min_below_max",
            ),
        ),
        migrations.AddConstraint(
            model_name="itemcontact",
            constraint=models.UniqueConstraint(
                fields=("item", "role", "person"), name="item_contact_once", nulls_distinct=False
            ),
        ),
        migrations.AddConstraint(
            model_name="level",
            constraint=models.UniqueConstraint(fields=("framework", "code"), name="level_code_once"),
        ),
    ]
