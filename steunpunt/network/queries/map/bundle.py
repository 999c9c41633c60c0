"""The map data of a day, packed once per state of the network and kept in the process."""

import gzip
import hashlib
import json
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from steunpunt.foundation.access import Actor
from steunpunt.network.queries.directory import institution_directory, partnership_directory, site_directory
from steunpunt.network.queries.directory.rows import InstitutionRow, SiteRow
from steunpunt.network.queries.filters import Filters
from steunpunt.network.queries.remembering import Shelf

from .columns import Directories, in_order, table

_bundles = Shelf(4)


@dataclass(frozen=True)
class Bundle:
    """What the browser gets, and the order in which the sites and institutions stand in it."""

    here: Directories
    sites: list[SiteRow]
    institutions: list[InstitutionRow]

    @cached_property
    def version(self) -> str:
        """Taken from the contents: as long as nothing on the map changes, no browser has to fetch it again."""
        return hashlib.sha256(self.packed).hexdigest()[:16]

    @cached_property
    def packed(self) -> bytes:
        """The columns as gzipped JSON."""
        words = json.dumps(table(self.here, self.sites, self.institutions), ensure_ascii=False, separators=(",", ":"))
        return gzip.compress(words.encode(), compresslevel=9, mtime=0)

    @cached_property
    def site_places(self) -> dict[int, int]:
        return {row.id: place for place, row in enumerate(self.sites)}

    @cached_property
    def institution_places(self) -> dict[int, int]:
        return {row.id: place for place, row in enumerate(self.institutions)}

    @cached_property
    def partnership_places(self) -> dict[str, int]:
        return {row.slug: place for place, row in enumerate(self.here.partnerships.rows)}


def map_bundle(actor: Actor, day: date) -> Bundle:
    """The map data as on the day."""
    here = Directories(partnership_directory(actor, day), site_directory(actor, day), institution_directory(actor, day))
    return _bundles.take(
        here.sites.version,
        lambda: Bundle(here, in_order(here.sites.rows), in_order(here.institutions.rows)),
    )


def matches(actor: Actor, filters: Filters) -> dict[str, object]:
    """The places in the map data of all that fits the filters, for what the browser cannot answer itself."""
    bundle = map_bundle(actor, filters.day)
    found = bundle.here
    sites = found.sites.select(filters).rows
    institutions = found.institutions.select(filters).rows
    return {
        "version": bundle.version,
        "sites": sorted(bundle.site_places[row.id] for row in sites if row.id in bundle.site_places),
        "institutions": sorted(
            bundle.institution_places[row.id] for row in institutions if row.id in bundle.institution_places
        ),
        "partnerships": sorted(bundle.partnership_places[row.slug] for row in found.partnerships.select(filters).rows),
        "point": list(filters.point) if filters.point else None,
    }
