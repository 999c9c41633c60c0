"""What the meetings room pins of meetings: menu, front page, search, records, panels, privacy and open data."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.accounts.models import User
from steunpunt.foundation.boards import (
    FacetPin,
    MenuPin,
    OpenDataPin,
    PanelPin,
    PrivacyPin,
    RecordPin,
    SearchPin,
    TilePin,
    facets,
    menu,
    opendata,
    panels,
    privacy,
    records,
    search,
    tiles,
)
from steunpunt.meetings.actions.leads import forget_leads
from steunpunt.meetings.formats import tables
from steunpunt.meetings.formats.record import records_of
from steunpunt.meetings.models import Meeting, MeetingKind, MeetingLead, Series
from steunpunt.meetings.queries import rows, search_documents
from steunpunt.meetings.queries.agenda import meetings_with
from steunpunt.meetings.queries.held import held_leads
from steunpunt.meetings.queries.meetings import visible_meetings, visible_series, with_card
from steunpunt.meetings.queries.taking import all_public_meetings
from steunpunt.network.models import Partnership, Theme

menu.pin(MenuPin(_("Bijeenkomsten"), "meetings:agenda", order=25))
tiles.pin(TilePin("bijeenkomsten", "meetings/_tile.html", rows.next_for_all, order=-6))
records.pin(
    RecordPin(
        "bijeenkomst",
        _("bijeenkomst"),
        Meeting,
        visible_meetings,
        lambda row: row.title,
        lambda row: reverse("meetings:meeting", args=[row.slug]),
    )
)
records.pin(
    RecordPin(
        "reeks",
        _("reeks"),
        Series,
        visible_series,
        lambda row: row.title,
        lambda row: reverse("meetings:series", args=[row.slug]),
    )
)
search.pin(
    SearchPin(
        kind="bijeenkomst",
        label=_("Bijeenkomsten"),
        name=_("bijeenkomst"),
        documents=search_documents.meeting_documents,
        visible=visible_meetings,
        rows=search_documents.meeting_rows,
        card="meetings/search/_meeting.html",
        url=lambda row: reverse("meetings:meeting", args=[row.slug]),
        match=lambda found, text: with_card(meetings_with(found, text)),
        follows=("bijeenkomst", "reeks", "thema", "lijsten"),
        touched=search_documents.meetings_touched,
        order=4,
    )
)
facets.pin(FacetPin("bijeenkomst", _("Soort bijeenkomst"), lambda: dict(MeetingKind.choices), order=16))
panels.pin(PanelPin(Partnership, "bijeenkomsten", _("Bijeenkomsten"), rows.next_of_partnership, "meetings/_few.html"))
panels.pin(PanelPin(Theme, "bijeenkomsten", _("Bijeenkomsten"), rows.next_about_theme, "meetings/_few.html", 15))
panels.pin(PanelPin(User, "bijeenkomsten", _("Jouw bijeenkomsten"), rows.own_panel, "meetings/_own.html", order=15))
privacy.pin(PrivacyPin(MeetingLead, _("Bijeenkomsten die je leidt"), held_leads, forget_leads))
opendata.pin(
    OpenDataPin(
        "bijeenkomsten",
        _("Bijeenkomsten"),
        _("Bijeenkomsten waar iedereen welkom is: wat er komt en wat is geweest."),
        tables.COLUMNS,
        lambda actor, query: map(tables.row, records_of(all_public_meetings(), actor.day)),
        licence="CC0 1.0",
        source=_("Partnerschappen en het steunpunt; zie de kolom organisatie"),
        order=65,
    )
)
