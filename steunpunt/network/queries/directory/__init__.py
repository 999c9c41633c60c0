"""The directory as on a day: all partnerships, sites and institutions in memory, with their filters.

Gathered once per day and per state of the network; asking for it costs one small query.
The directory is public: every reader sees the same, so `actor` decides nothing yet but has its place.
"""

from datetime import date

from steunpunt.foundation.access import Actor
from steunpunt.network.queries.changes import ORGANISATIONS, PARTNERSHIPS, stamps
from steunpunt.network.queries.choices import choices
from steunpunt.network.queries.remembering import Shelf

from .gathering import World, partnerships_on, programmes_on, world_on
from .institutions import InstitutionDirectory
from .partnerships import PartnershipDirectory
from .selection import Facet, Option, Selection
from .sites import SiteDirectory

__all__ = [
    "Facet",
    "InstitutionDirectory",
    "Option",
    "PartnershipDirectory",
    "Selection",
    "SiteDirectory",
    "World",
    "institution_directory",
    "partnership_directory",
    "site_directory",
    "world_as_on",
]

_worlds = Shelf(4)
_partnerships = Shelf(8)
_sites = Shelf(4)
_institutions = Shelf(4)


def world_as_on(day: date) -> World:
    """All organisations on the day, for pages that look up a few of them."""
    return _worlds.take((stamps()[ORGANISATIONS], day), lambda: world_on(day))


def partnership_directory(actor: Actor, day: date) -> PartnershipDirectory:
    """All partnerships that exist on the day."""
    stamp = stamps()
    return _partnership_directory(stamp, day)


def _partnership_directory(stamp: dict, day: date) -> PartnershipDirectory:
    key = (stamp[ORGANISATIONS], stamp[PARTNERSHIPS], day)

    def make() -> PartnershipDirectory:
        world = _worlds.take((stamp[ORGANISATIONS], day), lambda: world_on(day))
        return PartnershipDirectory(partnerships_on(day, world), world, choices(), version=_version(key))

    return _partnerships.take(key, make)


def site_directory(actor: Actor, day: date) -> SiteDirectory:
    """All school sites that exist on the day."""
    stamp = stamps()
    partnerships = _partnership_directory(stamp, day)
    key = (stamp[ORGANISATIONS], stamp[PARTNERSHIPS], day)

    def make() -> SiteDirectory:
        return SiteDirectory(partnerships, choices(), version=_version(key))

    return _sites.take(key, make)


def institution_directory(actor: Actor, day: date) -> InstitutionDirectory:
    """All teacher-training institutions that exist on the day."""
    stamp = stamps()
    partnerships = _partnership_directory(stamp, day)
    key = (stamp[ORGANISATIONS], stamp[PARTNERSHIPS], day)

    def make() -> InstitutionDirectory:
        return InstitutionDirectory(partnerships, programmes_on(day), choices(), version=_version(key))

    return _institutions.take(key, make)


def _version(key: tuple) -> str:
    """The same words for the same state of the network on the same day, fit for an address."""
    organisations, partnerships, day = key
    return f"{day:%Y%m%d}-{'.'.join(map(str, organisations))}-{'.'.join(map(str, partnerships))}"
