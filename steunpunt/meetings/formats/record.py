"""A meeting as plain values for everything that leaves the house: the same words in every format."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.urls import reverse
from django.utils.timezone import localtime

from steunpunt.meetings.models import Admission, Meeting, MeetingKind, MeetingState
from steunpunt.network.queries.people import partnership_names

PUBLISHER = "Steunpunt Opleidingsscholen"
KINDS = {
    MeetingKind.THEME: "themabijeenkomst",
    MeetingKind.MIRROR: "spiegelbijeenkomst",
    MeetingKind.REGIONAL: "regiobijeenkomst",
    MeetingKind.CONGRESS: "congres",
    MeetingKind.KNOWLEDGE_CIRCLE: "kenniskring",
    MeetingKind.ROUND_TABLE: "rondetafelgesprek",
    MeetingKind.IMPROVISED: "losse-werkvorm",
}
KIND_OF = {word: kind.value for kind, word in KINDS.items()}


@dataclass(frozen=True)
class Named:
    """Something else with its page."""

    code: str
    name: str
    url: str


@dataclass(frozen=True)
class MeetingRecord:
    """What everybody may know of a meeting; the link to join online is not among it."""

    public_id: str
    slug: str
    url: str
    kind: str
    kind_name: str
    title: str
    summary: str
    starts_at: datetime
    ends_at: datetime
    venue: str
    address: str
    is_online: bool
    sectors: tuple[str, ...]
    themes: tuple[Named, ...]
    partnership: Named | None
    series: Named | None
    capacity: int | None
    registration_until: datetime | None
    is_cancelled: bool
    cancel_reason: str
    is_public: bool
    is_example: bool
    revision: int
    """Goes up with every change."""

    @property
    def place(self) -> str:
        return ", ".join(filter(None, (self.venue, self.address)))

    @property
    def organiser(self) -> str:
        return self.partnership.name if self.partnership else PUBLISHER


def records_of(meetings: Iterable[Meeting], day: date) -> list[MeetingRecord]:
    """All of these meetings as plain values; the names of partnerships are asked once."""
    rows = list(meetings)
    names = partnership_names([row.partnership_id for row in rows if row.partnership_id], day)
    return [_record(row, names) for row in rows]


def _record(row: Meeting, names: dict[int, str]) -> MeetingRecord:
    return MeetingRecord(
        public_id=row.public_id,
        slug=row.slug,
        url=_address("meetings:meeting", row.slug),
        kind=KINDS[MeetingKind(row.kind)],
        kind_name=str(MeetingKind(row.kind).label),
        title=row.title,
        summary=row.summary,
        starts_at=localtime(row.starts_at),
        ends_at=localtime(row.ends_at),
        venue=row.venue,
        address=row.address,
        is_online=bool(row.online_link),
        sectors=tuple(row.sectors),
        themes=tuple(
            Named(theme.slug, theme.title, _address("network:theme", theme.slug)) for theme in row.themes.all()
        ),
        partnership=_partnership(row, names),
        series=Named(row.series.public_id, row.series.title, _address("meetings:series", row.series.slug))
        if row.series
        else None,
        capacity=row.capacity,
        registration_until=row.registration_until,
        is_cancelled=row.state == MeetingState.CANCELLED,
        cancel_reason=row.cancel_reason,
        is_public=row.admission == Admission.PUBLIC,
        is_example=row.is_example,
        revision=row.revision,
    )


def _partnership(row: Meeting, names: dict[int, str]) -> Named | None:
    if row.partnership is None:
        return None
    slug = row.partnership.slug
    return Named(slug, names.get(row.partnership.pk, slug), _address("network:partnership", slug))


def _address(name: str, slug: str) -> str:
    return settings.BASE_URL + reverse(name, args=[slug])
