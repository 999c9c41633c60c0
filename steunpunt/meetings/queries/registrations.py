"""Reading registrations: one's own by its link, and the list of a meeting."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Count, Q, QuerySet

from steunpunt.foundation.access import Actor
from steunpunt.meetings.models import Meeting, Registration, RegistrationState
from steunpunt.network.queries.people import partnership_names

from .leading import visible_to_lead


@dataclass(frozen=True, slots=True)
class Choice:
    """What the leader of a meeting wants to see of the list."""

    state: str = ""
    text: str = ""
    part: str = ""
    """The public id of a part of the programme."""


@dataclass(frozen=True)
class Counts:
    """How many people, per state and at the door."""

    registered: int
    waiting: int
    withdrawn: int
    attended: int

    @property
    def all(self) -> int:
        return self.registered + self.waiting + self.withdrawn


@dataclass(frozen=True)
class Wish:
    """Something that people need, and how many of them."""

    text: str
    number: int


@dataclass
class Line:
    """A registration with what the list shows of it."""

    row: Registration
    partnership: str = ""
    parts: list[str] = field(default_factory=list)
    answers: list[tuple[str, str]] = field(default_factory=list)


def visible_registrations(actor: Actor) -> QuerySet[Registration]:
    """Those of meetings that one leads, and one's own."""
    if actor.is_staff:
        return Registration.objects.all()
    if actor.account is None:
        return Registration.objects.none()
    return Registration.objects.filter(Q(meeting__in=visible_to_lead(actor)) | Q(account=actor.account))


def registration_by_link(link: str) -> Registration | None:
    """For whoever holds the link, with or without an account."""
    return _with_meeting().filter(link=link).exclude(email="").first()


def registration_at(meeting: Meeting, public_id: str) -> Registration | None:
    """For whoever leads the meeting."""
    return _with_meeting().filter(meeting=meeting, public_id=public_id).first()


def own_registration(actor: Actor, meeting: Meeting) -> Registration | None:
    """What somebody with an account has here, also when it came without one; not when withdrawn."""
    if actor.account is None:
        return None
    own = Q(account=actor.account) | Q(email__iexact=actor.account.email)
    rows = _with_meeting().filter(own, meeting=meeting).exclude(email="")
    return rows.exclude(state=RegistrationState.WITHDRAWN).order_by("turn").first()


def at_address(meeting: Meeting, email: str) -> Registration | None:
    return Registration.objects.filter(meeting=meeting, email__iexact=email).first()


def place_in_line(registration: Registration) -> int:
    """One for whoever is the first to get a place."""
    before = Registration.objects.filter(
        meeting=registration.meeting, state=RegistrationState.WAITING, turn__lt=registration.turn
    )
    return before.count() + 1


def listed(actor: Actor, meeting: Meeting, choice: Choice) -> QuerySet[Registration]:
    """The registrations of a meeting as chosen, in the order in which people came."""
    rows = _with_meeting(visible_registrations(actor)).filter(meeting=meeting)
    if choice.state == "attended":
        rows = rows.filter(attended_at__isnull=False)
    elif choice.state in RegistrationState.values:
        rows = rows.filter(state=choice.state)
    if choice.part:
        rows = rows.filter(choices__part__public_id=choice.part)
    for word in choice.text.split():
        rows = rows.filter(
            Q(name__unaccent__icontains=word) | Q(organisation__unaccent__icontains=word) | Q(email__icontains=word)
        )
    return rows.order_by("turn", "pk")


def lines_of(rows: Iterable[Registration], actor: Actor) -> list[Line]:
    """What the list and the files show, in a fixed number of questions to the database."""
    found = list(rows)
    names = partnership_names({row.partnership_id for row in found if row.partnership_id}, actor.day)
    return [
        Line(
            row,
            names.get(row.partnership_id or 0, ""),
            [choice.part.title for choice in row.choices.all()],
            [(answer.question.text, answer.text) for answer in row.answers.all()],
        )
        for row in found
    ]


def readers_of(meeting: Meeting, group: str) -> QuerySet[Registration]:
    """Whom a mail to this group reaches: everybody who did not withdraw, or those with a place, who wait, or were there."""
    rows = _with_meeting().filter(meeting=meeting).exclude(email="").exclude(state=RegistrationState.WITHDRAWN)
    if group == "attended":
        return rows.filter(attended_at__isnull=False)
    return rows.filter(state=group) if group in RegistrationState.values else rows


def counts_of(meeting: Meeting) -> Counts:
    found = Registration.objects.filter(meeting=meeting).aggregate(
        registered=Count("pk", filter=Q(state=RegistrationState.REGISTERED)),
        waiting=Count("pk", filter=Q(state=RegistrationState.WAITING)),
        withdrawn=Count("pk", filter=Q(state=RegistrationState.WITHDRAWN)),
        attended=Count("pk", filter=Q(attended_at__isnull=False)),
    )
    return Counts(**found)


def diets_of(meeting: Meeting) -> list[Wish]:
    """What people with a place eat or do not eat; the same words are counted together."""
    return _summed(meeting, "diet")


def needs_of(meeting: Meeting) -> list[Wish]:
    """What people with a place need to be able to take part."""
    return _summed(meeting, "access")


def _summed(meeting: Meeting, name: str) -> list[Wish]:
    rows = Registration.objects.filter(meeting=meeting, state=RegistrationState.REGISTERED).exclude(**{name: ""})
    counts: dict[str, list[str]] = {}
    for text in rows.order_by("turn").values_list(name, flat=True):
        counts.setdefault(text.strip().lower(), []).append(text.strip())
    wishes = [Wish(texts[0], len(texts)) for texts in counts.values()]
    return sorted(wishes, key=lambda wish: (-wish.number, wish.text.lower()))


def _with_meeting(rows: QuerySet[Registration] | None = None) -> QuerySet[Registration]:
    found = Registration.objects.all() if rows is None else rows
    return found.select_related("meeting", "substitute_of").prefetch_related("choices__part", "answers__question")
