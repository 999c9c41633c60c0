"""Who is there: the list at the door, and the counts beside it."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from steunpunt.meetings.models import Meeting, Registration, RegistrationState


@dataclass(frozen=True, slots=True)
class Door:
    """How many people are expected and how many are in."""

    expected: int
    present: int

    @property
    def missing(self) -> int:
        return max(self.expected - self.present, 0)


def expected_at(meeting: Meeting, text: str = "") -> QuerySet[Registration]:
    """Who may come in: whoever has a place, and whoever was let in without one; by name."""
    rows = Registration.objects.filter(meeting=meeting)
    rows = rows.filter(Q(state=RegistrationState.REGISTERED) | Q(attended_at__isnull=False))
    for word in text.split():
        rows = rows.filter(Q(name__unaccent__icontains=word) | Q(organisation__unaccent__icontains=word))
    return rows.order_by("name", "pk")


def waiting_at(meeting: Meeting, text: str) -> QuerySet[Registration]:
    """Who stands on the waiting list and may be at the door all the same; only for whoever looks for a name."""
    rows = Registration.objects.filter(
        meeting=meeting, state=RegistrationState.WAITING, attended_at__isnull=True
    ).order_by("turn")
    words = text.split()
    if not words:
        return rows.none()
    for word in words:
        rows = rows.filter(name__unaccent__icontains=word)
    return rows


def door_of(meeting: Meeting) -> Door:
    expected = Registration.objects.filter(meeting=meeting, state=RegistrationState.REGISTERED).count()
    present = Registration.objects.filter(meeting=meeting, attended_at__isnull=False).count()
    return Door(expected, present)
