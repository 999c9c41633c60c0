"""The directory of partnerships: where their schools stand decides province and municipality."""

from collections.abc import Iterable, Mapping, Sequence

from django.utils.translation import gettext as _

from steunpunt.network.queries.choices import (
    CORE,
    NO_RING,
    RING_WORDS,
    SHELL,
    STATE_WORDS,
    Choices,
    labels,
)
from steunpunt.network.queries.filters import Filters

from .gathering import World
from .masks import Masks, any_of, masks
from .rows import Member, OrganisationRow, PartnershipRow
from .selection import Directory, Facet, counter, either, together

SCHOOL_RINGS = (CORE, SHELL)
OWN = ("sectors", "states", "academic", "institutes", "themes")


class PartnershipDirectory(Directory[PartnershipRow]):
    """Filters of a partnership's own, and the area: ring, province and municipality of its schools together."""

    def __init__(self, rows: Sequence[PartnershipRow], world: World, choices: Choices, *, version: str) -> None:
        super().__init__(rows, version=version)
        self.world, self.choices = world, choices
        self.by_slug = {row.slug: row for row in self.rows}
        below = {slug: theme.below for slug, theme in choices.themes.items()}
        self.own: dict[str, Masks] = {
            "sectors": masks([row.sectors for row in self.rows]),
            "states": masks([(STATE_WORDS[row.state],) for row in self.rows]),
            "academic": masks([("ja" if row.is_academic else "nee",) for row in self.rows]),
            "institutes": masks([{one.organisation.key for one in row.institutes} for row in self.rows]),
            "themes": masks(
                [{slug for slug, under in below.items() if not under.isdisjoint(row.themes)} for row in self.rows]
            ),
        }
        self.schools_in = {ring: self._schools_in(ring) for ring in SCHOOL_RINGS}

    def _schools_in(self, ring: str) -> Masks:
        """Rows by province and municipality of their schools in that ring; "" holds all with such a school."""
        found = []
        for row in self.rows:
            places = [place for one in row.members if one.is_school and _ring(one) == ring for place in self._at(one)]
            words = {f"p:{place.province}" for place in places} | {f"m:{place.municipality}" for place in places}
            found.append(words | ({""} if places else set()))
        return masks(found)

    def _at(self, member: Member) -> list[OrganisationRow]:
        return self.world.places_of(member.organisation)

    def texts(self, row: PartnershipRow) -> Iterable[str]:
        yield from (row.name, row.region, row.area, row.lead)
        for one in row.members:
            organisation = one.organisation
            yield from (organisation.name, organisation.code, organisation.place)

    def name(self, row: PartnershipRow) -> str:
        return row.name

    def places(self, row: PartnershipRow, filters: Filters) -> Iterable[OrganisationRow]:
        rings = _rings(filters.rings)
        for one in row.members:
            if one.is_school and _ring(one) in rings:
                yield from self._at(one)

    def parts(self, filters: Filters) -> dict[str, int]:
        parts = {name: either(self.own[name], getattr(filters, name), self.all) for name in OWN}
        parts["area"] = self._area(filters.rings, filters.provinces, filters.municipalities)
        return parts

    def _area(self, rings: tuple[str, ...], provinces: tuple[str, ...], municipalities: tuple[str, ...]) -> int:
        """Rows with a school in one of the rings that stands in one of the places."""
        asked = [ring for ring in rings if ring in SCHOOL_RINGS]
        words = self._words(provinces, municipalities)
        if words is None and not asked:
            return self.all
        found = 0
        for ring in asked or SCHOOL_RINGS:
            found |= any_of(self.schools_in[ring], [""] if words is None else words)
        return found

    def _words(self, provinces: tuple[str, ...], municipalities: tuple[str, ...]) -> list[str] | None:
        """The places to look in; a municipality outside the chosen provinces gives nothing."""
        lies_in = self.choices.municipalities
        if municipalities:
            return [f"m:{name}" for name in municipalities if not provinces or lies_in.get(name) in provinces]
        return [f"p:{name}" for name in provinces] or None

    def facets(self, filters: Filters, parts: dict[str, int]) -> list[Facet]:
        base = together(parts, self.all, "area")
        rings, provinces, municipalities = filters.rings, filters.provinces, filters.municipalities

        def within(mask: int) -> int:
            return (mask & base).bit_count()

        names = [
            name
            for name, province in self.choices.municipalities.items()
            if not provinces or province in provinces or name in municipalities
        ]
        return [
            self._own("sectors", _("Sector"), labels("sectors"), filters, parts),
            self._own("states", _("Status"), labels("states"), filters, parts),
            Facet(
                "rings",
                _("Kern of schil"),
                self.options(
                    "rings",
                    {ring: labels("rings")[ring] for ring in SCHOOL_RINGS},
                    filters,
                    lambda value: within(self._area((value,), provinces, municipalities)),
                ),
            ),
            Facet(
                "provinces",
                _("Provincie"),
                self.options(
                    "provinces",
                    {name: name for name in self.choices.provinces},
                    filters,
                    lambda value: within(self._area(rings, (value,), municipalities)),
                ),
            ),
            Facet(
                "municipalities",
                _("Gemeente"),
                self.options(
                    "municipalities",
                    {name: name for name in names},
                    filters,
                    lambda value: within(self._area(rings, provinces, (value,))),
                ),
            ),
            self._own("institutes", _("Lerarenopleiding"), self._known_institutes(filters), filters, parts),
            self._own("academic", _("Academische kop"), labels("academic"), filters, parts),
            self._own("themes", _("Contactpersoon voor"), self.theme_labels, filters, parts),
        ]

    @property
    def theme_labels(self) -> dict[str, str]:
        return {slug: theme.title for slug, theme in self.choices.themes.items()}

    def _known_institutes(self, filters: Filters) -> dict[str, str]:
        """Institutions that train in a partnership on the day, and those that were chosen."""
        takes_part = self.own["institutes"]
        return {
            key: name for key, name in self.choices.institutes.items() if key in takes_part or key in filters.institutes
        }

    def _own(self, name: str, label: str, known: Mapping[str, str], filters: Filters, parts: dict[str, int]) -> Facet:
        count = counter(self.own[name], together(parts, self.all, name))
        return Facet(name, label, self.options(name, known, filters, count))


def _ring(member: Member) -> str:
    """A school without a ring in the source counts as shell: it takes part, more is not known."""
    return RING_WORDS.get(member.ring, SHELL)


def _rings(asked: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(ring for ring in asked if ring != NO_RING) or SCHOOL_RINGS
