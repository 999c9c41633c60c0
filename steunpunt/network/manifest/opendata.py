"""What the network pins of partnerships, members, schools and programmes as open data."""

from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.boards import OpenDataPin, opendata
from steunpunt.network import formats
from steunpunt.network.forms.filters import read_filters
from steunpunt.network.models import OrganisationKind
from steunpunt.network.queries.filters import Filters

CC0 = "CC0 1.0"


def _filters(query: QueryDict) -> Filters:
    filters, _remarks = read_filters(query, timezone.localdate())
    return filters


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
