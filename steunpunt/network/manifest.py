"""What the network pins on the boards."""

from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.accounts.models import User
from steunpunt.foundation.boards import (
    AudiencePin,
    FacetPin,
    MenuPin,
    OpenDataPin,
    PanelPin,
    PrivacyPin,
    RecordPin,
    SearchPin,
    TilePin,
    WorkPin,
    audiences,
    facets,
    menu,
    opendata,
    panels,
    privacy,
    records,
    search,
    tiles,
    worklist,
)

from . import formats
from .actions import corrections, people
from .forms.filters import read_filters
from .models import (
    Affiliation,
    Invitation,
    Organisation,
    OrganisationKind,
    Partnership,
    Person,
    Project,
    Theme,
    ThemeContact,
)
from .queries import joining, people_held, search_documents, search_results, search_touched, searching
from .queries.addresses import organisation_address
from .queries.corrections import correction_shown
from .queries.doubles import double_context
from .queries.filters import Filters
from .queries.manage import staff_tile
from .queries.map import national_picture
from .queries.organisations import visible_organisations
from .queries.own import own_place
from .queries.partnerships import visible_partnerships
from .queries.projects import visible_projects
from .queries.records import named_organisations, named_partnerships, record_title
from .queries.themes import visible_themes
from .rules.corrections import corrections_handled_by, may_handle_correction
from .rules.people import may_handle_joining

CC0 = "CC0 1.0"


def _filters(query: QueryDict) -> Filters:
    filters, _remarks = read_filters(query, timezone.localdate())
    return filters


tiles.pin(
    TilePin(
        "map",
        "network/map/teaser.html",
        lambda actor, sector, today: {"picture": national_picture(actor, today)},
    )
)
opendata.pin(
    OpenDataPin(
        "partnerschappen",
        _("Partnerschappen"),
        _("Opleidingsscholen met hun status, penvoerder en aantallen scholen."),
        formats.PARTNERSHIP_COLUMNS,
        lambda actor, query: formats.partnership_rows(actor, _filters(query)),
        licence=CC0,
        source=_("Partnerschappen zelf en openbare berichten; zie de kolom bron"),
        order=10,
    )
)
opendata.pin(
    OpenDataPin(
        "lidmaatschappen",
        _("Leden van partnerschappen"),
        _("Welke besturen, scholen en lerarenopleidingen samenwerken, in kern of schil, en sinds wanneer."),
        formats.MEMBERSHIP_COLUMNS,
        lambda actor, query: formats.membership_rows(actor, _filters(query)),
        licence=CC0,
        source=_("Partnerschappen zelf en openbare berichten"),
        order=20,
    )
)
opendata.pin(
    OpenDataPin(
        "vestigingen",
        _("Schoolvestigingen"),
        _("Alle vestigingen in po en vo, met hun plaats en de partnerschappen waarin ze samenwerken."),
        formats.SITE_COLUMNS,
        lambda actor, query: formats.site_rows(actor, _filters(query)),
        licence=CC0,
        source=_("DUO, open onderwijsdata; punten uit de BAG"),
        reference_date=lambda: formats.register_date(OrganisationKind.SCHOOL_SITE),
        order=30,
    )
)
opendata.pin(
    OpenDataPin(
        "opleidingen",
        _("Lerarenopleidingen"),
        _("Opleidingen tot leraar, per instelling en plaats."),
        formats.PROGRAMME_COLUMNS,
        lambda actor, query: formats.programme_rows(actor, _filters(query)),
        licence=CC0,
        source=_("DUO, overzicht van erkende opleidingen"),
        reference_date=lambda: formats.register_date("programme"),
        order=40,
    )
)

# People: what waits for a yes or a no, one's own page, and what we hold of somebody.
for kind, label in ((people.REQUEST, _("Aanvraag van een rol")), (people.PROPOSAL, _("Voorstel na inloggen"))):
    worklist.pin(
        WorkPin(
            kind,
            label,
            "network/people/_joining.html",
            accept=people.accept_request,
            decline=people.leave_as_it_is,
            may_handle=may_handle_joining,
            context=joining.joining_context,
            handled=joining.items_to_manage,
            personal=frozenset({"note", "source"}),
        )
    )
worklist.pin(
    WorkPin(
        people.NO_COORDINATOR,
        _("Partnerschap zonder coördinator"),
        "network/people/_no_coordinator.html",
        accept=people.leave_as_it_is,
        decline=people.leave_as_it_is,
        may_handle=lambda actor, item: actor.is_staff,
        context=joining.unmanaged_context,
    )
)
worklist.pin(
    WorkPin(
        people.DOUBLE,
        _("Misschien dezelfde persoon"),
        "network/people/_double.html",
        accept=people.join_doubles,
        decline=people.leave_apart,
        may_handle=lambda actor, item: actor.is_staff,
        context=double_context,
    )
)
panels.pin(PanelPin(User, "rollen", _("Mijn rollen"), own_place, "network/people/_own.html", order=10))
# The person goes last of these: the others are looked up through it.
privacy.pin(PrivacyPin(Person, _("Persoon"), people_held.held_people, people.forget_person))
privacy.pin(PrivacyPin(Affiliation, _("Rollen"), people_held.held_affiliations, people.forget_affiliations))
privacy.pin(PrivacyPin(ThemeContact, _("Contactpersoon"), people_held.held_contacts, people.forget_contacts))
privacy.pin(PrivacyPin(Invitation, _("Uitnodigingen"), people_held.held_invitations, people.forget_invitations))

# Reading: the menu, what the search box finds, and what the thread may point to.
menu.pin(MenuPin(_("Kaart"), "network:map", order=10))
menu.pin(MenuPin(_("Partnerschappen"), "network:partnership_list", order=20))
menu.pin(MenuPin(_("Thema’s"), "network:theme_list", order=30))
search.pin(
    SearchPin(
        kind="partnerschap",
        label=_("Partnerschappen"),
        name=_("partnerschap"),
        documents=search_documents.partnership_documents,
        visible=visible_partnerships,
        rows=search_results.partnership_rows,
        card="network/search/_partnership.html",
        match=lambda rows, text: searching.partnerships_found(text, timezone.localdate(), guess=False),
        follows=search_touched.FOLLOWED,
        touched=search_touched.partnerships_touched,
        order=10,
    )
)
search.pin(
    SearchPin(
        kind="school",
        label=_("Scholen"),
        name=_("school"),
        documents=search_documents.site_documents,
        visible=visible_organisations,
        rows=search_results.site_rows,
        card="network/search/_site.html",
        match=lambda rows, text: searching.sites_found(text, timezone.localdate(), guess=False),
        follows=search_touched.FOLLOWED[:3],
        touched=search_touched.organisations_touched,
        shows_passage=False,
        order=20,
    )
)
search.pin(
    SearchPin(
        kind="lerarenopleiding",
        label=_("Lerarenopleidingen"),
        name=_("lerarenopleiding"),
        documents=search_documents.institution_documents,
        visible=visible_organisations,
        rows=search_results.institution_rows,
        card="network/search/_institution.html",
        match=lambda rows, text: searching.institutions_found(text, timezone.localdate(), guess=False),
        follows=search_touched.FOLLOWED[:3],
        touched=search_touched.organisations_touched,
        shows_passage=False,
        order=30,
    )
)
search.pin(
    SearchPin(
        kind="thema",
        label=_("Thema’s"),
        name=_("thema"),
        documents=search_documents.theme_documents,
        visible=visible_themes,
        rows=search_results.theme_rows,
        card="network/search/_theme.html",
        url=lambda row: reverse("network:theme", args=[row.slug]),
        match=searching.themes_found,
        follows=("thema", "lijsten"),
        touched=lambda references: None,
        order=5,
    )
)
search.pin(
    SearchPin(
        kind="project",
        label=_("Projecten"),
        name=_("project"),
        documents=search_documents.project_documents,
        visible=visible_projects,
        rows=search_results.project_rows,
        card="network/search/_project.html",
        url=lambda row: reverse("network:project", args=[row.slug]),
        match=searching.projects_found,
        order=50,
    )
)
facets.pin(FacetPin("thema", _("Thema"), search_results.theme_names, order=20))
facets.pin(FacetPin("provincie", _("Provincie"), order=60))
audiences.pin(AudiencePin("members", search_results.member_tokens))
records.pin(
    RecordPin(
        "partnerschap",
        _("partnerschap"),
        Partnership,
        named_partnerships,
        record_title,
        lambda row: reverse("network:partnership", args=[row.slug]),
    )
)
records.pin(
    RecordPin(
        "organisatie",
        _("organisatie"),
        Organisation,
        named_organisations,
        record_title,
        lambda row: organisation_address(row.kind, row.code or row.public_id),
    )
)
records.pin(
    RecordPin(
        "project",
        _("project"),
        Project,
        visible_projects,
        lambda row: row.title,
        lambda row: reverse("network:project", args=[row.slug]),
    )
)
records.pin(
    RecordPin(
        "thema",
        _("thema"),
        Theme,
        visible_themes,
        lambda row: row.title,
        lambda row: reverse("network:theme", args=[row.slug]),
    )
)

worklist.pin(
    WorkPin(
        kind=corrections.KIND,
        label=_("Verbetering"),
        template="network/editing/_correction.html",
        accept=corrections.accept_correction,
        decline=corrections.decline_correction,
        may_handle=may_handle_correction,
        context=correction_shown,
        handled=corrections_handled_by,
        personal=frozenset({"reason"}),
    )
)

tiles.pin(TilePin("staff", "network/editing/_staff_tile.html", lambda actor, sector, today: staff_tile(actor, today)))
