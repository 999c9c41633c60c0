"""Giving places away: always with the meeting locked, first to whoever waited longest."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from steunpunt.foundation.access import Actor, require
from steunpunt.foundation.ledger.actions import record
from steunpunt.meetings.models import Meeting, MeetingState, PartChoice, ProgrammeItem, Registration, RegistrationState
from steunpunt.meetings.queries.given import round_field
from steunpunt.meetings.queries.places import places_of, taken_in
from steunpunt.meetings.rules.registering import gives_places

from .mailing import tell_place, told_of


def locked_meeting(meeting: Meeting) -> Meeting:
    """The meeting as it is now; everybody else who wants a place waits for the end of this transaction."""
    return Meeting.objects.select_for_update().get(pk=meeting.pk)


def locked_parts(meeting: Meeting, parts: Iterable[ProgrammeItem]) -> list[ProgrammeItem]:
    """These parts of the meeting, always in the same order; a part of another meeting is left out."""
    keys = [part.pk for part in parts]
    rows = ProgrammeItem.objects.select_for_update().filter(meeting=meeting, pk__in=keys, round__isnull=False)
    return list(rows.order_by("pk"))


def choose_parts(registration: Registration, parts: Iterable[ProgrammeItem]) -> None:
    """One part per round; refuses a part that is full, at its round. The meeting is locked already."""
    chosen = locked_parts(registration.meeting, parts)
    rounds = [part.round for part in chosen]
    require(len(rounds) == len(set(rounds)), _("Kies per ronde één onderdeel."))
    if registration.has_place:
        require_places_in(chosen, registration)
    registration.choices.exclude(part__in=chosen).delete()
    held = set(registration.choices.values_list("part", flat=True))
    PartChoice.objects.bulk_create(
        PartChoice(registration=registration, part=part) for part in chosen if part.pk not in held
    )


def require_places_in(parts: list[ProgrammeItem], besides: Registration | None = None) -> None:
    """Refuses the first part that is full, at its round."""
    for part in _full(parts, besides):
        sentence = _("‘%(title)s’ is vol. Kies iets anders.") % {"title": part.title}
        require(False, sentence, field=round_field(part.round))


def fill_places(public_id: str, *, at: datetime) -> int:
    """Give the free places of a meeting to those who wait; how many got one. Safe to call at any time."""
    with transaction.atomic():
        meeting = Meeting.objects.select_for_update().filter(public_id=public_id).first()
        return fill(meeting, at=at) if meeting is not None else 0


def fill_all(*, at: datetime) -> int:
    """The same for every meeting to come in which somebody waits."""
    rows = Meeting.objects.filter(state=MeetingState.PUBLISHED, starts_at__gt=at)
    waiting = rows.filter(registrations__state=RegistrationState.WAITING).distinct()
    return sum(fill_places(public_id, at=at) for public_id in waiting.values_list("public_id", flat=True))


def fill(meeting: Meeting, *, at: datetime) -> int:
    """With the meeting locked."""
    if not gives_places(meeting, at):
        return 0
    left = places_of(meeting).left
    waiting = Registration.objects.filter(meeting=meeting, state=RegistrationState.WAITING).order_by("turn")
    found = list(waiting if left is None else waiting[:left])
    for registration in found:
        registration.meeting = meeting
        _give_place(registration, at=at)
    return len(found)


def _give_place(registration: Registration, *, at: datetime) -> None:
    parts = locked_parts(registration.meeting, [choice.part for choice in registration.choices.select_related("part")])
    full = _full(parts, registration)
    registration.choices.filter(part__in=full).delete()
    registration.state = RegistrationState.REGISTERED
    registration.told = told_of(registration.meeting)
    registration.save(update_fields=["state", "told"])
    record(
        by=Actor.for_system("wachtlijst"),
        at=at,
        deed="registration-got-place",
        summary=_("Plaats gekregen vanaf de wachtlijst."),
        subjects=[registration.reference],
    )
    tell_place(registration, [part.title for part in full], at=at)


def _full(parts: list[ProgrammeItem], besides: Registration | None) -> list[ProgrammeItem]:
    taken = taken_in([part.pk for part in parts], besides)
    return [part for part in parts if part.capacity is not None and taken.get(part.pk, 0) >= part.capacity]
