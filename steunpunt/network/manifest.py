"""What the network pins on the boards."""

from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.accounts.models import User
from steunpunt.foundation.boards import (
    MenuPin,
    OpenDataPin,
    PanelPin,
    PrivacyPin,
    RecordPin,
    SearchPin,
    TilePin,
    WorkPin,
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
from .queries import joining, people_held, searching
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
        "partnerschap",
        _("Partnerschappen"),
        visible_partnerships,
        lambda rows, text: searching.partnerships_found(text, timezone.localdate()),
        "network/search/_partnership.html",
        order=10,
    )
)
search.pin(
    SearchPin(
        "school",
        _("Scholen"),
        visible_organisations,
        lambda rows, text: searching.sites_found(text, timezone.localdate()),
        "network/search/_site.html",
        order=20,
    )
)
search.pin(
    SearchPin(
        "lerarenopleiding",
        _("Lerarenopleidingen"),
        visible_organisations,
        lambda rows, text: searching.institutions_found(text, timezone.localdate()),
        "network/search/_institution.html",
        order=30,
    )
)
search.pin(
    SearchPin("thema", _("Thema’s"), visible_themes, searching.themes_found, "network/search/_theme.html", order=5)
)
search.pin(
    SearchPin(
        "project", _("Projecten"), visible_projects, searching.projects_found, "network/search/_project.html", order=50
    )
)
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
