"""What the knowledge room pins of the research agenda."""

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
from steunpunt.knowledge.actions import agenda_forgetting
from steunpunt.knowledge.models import QuestionOrigin, ResearchQuestion, ResearchWork
from steunpunt.knowledge.queries import research_documents, research_held, research_rows
from steunpunt.knowledge.queries.research import visible_questions, waiting_for_editors
from steunpunt.network.models import Partnership, Theme

menu.pin(MenuPin(_("Onderzoeksagenda"), "knowledge:agenda", order=7, under="knowledge:item_list"))
tiles.pin(
    TilePin("onderzoeksagenda", "knowledge/agenda/_tile.html", lambda actor, sector, today: waiting_for_editors(actor))
)
records.pin(
    RecordPin(
        "onderzoeksvraag",
        _("onderzoeksvraag"),
        ResearchQuestion,
        visible_questions,
        lambda row: row.text,
        lambda row: reverse("knowledge:question", args=[row.slug]),
    )
)
search.pin(
    SearchPin(
        kind="onderzoeksvraag",
        label=_("Onderzoeksagenda"),
        name=_("onderzoeksvraag"),
        documents=research_documents.question_documents,
        visible=visible_questions,
        rows=research_documents.question_rows,
        card="knowledge/search/_question.html",
        url=lambda row: reverse("knowledge:question", args=[row.slug]),
        title=lambda row: row.text,
        match=research_documents.questions_with,
        follows=("onderzoeksvraag", "thema", "lijsten"),
        touched=research_documents.questions_touched,
        order=3,
    )
)
privacy.pin(
    PrivacyPin(
        QuestionOrigin,
        _("Vragen voor de onderzoeksagenda"),
        research_held.held_origins,
        agenda_forgetting.forget_origins,
    )
)
privacy.pin(
    PrivacyPin(ResearchWork, _("Werk aan onderzoeksvragen"), research_held.held_work, agenda_forgetting.forget_work)
)
panels.pin(
    PanelPin(Theme, "vragen", _("Wat willen we weten?"), research_rows.theme_panel, "knowledge/agenda/_theme.html")
)
panels.pin(
    PanelPin(
        Partnership,
        "onderzoek",
        _("Waar wij aan werken"),
        research_rows.partnership_panel,
        "knowledge/agenda/_partnership.html",
    )
)
opendata.pin(
    OpenDataPin(
        "onderzoeksvragen",
        _("Onderzoeksagenda"),
        _("Vragen van opleidingsscholen, met hun stand, waar ze spelen en wie eraan werkt."),
        (
            Column("kenmerk", _("Vast kenmerk van de vraag.")),
            Column("adres", _("Naam van de vraag in de adressen van de website.")),
            Column("vraag", _("De vraag.")),
            Column("niveau", _("school, partnerschap, regio of landelijk.")),
            Column("stand", _("open, in onderzoek of beantwoord.")),
            Column("stand_sinds", _("Dag waarop de vraag deze stand kreeg.")),
            Column("themas", _("Thema’s, met een puntkomma ertussen.")),
            Column("regios", _("Provincies waar de partnerschappen die het vragen scholen hebben, of Landelijk.")),
            Column("gevraagd_door", _("Partnerschappen die dit vragen.")),
            Column("in_onderzoek_bij", _("Partnerschappen en instituten die er nu aan werken.")),
            Column("op_agenda_sinds", _("Dag waarop de vraag op de agenda kwam.")),
            Column("voorbeeld", _("ja bij een verzonnen vraag uit de voorbeeldgegevens.")),
        ),
        lambda actor, query: research_rows.agenda_rows(actor),
        licence="CC0 1.0",
        source=_("Partnerschappen en het steunpunt"),
        order=60,
    )
)
