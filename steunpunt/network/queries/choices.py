"""What can be chosen in a filter: provinces, municipalities, institutes, themes and postcodes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.sectors import SECTOR_NAMES, Sector
from steunpunt.network.models import (
    Municipality,
    OrganisationKind,
    OrganisationVersion,
    PartnershipState,
    Postcode,
    ProgrammeKind,
    Province,
    Ring,
    Theme,
)

from .changes import stamps
from .remembering import Shelf

KINDS = {"partnerschap": _("partnerschappen"), "school": _("scholen"), "opleider": _("opleiders")}
SECTORS = {sector.value: SECTOR_NAMES[sector] for sector in Sector}
ALL_SECTORS = "alle"
"""Asks for no sector at all, also of a visitor who has one."""
STATES = {
    "erkend": PartnershipState.RECOGNISED,
    "aspirant": PartnershipState.ASPIRANT,
    "kandidaat": PartnershipState.CANDIDATE,
    "beeindigd": PartnershipState.ENDED,
    "onbekend": PartnershipState.UNKNOWN,
}
STATE_WORDS = {state.value: word for word, state in STATES.items()}
ACADEMIC = {"ja": _("met academische kop"), "nee": _("zonder academische kop")}
CORE, SHELL, NO_RING = "kern", "schil", "geen"
RINGS = {CORE: _("kernschool"), SHELL: _("schilschool"), NO_RING: _("in geen partnerschap")}
RING_WORDS = {Ring.CORE.value: CORE, Ring.SHELL.value: SHELL}
PROGRAMMES = {
    "pabo": ProgrammeKind.PABO,
    "tweede-graad": ProgrammeKind.SECOND_DEGREE,
    "eerste-graad-hbo": ProgrammeKind.FIRST_DEGREE_HBO,
    "eerste-graad-wo": ProgrammeKind.FIRST_DEGREE_WO,
    "kunstvakken": ProgrammeKind.ARTS,
    "lichamelijke-opvoeding": ProgrammeKind.PHYSICAL_EDUCATION,
    "overig": ProgrammeKind.OTHER,
}
PROGRAMME_WORDS = {kind.value: word for word, kind in PROGRAMMES.items()}
DEEPEST = 5
RADII = (5, 10, 20, 30, 50)


@cache
def labels(field: str) -> dict[str, str]:
    """Value → Dutch words, translated once, because that takes longer than counting."""
    known: dict[str, Mapping[str, object]] = {
        "sectors": SECTORS,
        "states": {word: state.label for word, state in STATES.items()},
        "rings": RINGS,
        "academic": ACADEMIC,
        "programmes": {word: kind.label for word, kind in PROGRAMMES.items()},
    }
    return {value: str(label) for value, label in known[field].items()}


@dataclass(frozen=True, slots=True)
class Place:
    """The point of a postcode."""

    digits: str
    name: str
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class ThemeChoice:
    """A theme with all that falls under it, so that choosing a parent finds the children too."""

    slug: str
    title: str
    """With a dash for every step down the tree."""
    below: frozenset[str]


@dataclass(frozen=True, slots=True)
class Choices:
    """The values that a filter knows; `municipalities` says in which province each lies."""

    provinces: tuple[str, ...]
    municipalities: dict[str, str]
    institutes: dict[str, str]
    themes: dict[str, ThemeChoice]
    postcodes: dict[str, Place]


_shelf = Shelf(2)


def choices() -> Choices:
    """All values that can be chosen, as the register stands now."""
    return _shelf.take(tuple(stamps().items()), _gather)


def _gather() -> Choices:
    places = Municipality.objects.order_by("name").values_list("name", "province__name")
    return Choices(
        provinces=tuple(Province.objects.order_by("name").values_list("name", flat=True)),
        municipalities=dict(places),
        institutes=_institutes(),
        themes=_themes(),
        postcodes={row[0]: Place(*row) for row in _postcodes()},
    )


def _postcodes() -> list[tuple[str, str, float, float]]:
    return list(Postcode.objects.values_list("digits", "place", "latitude", "longitude"))


def _institutes() -> dict[str, str]:
    """Key (BRIN, otherwise the public id) and latest name of every institution that ever was."""
    rows = OrganisationVersion.objects.filter(organisation__kind=OrganisationKind.TRAINING_INSTITUTION)
    named = rows.order_by("valid_from").values_list("organisation__code", "organisation__public_id", "name")
    found = {code or public_id: name for code, public_id, name in named}
    return dict(sorted(found.items(), key=lambda pair: pair[1].casefold()))


def _themes() -> dict[str, ThemeChoice]:
    rows = list(Theme.objects.values_list("pk", "slug", "title", "parent_id"))
    children: dict[int | None, list[int]] = {}
    for pk, _slug, _title, parent in rows:
        children.setdefault(parent, []).append(pk)
    slugs = {pk: slug for pk, slug, _title, _parent in rows}

    def below(pk: int, seen: frozenset[int] = frozenset()) -> frozenset[str]:
        deeper = (below(child, seen | {pk}) for child in children.get(pk, []) if child not in seen)
        return frozenset({slugs[pk]}).union(*deeper)

    known = {pk: (slug, title) for pk, slug, title, _parent in rows}

    def walk(parent: int | None, depth: int) -> Iterator[ThemeChoice]:
        for pk in children.get(parent, []):
            slug, title = known[pk]
            yield ThemeChoice(slug, "– " * depth + title, below(pk))
            if depth < DEEPEST:
                yield from walk(pk, depth + 1)

    return {theme.slug: theme for theme in walk(None, 0)}
