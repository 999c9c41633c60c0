"""The tables of the page types."""

import django.contrib.postgres.fields
import django.db.models.deletion
import django.utils.timezone
import wagtail.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [
        migrations.CreateModel(
            name="ContentPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                ("intro", models.CharField(blank=True, max_length=300, verbose_name="inleiding")),
                (
                    "body",
                    wagtail.fields.StreamField(
                        [
                            ("text", 0),
                            ("note", 4),
                            ("image", 5),
                            ("cards", 12),
                            ("question", 15),
                            ("contact", 16),
                            ("conformance", 20),
                            ("privacy_register", 21),
                        ],
                        blank=True,
                        block_lookup={
                            0: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {
                                    "features": ["h2", "h3", "bold", "italic", "ol", "ul", "link", "document-link"],
                                    "icon": "pilcrow",
                                    "label": "tekst",
                                    "template": "portal/blocks/text.html",
                                },
                            ),
                            1: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [
                                        ("info", "ter informatie"),
                                        ("warning", "let op"),
                                        ("finding", "bevinding"),
                                    ],
                                    "label": "soort",
                                },
                            ),
                            2: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "titel", "max_length": 100, "required": False},
                            ),
                            3: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {"features": ["bold", "italic", "link"], "label": "tekst"},
                            ),
                            4: ("wagtail.blocks.StructBlock", [[("kind", 1), ("title", 2), ("text", 3)]], {}),
                            5: (
                                "wagtail.images.blocks.ImageBlock",
                                [],
                                {"label": "afbeelding", "template": "portal/blocks/image.html"},
                            ),
                            6: ("wagtail.blocks.CharBlock", (), {"label": "titel", "max_length": 80}),
                            7: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "tekst", "max_length": 200, "required": False},
                            ),
                            8: ("wagtail.blocks.PageChooserBlock", (), {"label": "pagina", "required": False}),
                            9: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "Begint met / of https://",
                                    "label": "of een adres",
                                    "max_length": 300,
                                    "required": False,
                                },
                            ),
                            10: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 6), ("text", 7), ("page", 8), ("url", 9)]],
                                {},
                            ),
                            11: ("wagtail.blocks.ListBlock", (10,), {"label": "kaarten", "max_num": 6, "min_num": 1}),
                            12: ("wagtail.blocks.StructBlock", [[("cards", 11)]], {}),
                            13: ("wagtail.blocks.CharBlock", (), {"label": "vraag", "max_length": 160}),
                            14: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {
                                    "features": ["bold", "italic", "ol", "ul", "link", "document-link"],
                                    "label": "antwoord",
                                },
                            ),
                            15: ("wagtail.blocks.StructBlock", [[("question", 13), ("answer", 14)]], {}),
                            16: ("steunpunt.portal.blocks.ContactBlock", (), {}),
                            17: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [
                                        ("C", "eerste maatregelen genomen: nog niet onderzocht, onderzoek gepland"),
                                        ("D", "verklaring gedaan: nog niet onderzocht, geen onderzoek gepland"),
                                        ("B", "voldoet gedeeltelijk: onderzocht, niet alles in orde"),
                                        ("A", "voldoet volledig: onderzocht, alles in orde"),
                                    ],
                                    "label": "status",
                                },
                            ),
                            18: ("wagtail.blocks.DateBlock", (), {"label": "vastgesteld op"}),
                            19: (
                                "wagtail.blocks.URLBlock",
                                (),
                                {"label": "adres van het onderzoek", "required": False},
                            ),
                            20: ("wagtail.blocks.StructBlock", [[("status", 17), ("on", 18), ("report", 19)]], {}),
                            21: ("steunpunt.portal.blocks.PrivacyRegisterBlock", (), {}),
                        },
                        verbose_name="inhoud",
                    ),
                ),
            ],
            options={
                "verbose_name": "pagina",
                "verbose_name_plural": "pagina's",
            },
            bases=("wagtailcore.page",),
        ),
        migrations.CreateModel(
            name="HomePage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                ("heading", models.CharField(max_length=80, verbose_name="kop")),
                ("intro", models.CharField(max_length=240, verbose_name="inleiding")),
            ],
            options={
                "verbose_name": "voorpagina",
                "verbose_name_plural": "voorpagina's",
            },
            bases=("wagtailcore.page",),
        ),
        migrations.CreateModel(
            name="NewsIndexPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                ("intro", models.CharField(blank=True, max_length=300, verbose_name="inleiding")),
            ],
            options={
                "verbose_name": "nieuwsoverzicht",
                "verbose_name_plural": "nieuwsoverzichten",
            },
            bases=("wagtailcore.page",),
        ),
        migrations.CreateModel(
            name="NewsPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                ("on", models.DateField(default=django.utils.timezone.localdate, verbose_name="datum")),
                (
                    "sectors",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[("po", "po"), ("vo", "vo"), ("mbo", "mbo"), ("ho", "ho")], max_length=3
                        ),
                        blank=True,
                        default=list,
                        help_text="Niets aangekruist betekent: voor iedereen.",
                        size=None,
                        verbose_name="sectoren",
                    ),
                ),
                (
                    "intro",
                    models.CharField(
                        help_text="De kern in een of twee zinnen.", max_length=300, verbose_name="inleiding"
                    ),
                ),
                (
                    "body",
                    wagtail.fields.StreamField(
                        [
                            ("text", 0),
                            ("note", 4),
                            ("image", 5),
                            ("cards", 12),
                            ("question", 15),
                            ("contact", 16),
                            ("conformance", 20),
                            ("privacy_register", 21),
                        ],
                        blank=True,
                        block_lookup={
                            0: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {
                                    "features": ["h2", "h3", "bold", "italic", "ol", "ul", "link", "document-link"],
                                    "icon": "pilcrow",
                                    "label": "tekst",
                                    "template": "portal/blocks/text.html",
                                },
                            ),
                            1: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [
                                        ("info", "ter informatie"),
                                        ("warning", "let op"),
                                        ("finding", "bevinding"),
                                    ],
                                    "label": "soort",
                                },
                            ),
                            2: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "titel", "max_length": 100, "required": False},
                            ),
                            3: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {"features": ["bold", "italic", "link"], "label": "tekst"},
                            ),
                            4: ("wagtail.blocks.StructBlock", [[("kind", 1), ("title", 2), ("text", 3)]], {}),
                            5: (
                                "wagtail.images.blocks.ImageBlock",
                                [],
                                {"label": "afbeelding", "template": "portal/blocks/image.html"},
                            ),
                            6: ("wagtail.blocks.CharBlock", (), {"label": "titel", "max_length": 80}),
                            7: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "tekst", "max_length": 200, "required": False},
                            ),
                            8: ("wagtail.blocks.PageChooserBlock", (), {"label": "pagina", "required": False}),
                            9: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "Begint met / of https://",
                                    "label": "of een adres",
                                    "max_length": 300,
                                    "required": False,
                                },
                            ),
                            10: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 6), ("text", 7), ("page", 8), ("url", 9)]],
                                {},
                            ),
                            11: ("wagtail.blocks.ListBlock", (10,), {"label": "kaarten", "max_num": 6, "min_num": 1}),
                            12: ("wagtail.blocks.StructBlock", [[("cards", 11)]], {}),
                            13: ("wagtail.blocks.CharBlock", (), {"label": "vraag", "max_length": 160}),
                            14: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {
                                    "features": ["bold", "italic", "ol", "ul", "link", "document-link"],
                                    "label": "antwoord",
                                },
                            ),
                            15: ("wagtail.blocks.StructBlock", [[("question", 13), ("answer", 14)]], {}),
                            16: ("steunpunt.portal.blocks.ContactBlock", (), {}),
                            17: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [
                                        ("C", "eerste maatregelen genomen: nog niet onderzocht, onderzoek gepland"),
                                        ("D", "verklaring gedaan: nog niet onderzocht, geen onderzoek gepland"),
                                        ("B", "voldoet gedeeltelijk: onderzocht, niet alles in orde"),
                                        ("A", "voldoet volledig: onderzocht, alles in orde"),
                                    ],
                                    "label": "status",
                                },
                            ),
                            18: ("wagtail.blocks.DateBlock", (), {"label": "vastgesteld op"}),
                            19: (
                                "wagtail.blocks.URLBlock",
                                (),
                                {"label": "adres van het onderzoek", "required": False},
                            ),
                            20: ("wagtail.blocks.StructBlock", [[("status", 17), ("on", 18), ("report", 19)]], {}),
                            21: ("steunpunt.portal.blocks.PrivacyRegisterBlock", (), {}),
                        },
                        verbose_name="inhoud",
                    ),
                ),
            ],
            options={
                "verbose_name": "nieuwsbericht",
                "verbose_name_plural": "nieuwsberichten",
                "indexes": [models.Index(fields=["-on"], name="news_newest_first")],
            },
            bases=("wagtailcore.page",),
        ),
    ]
