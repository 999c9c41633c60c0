"""How far back and how fresh the register is."""

from datetime import date

from django.db.models import Min

from steunpunt.network.models import OrganisationKind, OrganisationVersion, RegisterScope

from .changes import ORGANISATIONS, stamps
from .remembering import Shelf

_shelf = Shelf(1)


def register_begins_on() -> date | None:
    """The first day of which the register of school sites speaks."""

    def first() -> date | None:
        sites = OrganisationVersion.objects.filter(organisation__kind=OrganisationKind.SCHOOL_SITE)
        return sites.aggregate(first=Min("valid_from"))["first"]

    return _shelf.take(stamps()[ORGANISATIONS], first)


def register_state() -> list[RegisterScope]:
    """Of which day the register is, by kind and sector."""
    return list(RegisterScope.objects.order_by("kind", "sector"))
