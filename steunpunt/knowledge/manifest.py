"""What the knowledge room pins on the boards."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.accounts.models import User
from steunpunt.foundation.boards import (
    Column,
    FacetPin,
    MenuPin,
    OpenDataPin,
    PanelPin,
    PrivacyPin,
    RecordPin,
    SearchPin,
    facets,
    menu,
    opendata,
    panels,
    privacy,
    records,
    search,
)
from steunpunt.network.models import Partnership, Theme

from .actions import collections as collections_actions
from .actions import following as following_actions
from .actions import forgetting
from .actions import use as use_actions
from .formats import tables
from .models import (
    Bookmark,
    Collection,
    Framework,
    ItemContact,
    ItemKind,
    ItemUse,
    KnowledgeItem,
    Phase,
    Regulation,
    Remark,
    ThemeFollow,
)
from .queries import balance, collections, following, held, search_documents, search_words, use
from .queries.frameworks import anchor_of, framework_rows, visible_criteria, visible_frameworks
from .queries.harvest import all_records, wanted_from, wanted_items
from .queries.items import visible_items, with_card
from .queries.regulations import visible_regulations

menu.pin(MenuPin(_("Kennisbank"), "knowledge:item_list", order=5))
records.pin(
    RecordPin(
        "kennis",
        _("kennisitem"),
        KnowledgeItem,
        lambda actor: visible_items(actor).select_related("live"),
        lambda row: row.live.title,
        lambda row: reverse("knowledge:item", args=[row.slug]),
    )
)
search.pin(
    SearchPin(
        kind="kennis",
        label=_("Kennisbank"),
        name=_("kennis"),
        documents=search_documents.item_documents,
        visible=visible_items,
        rows=search_documents.item_rows,
        card="knowledge/search/_item.html",
        url=lambda row: reverse("knowledge:item", args=[row.slug]),
        title=lambda row: row.live.title,
        match=lambda rows, text: with_card(search_documents.items_with(rows, text)),
        follows=("kennis", "thema", "lijsten"),
        touched=search_documents.items_touched,
        order=1,
    )
)
search.pin(
    SearchPin(
        kind="kader",
        label=_("Kaders"),
        name=_("kader"),
        documents=search_words.framework_documents,
        visible=visible_frameworks,
        rows=search_words.framework_rows,
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
        rows=search_words.criterion_rows,
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
facets.pin(FacetPin("vorm", _("Soort kennis"), lambda: dict(ItemKind.choices), order=15))
facets.pin(FacetPin("fase", _("Waar in de lijn"), lambda: dict(Phase.choices), order=30))
privacy.pin(PrivacyPin(KnowledgeItem, _("Bijdragen aan de kennisbank"), held.held_items, forgetting.forget_author))
privacy.pin(PrivacyPin(Remark, _("Gesprek met de redactie"), held.held_remarks, forgetting.forget_remarks))
privacy.pin(PrivacyPin(ItemContact, _("Contactpersoon bij bijdragen"), held.held_contacts, forgetting.forget_contacts))
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
# use
panels.pin(
    PanelPin(Partnership, "geven-en-nemen", _("Geven en nemen"), balance.balance_panel, "knowledge/_balance.html")
)
panels.pin(
    PanelPin(Theme, "volgen", _("Volg dit thema"), following.theme_panel, "knowledge/use/_follow.html", order=20)
)
panels.pin(
    PanelPin(User, "bewaard", _("Bewaard en gevolgd"), following.kept_at_hand, "knowledge/_following.html", order=20)
)
privacy.pin(PrivacyPin(ItemUse, _("Gebruik van bijdragen"), use.held_uses, use_actions.forget_uses))
privacy.pin(PrivacyPin(Bookmark, _("Bladwijzers"), following.held_bookmarks, following_actions.forget_bookmarks))
privacy.pin(PrivacyPin(ThemeFollow, _("Gevolgde thema’s"), following.held_follows, following_actions.forget_following))
# collections
panels.pin(
    PanelPin(
        User,
        "verzamelingen",
        _("Jouw verzamelingen"),
        collections.own_panel,
        "knowledge/collection/_own.html",
        order=21,
    )
)
privacy.pin(
    PrivacyPin(Collection, _("Verzamelingen"), collections.held_collections, collections_actions.forget_collections)
)
records.pin(
    RecordPin(
        "verzameling",
        _("verzameling"),
        Collection,
        collections.visible_collections,
        lambda row: row.title,
        lambda row: reverse("knowledge:collection", args=[row.public_id]),
    )
)
# ecosystem
opendata.pin(
    OpenDataPin(
        "kennisitems",
        _("Kennisitems"),
        _("Wat er in de kennisbank voor iedereen te lezen is: praktijk, leertaken, instrumenten en onderzoek."),
        tables.COLUMNS,
        lambda actor, query: map(tables.row, all_records(wanted_items(wanted_from(query)))),
        licence=_("Per item; zie de kolom licentie"),
        source=_("Partnerschappen en het steunpunt; zie de kolom partnerschap"),
        order=60,
    )
)
