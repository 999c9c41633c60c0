"""Registering, changing, withdrawing, coming back and handing over: what becomes of the place and what is mailed."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from steunpunt.foundation.access import Actor, Refusal
from steunpunt.foundation.ledger.models import LedgerEntry
from steunpunt.foundation.outbox.models import Mail
from steunpunt.meetings.actions import registering
from steunpunt.meetings.actions.registering import MOST_PER_HOUR, register
from steunpunt.meetings.models import Admission, Meeting, MeetingState, Registration
from tests.factories.foundation import UserFactory, signed_in_actor
from tests.factories.meetings_registration import (
    BEGIN,
    NOW,
    ComingMeetingFactory,
    MeetingInvitationFactory,
    PartFactory,
    QuestionFactory,
    RegistrationFactory,
    given,
    lead_of,
)

pytestmark = pytest.mark.django_db
VISITOR = Actor.visitor()


def _mails(to: str) -> list[str]:
    return list(Mail.objects.filter(to=to).order_by("pk").values_list("subject", flat=True))


def _register(
    meeting: Meeting, email: str = "dana@voorbeeld.invalid", by: Actor = VISITOR, **facts: object
) -> Registration:
    return register(meeting, given(email, **facts), by=by, at=NOW).registration


def test_a_visitor_gets_a_place_and_a_mail_with_a_calendar_file():
    meeting = ComingMeetingFactory(title="Samen opleiden")
    row = _register(meeting, "Dana@Voorbeeld.invalid", diet="vegetarisch")

    mail = Mail.objects.get()
    assert (row.state, row.email, row.turn, row.account) == ("registered", "dana@voorbeeld.invalid", 1, None)
    assert mail.subject == "Je komt naar: Samen opleiden"
    assert row.link in mail.text
    assert "donderdag 8 oktober 2026, 13:00 tot 17:00 uur" in mail.text
    assert "https://voorbeeld.invalid/mee" in mail.text
    assert mail.file_name == "bijeenkomst.ics"
    assert "DTSTART:20261008T110000Z" in mail.file_text


def test_the_ledger_holds_no_name_and_the_history_of_the_meeting_does_not_grow():
    meeting = ComingMeetingFactory()
    row = _register(meeting, diet="vegetarisch")

    entry = LedgerEntry.objects.get()
    assert entry.subjects == [row.reference]
    assert "Dana" not in str(entry.summary) + str(entry.changes)


def test_an_account_holds_what_it_registers_at_its_own_address_only():
    actor = signed_in_actor()
    meeting = ComingMeetingFactory()

    assert _register(meeting, actor.account.email, by=actor).account == actor.account
    assert _register(meeting, "collega@voorbeeld.invalid", by=actor).account is None


def test_the_same_address_twice_changes_nothing_and_is_told_by_mail():
    meeting = ComingMeetingFactory()
    first = _register(meeting, diet="vegetarisch")
    outcome = register(meeting, given("DANA@voorbeeld.invalid", diet="noten"), by=VISITOR, at=NOW)

    first.refresh_from_db()
    assert (outcome.was_there, outcome.registration, first.diet) == (True, first, "vegetarisch")
    assert _mails("dana@voorbeeld.invalid")[1].startswith("Je bent al aangemeld")
    assert Registration.objects.count() == 1


def test_what_is_refused_does_not_depend_on_who_is_there():
    """Otherwise a full part would tell a stranger whether somebody comes."""
    meeting = ComingMeetingFactory()
    part = PartFactory(meeting=meeting, capacity=1)
    register(meeting, given("dana@voorbeeld.invalid", part), by=VISITOR, at=NOW)

    for address in ("dana@voorbeeld.invalid", "ander@voorbeeld.invalid"):
        with pytest.raises(Refusal, match="is vol") as refused:
            register(meeting, given(address, part), by=VISITOR, at=NOW)
        assert refused.value.field == "round_1"


def test_the_database_refuses_an_address_twice():
    row = RegistrationFactory(email="dana@voorbeeld.invalid")

    with pytest.raises(IntegrityError, match="registration_once_per_address"), transaction.atomic():
        RegistrationFactory(meeting=row.meeting, email="DANA@voorbeeld.invalid")


def test_a_full_meeting_gives_the_waiting_list_and_a_withdrawal_the_place():
    meeting = ComingMeetingFactory(capacity=1)
    first, second, third = (_register(meeting, f"p{n}@voorbeeld.invalid") for n in range(3))
    assert [row.state for row in (first, second, third)] == ["registered", "waiting", "waiting"]
    assert "op plek 2" in Mail.objects.get(to="p2@voorbeeld.invalid").text
    assert "voorbeeld.invalid/mee" not in Mail.objects.get(to="p2@voorbeeld.invalid").text
    registering.withdraw(first, by=VISITOR, at=NOW)

    states = list(Registration.objects.order_by("turn").values_list("state", flat=True))
    assert states == ["withdrawn", "registered", "waiting"]
    assert _mails("p1@voorbeeld.invalid")[-1].startswith("Er is een plaats voor je")
    assert _mails("p0@voorbeeld.invalid")[-1].startswith("Je bent afgemeld")


def test_whoever_comes_back_stands_at_the_end():
    meeting = ComingMeetingFactory(capacity=1)
    first, *_ = (_register(meeting, f"p{n}@voorbeeld.invalid") for n in range(3))
    row = registering.withdraw(first, by=VISITOR, at=NOW)
    back = registering.come_back(row, by=VISITOR, at=NOW)

    assert (back.state, back.turn) == ("waiting", 4)
    with pytest.raises(Refusal):
        registering.come_back(back, by=VISITOR, at=NOW)


def test_registering_again_after_a_withdrawal_is_coming_back():
    meeting = ComingMeetingFactory()
    row = registering.withdraw(_register(meeting), by=VISITOR, at=NOW)
    again = _register(meeting, diet="noten")

    assert again.pk == row.pk
    assert (again.state, again.diet, again.withdrawn_at) == ("registered", "noten", None)


def test_a_place_that_is_free_goes_first_to_who_waits():
    meeting = ComingMeetingFactory(capacity=1)
    _register(meeting, "een@voorbeeld.invalid")
    waiting = _register(meeting, "twee@voorbeeld.invalid")
    Meeting.objects.update(capacity=2)
    late = _register(meeting, "drie@voorbeeld.invalid")

    waiting.refresh_from_db()
    assert (waiting.state, late.state) == ("registered", "waiting")


def test_a_colleague_takes_the_place_before_whoever_waits():
    meeting = ComingMeetingFactory(capacity=1)
    part = PartFactory(meeting=meeting, capacity=1)
    first = register(
        meeting, given("een@voorbeeld.invalid", part, diet="noten", organisation="De Proef"), by=VISITOR, at=NOW
    ).registration
    _register(meeting, "wacht@voorbeeld.invalid")
    registering.hand_over(first, "Cees Collega", "Collega@voorbeeld.invalid", by=VISITOR, at=NOW)

    row = Registration.objects.get(email="collega@voorbeeld.invalid")
    first.refresh_from_db()
    assert (row.state, row.name, row.substitute_of, row.organisation) == (
        "registered",
        "Cees Collega",
        first,
        "De Proef",
    )
    assert (row.diet, row.choices.get().part) == ("", part)
    assert first.state == "withdrawn"
    assert Registration.objects.get(email="wacht@voorbeeld.invalid").is_waiting
    assert "Cees Collega" in Mail.objects.get(to="een@voorbeeld.invalid", subject__startswith="Je plek is door").text
    assert "Dana Deelnemer kan niet" in Mail.objects.get(to="collega@voorbeeld.invalid").text


def test_a_colleague_who_waits_gets_the_place():
    meeting = ComingMeetingFactory(capacity=1)
    first = _register(meeting, "een@voorbeeld.invalid")
    _register(meeting, "voor@voorbeeld.invalid")
    _register(meeting, "collega@voorbeeld.invalid")
    registering.hand_over(first, "Cees Collega", "collega@voorbeeld.invalid", by=VISITOR, at=NOW)

    assert Registration.objects.get(email="collega@voorbeeld.invalid").has_place
    assert Registration.objects.get(email="voor@voorbeeld.invalid").is_waiting


def test_a_place_for_whoever_has_one_goes_to_the_first_who_waits():
    meeting = ComingMeetingFactory(capacity=2)
    first = _register(meeting, "een@voorbeeld.invalid")
    _register(meeting, "collega@voorbeeld.invalid", organisation="Elders")
    _register(meeting, "wacht@voorbeeld.invalid")
    registering.hand_over(first, "Cees", "collega@voorbeeld.invalid", by=VISITOR, at=NOW)

    colleague = Registration.objects.get(email="collega@voorbeeld.invalid")
    assert (colleague.name, colleague.organisation) == ("Dana Deelnemer", "Elders")
    assert Registration.objects.get(email="wacht@voorbeeld.invalid").has_place


def test_whoever_waits_has_no_place_to_give_and_nobody_gives_to_themself():
    meeting = ComingMeetingFactory(capacity=1)
    first, waiting = _register(meeting, "een@voorbeeld.invalid"), _register(meeting, "twee@voorbeeld.invalid")

    with pytest.raises(Refusal, match="geen plaats"):
        registering.hand_over(waiting, "Cees", "c@voorbeeld.invalid", by=VISITOR, at=NOW)
    with pytest.raises(Refusal) as refused:
        registering.hand_over(first, "Cees", "EEN@voorbeeld.invalid", by=VISITOR, at=NOW)
    assert refused.value.field == "email"


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({"state": MeetingState.DRAFT}, "op uitnodiging"),
        ({"state": MeetingState.CANCELLED}, "gaat niet door"),
        ({"registration_until": NOW}, "Aanmelden kon tot 1 september 2026, 12:00 uur"),
        ({"starts_at": NOW, "ends_at": BEGIN}, "al begonnen"),
        ({"starts_at": NOW - timedelta(hours=9), "ends_at": NOW}, "is geweest"),
    ],
)
def test_why_registering_is_not_possible(facts, sentence):
    meeting = ComingMeetingFactory(**facts)

    with pytest.raises(Refusal, match=sentence):
        _register(meeting)
    assert not Registration.objects.exists()


def test_a_meeting_by_invitation_asks_for_the_link_and_notes_the_answer():
    meeting = ComingMeetingFactory(admission=Admission.INVITED)
    invitation = MeetingInvitationFactory(meeting=meeting)
    elsewhere = MeetingInvitationFactory()

    for link in ("", "onzin", elsewhere.link):
        with pytest.raises(Refusal, match="op uitnodiging"):
            register(meeting, given(), by=VISITOR, at=NOW, invitation=link)
    row = register(meeting, given(), by=VISITOR, at=NOW, invitation=invitation.link).registration
    invitation.refresh_from_db()
    assert (invitation.answer, invitation.registration) == ("accepted", row)
    registering.withdraw(row, by=VISITOR, at=NOW)
    invitation.refresh_from_db()
    assert invitation.answer == "declined"


def test_an_account_whose_address_was_invited_needs_no_link():
    account = UserFactory()
    meeting = ComingMeetingFactory(admission=Admission.UNLISTED)
    MeetingInvitationFactory(meeting=meeting, email=account.email.upper())

    assert _register(meeting, account.email, by=Actor.of(account)).has_place
    with pytest.raises(Refusal):
        _register(meeting, "ander@voorbeeld.invalid", by=Actor.of(UserFactory()))


def test_a_leader_registers_somebody_for_a_meeting_by_invitation():
    meeting = ComingMeetingFactory(admission=Admission.INVITED)

    assert _register(meeting, by=lead_of(meeting)).has_place


def test_answers_are_kept_and_only_for_questions_of_this_meeting():
    meeting = ComingMeetingFactory()
    asked, elsewhere = QuestionFactory(meeting=meeting), QuestionFactory()
    row = _register(meeting, answers={asked.pk: "Schrijven", elsewhere.pk: "Nee"})
    registering.change(row, given(answers={asked.pk: "Lezen"}), by=VISITOR, at=NOW)

    assert [(answer.question, answer.text) for answer in row.answers.all()] == [(asked, "Lezen")]


def test_nothing_changes_once_it_has_begun():
    row = _register(ComingMeetingFactory())

    for deed in (registering.withdraw, lambda row, **who: registering.change(row, given(), **who)):
        with pytest.raises(Refusal, match="Dit kan niet meer"):
            deed(row, by=VISITOR, at=BEGIN)


def test_one_connection_cannot_fill_a_meeting():
    meeting = ComingMeetingFactory()
    for number in range(MOST_PER_HOUR):
        register(meeting, given(f"p{number}@voorbeeld.invalid"), by=VISITOR, at=NOW, fingerprint="f")

    with pytest.raises(Refusal, match="Probeer het over een uur"):
        register(meeting, given("meer@voorbeeld.invalid"), by=VISITOR, at=NOW, fingerprint="f")
    register(meeting, given("meer@voorbeeld.invalid"), by=VISITOR, at=NOW, fingerprint="ander")


def test_an_account_keeps_what_it_had_without_one():
    account = UserFactory()
    meeting = ComingMeetingFactory()
    row = _register(meeting, account.email)
    registering.withdraw(row, by=VISITOR, at=NOW)

    assert _register(meeting, account.email, by=Actor.of(account)).account == account
