"""What the knowledge room pins of the words by which we judge: frameworks, their points, and regulations."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.boards import (
    Column,
    MenuPin,
    OpenDataPin,
    RecordPin,
    SearchPin,
    menu,
    opendata,
    records,
    search,
)
from steunpunt.knowledge.models import Framework, Regulation
from steunpunt.knowledge.queries import search_words
from steunpunt.knowledge.queries.frameworks import anchor_of, framework_rows, visible_criteria, visible_frameworks
from steunpunt.knowledge.queries.regulations import visible_regulations

menu.pin(MenuPin(_("Kaders"), "knowledge:framework_list", order=9, under="knowledge:item_list"))
menu.pin(MenuPin(_("Regelingen"), "knowledge:regulation_list", order=10, under="knowledge:item_list"))
search.pin(
    SearchPin(
        kind="kader",
        label=_("Kaders"),
        name=_("kader"),
        documents=search_words.framework_documents,
        visible=visible_frameworks,
        card="knowledge/search/_framework.html",
        url=lambda row: reverse("knowledge:framework", args=[row.slug]),
        order=42,
    )
)
search.pin(
    SearchPin(
        kind="criterium",
        label=_("Punten uit kaders"),
        name=_("punt uit een kader"),
        documents=search_words.criterion_documents,
        visible=visible_criteria,
        card="knowledge/search/_criterion.html",
        url=lambda row: reverse("knowledge:framework", args=[row.framework.slug]) + f"#{anchor_of(row)}",
        title=search_words.criterion_title,
        match=search_words.criteria_with,
        follows=("kader",),
        touched=lambda references: None,
        order=44,
    )
)
search.pin(
    SearchPin(
        kind="wet",
        label=_("Wetten en regelingen"),
        name=_("wet of regeling"),
        documents=search_words.regulation_documents,
        visible=visible_regulations,
        rows=search_words.regulation_rows,
        card="knowledge/search/_regulation.html",
        url=lambda row: reverse("knowledge:regulation", args=[row.bwbr]),
        match=search_words.regulations_with,
        follows=("wet", "thema", "lijsten"),
        touched=search_words.regulations_touched,
        order=46,
    )
)
records.pin(
    RecordPin(
        "kader",
        _("kader"),
        Framework,
        visible_frameworks,
        lambda row: row.title,
        lambda row: reverse("knowledge:framework", args=[row.slug]),
    )
)
records.pin(
    RecordPin(
        "wet",
        _("wet of regeling"),
        Regulation,
        visible_regulations,
        lambda row: row.title,
        lambda row: reverse("knowledge:regulation", args=[row.bwbr]),
    )
)
opendata.pin(
    OpenDataPin(
        "kaders",
        _("Kaders"),
        _("Standaarden, aspecten en criteria van kaders voor samen opleiden, in onze eigen woorden."),
        (
            Column("kader", _("Naam van het kader in de adressen van de website.")),
            Column("kader_titel", _("Titel van het kader.")),
            Column("code", _("Code binnen het kader.")),
            Column("valt_onder", _("Code van het punt erboven; leeg bij een standaard.")),
            Column("plaats", _("standaard, aspect of criterium.")),
            Column("titel", _("Titel, als die er is.")),
            Column("tekst", _("Omschrijving in onze woorden.")),
            Column("artikel", _("Waar het in de bron staat.")),
            Column("bron", _("Bron van het kader.")),
        ),
        lambda actor, query: framework_rows(actor, query.get("kader", "").replace("\x00", "")),
        licence="CC0 1.0",
        source=_("Steunpunt, naar de bron die in de rij staat"),
        order=50,
    )
)
