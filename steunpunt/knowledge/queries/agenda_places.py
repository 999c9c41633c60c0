"""Where a question plays: in which provinces or onderwijsregio's, in the whole country, or nobody knows where."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from steunpunt.foundation.access import Actor
from steunpunt.foundation.periods.models import covering
from steunpunt.knowledge.models import QuestionOrigin
from steunpunt.network.models import PartnershipVersion, Province, Region, RegionKind
from steunpunt.network.queries.choices import choices
from steunpunt.network.queries.directory import partnership_directory
from steunpunt.network.queries.regions import visible_regions

PROVINCE, REGION = "provincie", "onderwijsregio"
NATION, UNKNOWN = "landelijk", "onbekend"


@dataclass(frozen=True)
class Place:
    """A column of the heat map, and a value of the filter on regions."""

    key: str
    name: str
    short: str = ""


@dataclass(frozen=True)
class Places:
    """The columns of one way to divide the country, and where partnerships and origins lie in it."""

    division: str
    columns: tuple[Place, ...]
    of_partnership: Mapping[int, frozenset[str]]
    has_regions: bool
    """Whether the network knows any onderwijsregio's, so that there is a choice."""

    @property
    def names(self) -> dict[str, str]:
        return {place.key: place.name for place in self.columns}

    def of_origins(self, origins: Iterable[QuestionOrigin]) -> frozenset[str]:
        """Everywhere that one of the origins points to."""
        return frozenset().union(*(self._of(origin) for origin in origins))

    def _of(self, origin: QuestionOrigin) -> frozenset[str]:
        if self.division == REGION:
            own = origin.region.public_id if origin.region else ""
        else:
            own = origin.province.name if origin.province else ""
        if own:
            return frozenset({own})
        return self.of_partnership.get(origin.partnership_id or 0, frozenset())


def places(actor: Actor, day: date, division: str = PROVINCE) -> Places:
    """The places of a division as on a day; without onderwijsregio's in the network always the provinces."""
    known = [Place(row.public_id, row.name) for row in regions_to_choose(actor, day)]
    is_by_region = division == REGION and bool(known)
    own = known if is_by_region else [Place(name, name) for name in choices().provinces]
    edges = [Place(NATION, _("Landelijk")), Place(UNKNOWN, _("Regio onbekend"), _("Onbekend"))]
    lies = _by_region(day) if is_by_region else _by_province(actor, day)
    return Places(REGION if is_by_region else PROVINCE, (*own, *edges), lies, bool(known))


def regions_to_choose(actor: Actor, day: date) -> QuerySet[Region]:
    """The onderwijsregio's of the day; working areas of single partnerships are no division of the country."""
    return visible_regions(actor, day).exclude(kind=RegionKind.WORKING_AREA).order_by("name")


def provinces_to_choose() -> QuerySet[Province]:
    return Province.objects.order_by("name")


def _by_province(actor: Actor, day: date) -> dict[int, frozenset[str]]:
    """A partnership lies in each province where one of its schools stands."""
    return {row.id: frozenset(row.provinces) for row in partnership_directory(actor, day).rows}


def _by_region(day: date) -> dict[int, frozenset[str]]:
    rows = PartnershipVersion.objects.filter(covering(day), region__isnull=False)
    return {pk: frozenset({region}) for pk, region in rows.values_list("partnership", "region__public_id")}
