"""The rows of the directory: what a list, a map or an export shows of a record on one day."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import urlsplit

from django.urls import reverse
from django.utils.translation import gettext as _

from steunpunt.foundation.periods.models import since_words
from steunpunt.network.models import MembershipRole, PartnershipState, ProgrammeKind, Ring
from steunpunt.network.queries.addresses import organisation_address

SHOWN_PLACES = 4


@dataclass(frozen=True, slots=True)
class Since:
    """The begin of a dated fact."""

    day: date | None = None
    is_unknown: bool = False

    def __str__(self) -> str:
        return since_words(self.day, self.is_unknown)

    @property
    def year(self) -> str:
        """The year alone, for dense lists; empty when nobody knows."""
        return "" if self.day is None or self.is_unknown else str(self.day.year)


@dataclass(frozen=True, slots=True)
class OrganisationRow:
    """An organisation as it was on the day."""

    id: int
    public_id: str
    kind: str
    code: str
    source: str
    source_date: date | None
    is_example: bool
    name: str
    sector: str
    part_of: int | None
    street: str
    house_number: str
    postcode: str
    place: str
    municipality: str
    province: str
    latitude: float | None
    longitude: float | None
    pupils: int | None

    @property
    def key(self) -> str:
        return self.code or self.public_id

    @property
    def url(self) -> str:
        return organisation_address(self.kind, self.key)

    @property
    def has_point(self) -> bool:
        return self.latitude is not None and self.longitude is not None

    @property
    def address(self) -> str:
        return f"{self.street} {self.house_number}".strip()


@dataclass(frozen=True, slots=True)
class Member:
    """An organisation in a partnership on the day."""

    organisation: OrganisationRow
    role: str
    ring: str
    since: Since

    @property
    def is_school(self) -> bool:
        return self.role == MembershipRole.SCHOOL


@dataclass(frozen=True, slots=True)
class PartnershipRow:
    """A partnership as it was on the day, with its members."""

    id: int
    public_id: str
    slug: str
    name: str
    sectors: tuple[str, ...]
    region: str
    area: str
    state: str
    state_since: Since
    source: str
    source_date: str
    is_verified: bool
    is_example: bool
    is_academic: bool
    lead: str
    members: tuple[Member, ...]
    themes: tuple[str, ...]
    since: Since
    core: int = 0
    shell: int = 0

    @property
    def title(self) -> str:
        return self.name

    @property
    def mark(self) -> str:
        """What the map calls it."""
        return f"partnerschap:{self.slug}"

    @property
    def url(self) -> str:
        return reverse("network:partnership", args=[self.slug])

    @property
    def state_label(self) -> str:
        return str(PartnershipState(self.state).label)

    @property
    def institutes(self) -> list[Member]:
        return [member for member in self.members if member.role == MembershipRole.INSTITUTE]

    @property
    def boards(self) -> list[Member]:
        return [member for member in self.members if member.role == MembershipRole.BOARD]

    def schools(self, ring: str = "") -> list[Member]:
        """The member schools, of one ring or of both."""
        return [one for one in self.members if one.is_school and ring in ("", one.ring)]

    @property
    def core_schools(self) -> list[Member]:
        return self.schools(Ring.CORE)

    @property
    def shell_schools(self) -> list[Member]:
        return self.schools(Ring.SHELL)

    @property
    def provinces(self) -> list[str]:
        """Where its schools stand, most schools first."""
        return _by_number([one.organisation.province for one in self.members if one.is_school])

    @property
    def places(self) -> list[str]:
        return _by_number([one.organisation.place for one in self.members if one.is_school])

    @property
    def where(self) -> str:
        """The places with most of its schools, and how many more there are."""
        places = self.places
        named, rest = places[:SHOWN_PLACES], len(places) - SHOWN_PLACES
        if rest <= 1:
            return ", ".join(places)
        return _("%(named)s en %(rest)s andere plaatsen") % {"named": ", ".join(named), "rest": rest}

    @property
    def source_name(self) -> str:
        """The source, short enough for a list: of an address only whose it is."""
        return source_name(self.source)

    @property
    def institute_names(self) -> str:
        return ", ".join(one.organisation.name for one in self.institutes)


@dataclass(frozen=True, slots=True)
class SiteMembership:
    """A partnership as it shows at one of its schools."""

    slug: str
    name: str
    ring: str
    since: Since

    @property
    def url(self) -> str:
        return reverse("network:partnership", args=[self.slug])


@dataclass(frozen=True, slots=True)
class SiteRow:
    """A school site on the day, with its board and the partnerships it takes part in."""

    organisation: OrganisationRow
    school: OrganisationRow | None
    board: OrganisationRow | None
    memberships: tuple[SiteMembership, ...]

    @property
    def id(self) -> int:
        return self.organisation.id

    @property
    def public_id(self) -> str:
        return self.organisation.public_id

    @property
    def title(self) -> str:
        return self.organisation.name

    @property
    def mark(self) -> str:
        return f"vestiging:{self.organisation.code}"

    @property
    def url(self) -> str:
        return self.organisation.url

    @property
    def brin(self) -> str:
        return self.school.code if self.school else self.organisation.code[:4]


@dataclass(frozen=True, slots=True)
class ProgrammeRow:
    """A teacher-training programme on the day."""

    institution_id: int
    croho: str
    name: str
    kind: str
    level: str
    place: str
    accredited_until: date | None


@dataclass(frozen=True, slots=True)
class InstitutionRow:
    """A teacher-training institution on the day."""

    organisation: OrganisationRow
    programmes: tuple[ProgrammeRow, ...] = ()
    memberships: tuple[SiteMembership, ...] = field(default=())

    @property
    def id(self) -> int:
        return self.organisation.id

    @property
    def public_id(self) -> str:
        return self.organisation.public_id

    @property
    def title(self) -> str:
        return self.organisation.name

    @property
    def mark(self) -> str:
        return f"instituut:{self.organisation.key}"

    @property
    def url(self) -> str:
        return self.organisation.url

    @property
    def kinds(self) -> list[tuple[str, int]]:
        """The sorts of programmes with how many there are of each."""
        counted = Counter(one.kind for one in self.programmes)
        return [(str(ProgrammeKind(kind).label), number) for kind, number in counted.most_common()]

    @property
    def places(self) -> list[str]:
        return _by_number([one.place for one in self.programmes]) or _by_number([self.organisation.place])


def source_name(source: str) -> str:
    """Whose site an address is of; other words stay as they are."""
    if not source.startswith(("http://", "https://")):
        return source
    return (urlsplit(source).hostname or source).removeprefix("www.")


def _by_number(words: list[str]) -> list[str]:
    """The different words, the most frequent first, then by alphabet."""
    counted = Counter(word for word in words if word)
    return sorted(counted, key=lambda word: (-counted[word], word))
