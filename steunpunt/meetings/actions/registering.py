"""Registering for a meeting, changing what one said, withdrawing, coming back and handing a place over."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.access import Actor, require
from steunpunt.foundation.ledger.actions import record
from steunpunt.meetings.models import (
    InvitationAnswer,
    Meeting,
    MeetingAnswer,
    MeetingInvitation,
    MeetingQuestion,
    ProgrammeItem,
    Registration,
    RegistrationState,
)
from steunpunt.meetings.queries.given import SAID, Given
from steunpunt.meetings.queries.invitations import invitation_by_link
from steunpunt.meetings.queries.places import next_turn, places_of
from steunpunt.meetings.queries.registrations import at_address, place_in_line
from steunpunt.meetings.rules.registering import (
    can_change,
    can_come_back,
    can_hand_over,
    can_withdraw,
    may_come,
    why_closed,
)
from steunpunt.network.actions.form_use import count_use

from .mailing import confirm, tell_already, tell_handed_over, tell_waiting, tell_withdrawn, told_of
from .places import choose_parts, fill, locked_meeting, locked_parts, require_places_in

MOST_PER_HOUR = 30
"""Of one connection: a whole school may register in a break."""
TOO_MANY = _("Vanaf deze verbinding zijn dit uur al veel aanmeldingen gedaan. Probeer het over een uur nog eens.")
NOT_INVITED = _("Deze bijeenkomst is op uitnodiging. Gebruik de link uit je mail.")
TOO_LATE = _("Dit kan niet meer: de bijeenkomst is begonnen, of je bent al afgemeld.")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it. A stranger is not told whether the address was there already; its owner gets a mail."""

    registration: Registration
    was_there: bool


def register(
    meeting: Meeting, given: Given, *, by: Actor, at: datetime, fingerprint: str = "", invitation: str = ""
) -> Outcome:
    """Ask for a place: you get one, or you stand on the waiting list. The place of an address is given once."""
    require(may_come(by, meeting, invitation), NOT_INVITED)
    with transaction.atomic():
        _count(fingerprint, at=at)
        held = locked_meeting(meeting)
        closed = why_closed(held, at)
        require(not closed, closed)
        fill(held, at=at)
        if not places_of(held).is_full:
            # Before the address is looked up: what is refused must not depend on who is there.
            require_places_in(locked_parts(held, given.parts))
        found = at_address(held, given.email)
        if found is not None and found.state != RegistrationState.WITHDRAWN:
            tell_already(found, at=at)
            return Outcome(found, True)
        registration = found or Registration(meeting=held, email=given.email)
        registration.meeting = held
        _tell_owner(registration, by)
        _take_turn(registration, at=at)
        _say(registration, given)
        _answer_invitation(registration, invitation, at=at)
        _came(registration, by=by, at=at)
    return Outcome(registration, False)


def change(registration: Registration, given: Given, *, by: Actor, at: datetime, fingerprint: str = "") -> Registration:
    """Say something else; the address and the place stay."""
    with transaction.atomic():
        _count(fingerprint, at=at)
        held = _held(registration)
        require(can_change(held, at), TOO_LATE)
        _say(held, given)
        _note(held, "registration-changed", _now("Aanmelding gewijzigd."), by=by, at=at)
    return held


def withdraw(registration: Registration, *, by: Actor, at: datetime, fingerprint: str = "") -> Registration:
    """Give the place back; whoever waits first gets it at once."""
    with transaction.atomic():
        _count(fingerprint, at=at)
        held = _held(registration)
        require(can_withdraw(held, at), TOO_LATE)
        _leave(held, at=at)
        tell_withdrawn(held, at=at)
        _note(held, "registration-withdrawn", _now("Afgemeld."), by=by, at=at)
        fill(held.meeting, at=at)
    return held


def come_back(registration: Registration, *, by: Actor, at: datetime, fingerprint: str = "") -> Registration:
    """Want to come after all: a place that is free, or the end of the line."""
    with transaction.atomic():
        _count(fingerprint, at=at)
        held = _held(registration)
        require(can_come_back(held, at), TOO_LATE)
        fill(held.meeting, at=at)
        _take_turn(held, at=at)
        held.save()
        _came(held, by=by, at=at)
    return held


def hand_over(
    registration: Registration, name: str, email: str, *, by: Actor, at: datetime, fingerprint: str = ""
) -> Registration:
    """Your place goes to somebody else. Whoever had a place already keeps it, and yours goes to the first who waits."""
    address = email.strip().lower()
    require(address != registration.email.lower(), _("Vul het adres van je collega in."), field="email")
    with transaction.atomic():
        _count(fingerprint, at=at)
        held = _held(registration)
        require(can_hand_over(held, at), _("Je hebt nu geen plaats om door te geven."))
        parts = [choice.part for choice in held.choices.select_related("part")]
        found = at_address(held.meeting, address)
        _leave(held, at=at)
        if found is None or not found.has_place:
            substitute = found or Registration(meeting=held.meeting, email=address)
            _step_in(substitute, held, name, parts, by=by, at=at)
        tell_handed_over(held, name, at=at)
        _note(held, "registration-handed-over", _now("Plek doorgegeven."), by=by, at=at)
        fill(held.meeting, at=at)
    return held


def _held(registration: Registration) -> Registration:
    """The registration as it is now, with its meeting locked first: the same order everywhere."""
    meeting = locked_meeting(registration.meeting)
    held = Registration.objects.select_for_update().get(pk=registration.pk)
    held.meeting = meeting
    return held


def _count(fingerprint: str, *, at: datetime) -> None:
    """One more deed of this connection; the deeds of leaders and of the platform itself are not counted."""
    if fingerprint:
        count_use(fingerprint, most=MOST_PER_HOUR, sentence=TOO_MANY, at=at)


def _tell_owner(registration: Registration, by: Actor) -> None:
    """An account holds the registration only when it is of its own address."""
    if by.account is not None and by.account.email.lower() == registration.email:
        registration.account = by.account


def _take_turn(registration: Registration, *, at: datetime) -> None:
    """The next number; with a free place and nobody waiting, a place."""
    meeting = registration.meeting
    is_full = places_of(meeting).is_full
    registration.state = RegistrationState.WAITING if is_full else RegistrationState.REGISTERED
    registration.turn = next_turn(meeting)
    registration.registered_at, registration.withdrawn_at = at, None
    registration.told = told_of(meeting)


def _say(registration: Registration, given: Given) -> None:
    for name in SAID:
        if name in given.facts:
            setattr(registration, name, given.facts[name])
    registration.save()
    choose_parts(registration, given.parts)
    if given.answers is not None:
        _answer(registration, given.answers)


def _answer(registration: Registration, answers: Mapping[int, str]) -> None:
    """Only questions of this meeting; an empty answer is none."""
    keys = MeetingQuestion.objects.filter(meeting=registration.meeting, pk__in=answers).values_list("pk", flat=True)
    registration.answers.filter(question__in=list(keys)).delete()
    MeetingAnswer.objects.bulk_create(
        MeetingAnswer(question_id=key, registration=registration, text=answers[key]) for key in keys if answers[key]
    )


def _came(registration: Registration, *, by: Actor, at: datetime) -> None:
    """Note it and say by mail what came of it."""
    if registration.has_place:
        confirm(registration, at=at)
        _note(registration, "registered", _now("Aangemeld."), by=by, at=at)
    else:
        tell_waiting(registration, place_in_line(registration), at=at)
        _note(registration, "registered-waiting", _now("Op de wachtlijst gezet."), by=by, at=at)


def _leave(registration: Registration, *, at: datetime) -> None:
    registration.choices.all().delete()
    registration.state, registration.withdrawn_at = RegistrationState.WITHDRAWN, at
    registration.attended_at, registration.attended_how = None, ""
    registration.save()
    MeetingInvitation.objects.filter(registration=registration).update(answer=InvitationAnswer.DECLINED, answered_at=at)


def _step_in(
    substitute: Registration,
    former: Registration,
    name: str,
    parts: Iterable[ProgrammeItem],
    *,
    by: Actor,
    at: datetime,
) -> None:
    """The place of `former`, whoever else may be waiting; with the same organisation and the same parts."""
    substitute.meeting = former.meeting
    substitute.name, substitute.substitute_of = name, former
    for fact in ("organisation", "partnership", "sector"):
        setattr(substitute, fact, getattr(former, fact))
    substitute.turn = next_turn(former.meeting)
    substitute.state, substitute.registered_at, substitute.withdrawn_at = RegistrationState.REGISTERED, at, None
    substitute.told = told_of(former.meeting)
    substitute.save()
    choose_parts(substitute, parts)
    confirm(substitute, at=at)
    _note(substitute, "registered-as-substitute", _now("Aangemeld in plaats van iemand anders."), by=by, at=at)


def _answer_invitation(registration: Registration, link: str, *, at: datetime) -> None:
    """By its link, or because the address was invited."""
    found = invitation_by_link(link) if link else None
    rows = MeetingInvitation.objects.filter(meeting=registration.meeting)
    rows = rows.filter(pk=found.pk) if found is not None else rows.filter(email__iexact=registration.email)
    rows.update(answer=InvitationAnswer.ACCEPTED, answered_at=at, registration=registration)


def _note(registration: Registration, deed: str, summary: str, *, by: Actor, at: datetime) -> None:
    """On the registration itself: the history of a meeting does not grow with everybody who comes."""
    record(by=by, at=at, deed=deed, summary=summary, subjects=[registration.reference])
