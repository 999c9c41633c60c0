"""How many places there are, in a meeting and in its parts, and what is left of them."""

from collections.abc import Collection
from dataclasses import dataclass
from itertools import groupby

from django.db.models import Count, Max, Q

from steunpunt.meetings.models import Meeting, PartChoice, ProgrammeItem, Registration, RegistrationState


@dataclass(frozen=True, slots=True)
class Places:
    """The places of a meeting; without a limit `capacity` is None."""

    capacity: int | None
    taken: int
    waiting: int

    @property
    def left(self) -> int | None:
        return None if self.capacity is None else max(self.capacity - self.taken, 0)

    @property
    def is_full(self) -> bool:
        """Whether the next one waits: a place that is free belongs to whoever waits already."""
        return self.capacity is not None and (self.taken >= self.capacity or self.waiting > 0)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the programme to choose, and how many places are left in it."""

    item: ProgrammeItem
    taken: int

    @property
    def left(self) -> int | None:
        return None if self.item.capacity is None else max(self.item.capacity - self.taken, 0)

    @property
    def is_full(self) -> bool:
        return self.left == 0


@dataclass(frozen=True, slots=True)
class Round:
    """Parts that stand beside each other."""

    number: int
    parts: list[Part]


def places_of(meeting: Meeting) -> Places:
    """Counted anew; inside an action, with the meeting locked, it is exact."""
    counts = Registration.objects.filter(meeting=meeting).aggregate(
        taken=Count("pk", filter=Q(state=RegistrationState.REGISTERED)),
        waiting=Count("pk", filter=Q(state=RegistrationState.WAITING)),
    )
    return Places(meeting.capacity, counts["taken"], counts["waiting"])


def next_turn(meeting: Meeting) -> int:
    """The number for whoever comes now; ask with the meeting locked."""
    return (Registration.objects.filter(meeting=meeting).aggregate(last=Max("turn"))["last"] or 0) + 1


def rounds_of(meeting: Meeting) -> list[Round]:
    """Rounds in which there is something to choose, in order."""
    items = list(ProgrammeItem.objects.filter(meeting=meeting, round__isnull=False).order_by("round", "title", "pk"))
    taken = taken_in([item.pk for item in items])
    return [
        Round(number or 0, [Part(item, taken.get(item.pk, 0)) for item in group])
        for number, group in groupby(items, key=lambda item: item.round)
    ]


def taken_in(parts: Collection[int], besides: Registration | None = None) -> dict[int, int]:
    """How many people with a place go to each of these parts; one registration may be left out."""
    rows = PartChoice.objects.filter(part__in=parts, registration__state=RegistrationState.REGISTERED)
    if besides is not None and besides.pk:
        rows = rows.exclude(registration=besides)
    counts = rows.order_by().values("part").annotate(number=Count("pk"))
    return {row["part"]: row["number"] for row in counts}
