"""What the knowledge room pins of the stream of bulletins."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.boards import (
    Column,
    MenuPin,
    OpenDataPin,
    PanelPin,
    PrivacyPin,
    RecordPin,
    SearchPin,
    TilePin,
    menu,
    opendata,
    panels,
    privacy,
    records,
    search,
    tiles,
)
from steunpunt.knowledge.actions import forgetting
from steunpunt.knowledge.models import Bulletin, SenderAllowance
from steunpunt.knowledge.queries import bulletin_rows, held, search_bulletins
from steunpunt.knowledge.queries.bulletins import visible_bulletins
from steunpunt.knowledge.queries.bulletins import with_words as bulletins_with_words
from steunpunt.network.models import Theme

menu.pin(MenuPin(_("Berichten"), "knowledge:bulletin_list", order=81, under="portal:news"))
tiles.pin(TilePin("berichten", "knowledge/bulletin/_tile.html", bulletin_rows.newest, order=-5))
panels.pin(PanelPin(Theme, "berichten", _("Berichten"), bulletin_rows.about_theme, "knowledge/bulletin/_few.html", 20))
records.pin(
    RecordPin(
        "bericht",
        _("bericht"),
        Bulletin,
        visible_bulletins,
        lambda row: row.title,
        lambda row: reverse("knowledge:bulletin", args=[row.slug]),
    )
)
search.pin(
    SearchPin(
        kind="bericht",
        label=_("Berichten"),
        name=_("bericht"),
        documents=search_bulletins.bulletin_documents,
        visible=visible_bulletins,
        rows=search_bulletins.bulletin_rows,
        card="knowledge/search/_bulletin.html",
        url=lambda row: reverse("knowledge:bulletin", args=[row.slug]),
        match=lambda rows, text: bulletins_with_words(search_bulletins.bulletins_with(rows, text)),
        follows=("bericht", "afzender", "thema", "lijsten"),
        touched=search_bulletins.bulletins_touched,
        order=40,
    )
)
privacy.pin(PrivacyPin(Bulletin, _("Berichten"), held.held_bulletins, forgetting.forget_bulletins))
privacy.pin(
    PrivacyPin(SenderAllowance, _("Plaatsen voor een afzender"), held.held_allowances, forgetting.forget_allowances)
)
opendata.pin(
    OpenDataPin(
        "berichten",
        _("Berichten voor scholen"),
        _("Wat organisaties aan opleidingsscholen melden, met de dag waarop het ingaat en de bron."),
        (
            Column("adres", _("Naam van het bericht in de adressen van de website.")),
            Column("titel", _("Titel.")),
            Column("tekst", _("De hele tekst.")),
            Column("afzenders", _("Wie het meldde; bij samengevoegde berichten allemaal.")),
            Column("sectoren", _("Voor welke sectoren; leeg is voor alle.")),
            Column("rollen", _("Voor welke rollen, als codes uit de rollenlijst; leeg is voor iedereen.")),
            Column("themas", _("Thema’s, als naam in de adressen van de website.")),
            Column("gaat_in_op", _("Dag waarop het ingaat of inging.")),
            Column("geldt_tot", _("Eerste dag dat het niet meer geldt; leeg als dat niet bekend is.")),
            Column("geplaatst_op", _("Moment waarop het op de site kwam.")),
            Column("bronnen", _("Waar het staat.")),
            Column("links", _("Links naar de bronnen.")),
            Column("voorbeeld", _("Of het een voorbeeld is.")),
        ),
        lambda actor, query: bulletin_rows.open_rows(actor),
        licence="CC0 1.0",
        source=_("De afzenders, met de bron die in de rij staat"),
        order=60,
    )
)
