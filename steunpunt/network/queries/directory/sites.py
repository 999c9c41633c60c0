"""The directory of school sites; filters of a partnership count for the schools that take part in it."""

from collections import defaultdict
from collections.abc import Iterable

from django.utils.translation import gettext as _

from steunpunt.network.models import OrganisationKind
from steunpunt.network.queries.choices import (
    CORE,
    NO_RING,
    SHELL,
    Choices,
    labels,
)
from steunpunt.network.queries.filters import Filters

from .masks import any_of, chosen, mask_of, masks
from .partnerships import PartnershipDirectory, _ring
from .rows import OrganisationRow, SiteMembership, SiteRow
from .selection import Directory, Facet, counter, either, together

OF_PARTNERSHIP = ("states", "academic", "institutes", "themes")


class SiteDirectory(Directory[SiteRow]):
    """Sites with their school, board and partnerships."""

    def __init__(self, partnerships: PartnershipDirectory, choices: Choices, *, version: str) -> None:
        self.partnerships, self.choices, self.world = partnerships, choices, partnerships.world
        memberships = self._memberships()
        proved = [row for pk, row in self.world.earlier.items() if pk in memberships]
        everybody = (*self.world.organisations.values(), *proved)
        sites = [row for row in everybody if row.kind == OrganisationKind.SCHOOL_SITE]
        super().__init__([self._row(row, memberships) for row in sites], version=version)
        self.by_id = {row.id: row for row in self.rows}
        self.by_sector = masks([(row.organisation.sector,) for row in self.rows])
        self.by_province = masks([(row.organisation.province,) for row in self.rows])
        self.by_municipality = masks([(row.organisation.municipality,) for row in self.rows])
        self.without = mask_of(place for place, row in enumerate(self.rows) if not row.memberships)
        self.in_ring = {ring: self._in_ring(ring) for ring in (CORE, SHELL)}
        self._unions: dict[tuple[int | None, tuple[str, ...]], int] = {}

    def _memberships(self) -> dict[int, list[SiteMembership]]:
        found: dict[int, list[SiteMembership]] = defaultdict(list)
        for partnership in self.partnerships.rows:
            for member in partnership.members:
                if member.is_school:
                    own = SiteMembership(partnership.slug, partnership.name, _ring(member), member.since)
                    for place in self.world.places_of(member.organisation):
                        found[place.id].append(own)
        return found

    def _row(self, row: OrganisationRow, memberships: dict[int, list[SiteMembership]]) -> SiteRow:
        school = self.world.find(row.part_of) if row.part_of else None
        board = self.world.find(school.part_of) if school and school.part_of else None
        return SiteRow(row, school, board, tuple(memberships.get(row.id, ())))

    def _in_ring(self, ring: str) -> list[int]:
        """For every partnership, in its own order, the sites in that ring."""
        at = {slug: place for place, slug in enumerate(self.partnerships.by_slug)}
        positions: list[list[int]] = [[] for _one in at]
        for place, row in enumerate(self.rows):
            for one in row.memberships:
                if one.ring == ring:
                    positions[at[one.slug]].append(place)
        return [mask_of(places) for places in positions]

    def texts(self, row: SiteRow) -> Iterable[str]:
        one = row.organisation
        yield from (one.name, one.code, one.place, one.municipality, one.postcode)
        yield from (own.name for own in row.memberships)
        if row.board:
            yield from (row.board.name, row.board.code)

    def name(self, row: SiteRow) -> str:
        return row.organisation.name

    def places(self, row: SiteRow, filters: Filters) -> Iterable[OrganisationRow]:
        yield row.organisation

    def parts(self, filters: Filters) -> dict[str, int]:
        return {
            "sectors": either(self.by_sector, filters.sectors, self.all),
            "provinces": either(self.by_province, filters.provinces, self.all),
            "municipalities": either(self.by_municipality, filters.municipalities, self.all),
            "members": self._of(self._wanted(filters), filters.rings),
        }

    def _wanted(self, filters: Filters, leaving_out: str = "") -> int | None:
        """The partnerships that the filters of a partnership leave; None when no such filter is asked."""
        own, asked = self.partnerships.own, [name for name in OF_PARTNERSHIP if name != leaving_out]
        if not any(getattr(filters, name) for name in asked):
            return None
        return together(
            {name: either(own[name], getattr(filters, name), self.partnerships.all) for name in asked},
            self.partnerships.all,
        )

    def _of(self, wanted: int | None, rings: tuple[str, ...]) -> int:
        """The sites of those partnerships in those rings; all sites when neither is asked."""
        if wanted is None and not rings:
            return self.all
        key = (wanted, rings)
        if key not in self._unions:
            if len(self._unions) > 1000:
                self._unions.clear()
            self._unions[key] = self._union(wanted, rings)
        return self._unions[key]

    def _union(self, wanted: int | None, rings: tuple[str, ...]) -> int:
        found = self.without if NO_RING in rings and wanted is None else 0
        asked = [ring for ring in rings if ring != NO_RING] if rings else [CORE, SHELL]
        for ring in asked:
            for sites in chosen(self.in_ring[ring], self.partnerships.all if wanted is None else wanted):
                found |= sites
        return found

    def facets(self, filters: Filters, parts: dict[str, int]) -> list[Facet]:
        base = together(parts, self.all, "members")
        everybody = self._wanted(filters)

        def with_ring(ring: str) -> int:
            return (self._of(everybody, (ring,)) & base).bit_count()

        names = {
            name: name
            for name, province in self.choices.municipalities.items()
            if not filters.provinces or province in filters.provinces or name in filters.municipalities
        }
        by_province = counter(self.by_province, together(parts, self.all, "provinces"))
        by_municipality = counter(self.by_municipality, together(parts, self.all, "municipalities"))
        by_sector = counter(self.by_sector, together(parts, self.all, "sectors"))
        provinces = {value: value for value in self.choices.provinces}
        institutes = self.partnerships._known_institutes(filters)
        return [
            Facet("sectors", _("Sector"), self.options("sectors", labels("sectors"), filters, by_sector)),
            Facet("rings", _("Kern of schil"), self.options("rings", labels("rings"), filters, with_ring)),
            Facet("provinces", _("Provincie"), self.options("provinces", provinces, filters, by_province)),
            Facet("municipalities", _("Gemeente"), self.options("municipalities", names, filters, by_municipality)),
            self._theirs("states", _("Status van het partnerschap"), labels("states"), filters, base),
            self._theirs("institutes", _("Lerarenopleiding"), institutes, filters, base),
            self._theirs("academic", _("Academische kop"), labels("academic"), filters, base),
            self._theirs("themes", _("Contactpersoon voor"), self.partnerships.theme_labels, filters, base),
        ]

    def _theirs(self, name: str, label: str, known: dict[str, str], filters: Filters, base: int) -> Facet:
        others = self._wanted(filters, leaving_out=name)
        within = self.partnerships.all if others is None else others
        own = self.partnerships.own[name]

        def count(value: str) -> int:
            return (self._of(within & any_of(own, (value,)), filters.rings) & base).bit_count()

        return Facet(name, label, self.options(name, known, filters, count))
