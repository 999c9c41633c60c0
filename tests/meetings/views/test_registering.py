"""The pages of whoever comes: the form, the own page by its link, and what each refuses."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from steunpunt.foundation.outbox.models import Mail
from steunpunt.meetings.models import Admission, Meeting, MeetingState, Registration, RegistrationState
from tests.factories.foundation import UserFactory
from tests.factories.meetings_registration import (
    AttendedFactory,
    ComingMeetingFactory,
    MeetingInvitationFactory,
    PartFactory,
    QuestionFactory,
    RegistrationFactory,
)

pytestmark = pytest.mark.django_db
SAID = {"name": "Dana Deelnemer", "email": "dana@voorbeeld.invalid"}


@pytest.fixture
def meeting() -> Meeting:
    return ComingMeetingFactory(starts_at=timezone.now() + timedelta(days=30))


def _over(**facts: object) -> Registration:
    begin = timezone.now() - timedelta(days=2)
    return AttendedFactory(meeting=ComingMeetingFactory(starts_at=begin), **facts)


def _page(row: Registration, name: str = "registration") -> str:
    return reverse(f"meetings:{name}", args=[row.link])


def _without_token(text: str) -> str:
    return re.sub(r'(csrfmiddlewaretoken" value|nonce|content)="[^"]*"', "", text)


def test_a_stranger_reads_the_same_whether_the_address_is_known_or_not(client, meeting):
    address = reverse("meetings:register", args=[meeting.slug])
    answers = [client.post(address, SAID, follow=True) for _ in range(2)]

    first, second = (answer.content.decode() for answer in answers)
    assert _without_token(first) == _without_token(second)
    assert [answer.redirect_chain for answer in answers] == [
        [(reverse("meetings:registered", args=[meeting.slug]), 302)]
    ] * 2
    assert all("Kijk in je mail" in text for text in (first, second))
    assert Registration.objects.count() == 1
    assert Registration.objects.get().link not in first + second


def test_somebody_with_an_account_goes_to_the_own_page(client, meeting):
    account = UserFactory()
    client.force_login(account)
    answer = client.post(reverse("meetings:register", args=[meeting.slug]), SAID | {"email": account.email})
    row = Registration.objects.get()

    assert answer.url == _page(row)
    assert client.get(reverse("meetings:register", args=[meeting.slug])).url == _page(row)


def test_what_is_wrong_stands_at_the_field_and_what_was_typed_stays(client, meeting):
    QuestionFactory(meeting=meeting, is_required=True, text="Wat breng je mee?")
    answer = client.post(
        reverse("meetings:register", args=[meeting.slug]), {"name": "Dana", "email": "geen adres", "diet": "noten"}
    )
    text = answer.content.decode()

    assert answer.status_code == 422
    assert "Geef hier een antwoord." in text
    assert 'value="noten"' in text
    assert 'value="geen adres"' in text
    assert not Registration.objects.exists()
    assert not Mail.objects.exists()


def test_a_part_that_filled_up_meanwhile_is_refused_at_its_round(client, meeting):
    part = PartFactory(meeting=meeting, capacity=1, title="Schrijven")
    RegistrationFactory(meeting=meeting).choices.create(part=part)
    answer = client.post(reverse("meetings:register", args=[meeting.slug]), SAID | {"round_1": part.public_id})
    text = answer.content.decode()

    assert answer.status_code == 422
    assert "‘Schrijven’ is vol. Kies iets anders." in text
    assert "Schrijven (vol)" in text


@pytest.mark.parametrize("name", ["Win nu op http://kwaad.invalid", "www.kwaad.invalid", "a@kwaad.invalid"])
def test_a_name_is_no_message_to_somebody_elses_address(client, meeting, name):
    answer = client.post(reverse("meetings:register", args=[meeting.slug]), SAID | {"name": name})

    assert answer.status_code == 422
    assert "zonder adres of link" in answer.content.decode()
    assert not Mail.objects.exists()


def test_a_machine_that_fills_in_everything_leaves_nothing(client, meeting):
    answer = client.post(reverse("meetings:register", args=[meeting.slug]), SAID | {"website": "x"})

    assert answer.status_code == 302
    assert not Registration.objects.exists()


def test_the_form_needs_its_token(meeting):
    from django.test import Client  # noqa: PLC0415

    answer = Client(enforce_csrf_checks=True).post(reverse("meetings:register", args=[meeting.slug]), SAID)

    assert answer.status_code == 403
    assert not Registration.objects.exists()


@pytest.mark.parametrize(("state", "code"), [(MeetingState.DRAFT, 404), (MeetingState.CANCELLED, 200)])
def test_a_meeting_that_takes_no_registrations(client, meeting, state, code):
    Meeting.objects.update(state=state)
    address = reverse("meetings:register", args=[meeting.slug])

    assert client.get(address).status_code == code
    client.post(address, SAID)
    assert not Registration.objects.exists()


def test_a_meeting_that_was_cancelled_before_anybody_saw_it_stays_shut(client):
    meeting = ComingMeetingFactory(state=MeetingState.CANCELLED, published_at=None)

    assert client.get(reverse("meetings:register", args=[meeting.slug])).status_code == 404


def test_a_meeting_by_invitation_opens_with_its_link(client, meeting):
    Meeting.objects.update(admission=Admission.INVITED)
    invitation = MeetingInvitationFactory(meeting=meeting, name="Gina", email="gina@voorbeeld.invalid")
    address = reverse("meetings:register", args=[meeting.slug])

    assert client.get(address).status_code == 404
    assert client.get(address, {"uitnodiging": "onzin"}).status_code == 404
    text = client.get(address, {"uitnodiging": invitation.link}).content.decode()
    assert 'value="gina@voorbeeld.invalid"' in text
    answer = client.post(f"{address}?uitnodiging={invitation.link}", SAID, follow=True)
    assert "Kijk in je mail" in answer.content.decode()
    invitation.refresh_from_db()
    assert invitation.answer == "accepted"


def test_the_own_page_shows_the_online_link_to_whoever_has_a_place_only(client, meeting):
    meeting.online_link = "https://voorbeeld.invalid/mee"
    meeting.save()
    row = RegistrationFactory(meeting=meeting)
    waiting = RegistrationFactory(meeting=meeting, state=RegistrationState.WAITING)

    assert "voorbeeld.invalid/mee" in client.get(_page(row)).content.decode()
    text = client.get(_page(waiting)).content.decode()
    assert "voorbeeld.invalid/mee" not in text
    assert "op plek 1" in text
    assert "voorbeeld.invalid/mee" not in client.get(_page(waiting, "own_calendar")).content.decode()


@pytest.mark.parametrize("name", ["registration", "change_registration", "own_code", "own_calendar", "certificate"])
def test_a_guessed_link_opens_nothing(client, name):
    assert client.get(reverse(f"meetings:{name}", args=["x" * 32])).status_code == 404


def test_changing_keeps_the_address(client, meeting):
    row = RegistrationFactory(meeting=meeting, email="dana@voorbeeld.invalid")
    client.post(
        _page(row, "change_registration"), {"name": "Dana D.", "email": "ander@voorbeeld.invalid", "diet": "noten"}
    )

    row.refresh_from_db()
    assert (row.name, row.email, row.diet) == ("Dana D.", "dana@voorbeeld.invalid", "noten")


def test_withdrawing_asks_once_more_and_can_be_undone(client, meeting):
    row = RegistrationFactory(meeting=meeting)
    assert client.get(_page(row, "withdraw_registration")).status_code == 200
    row.refresh_from_db()
    assert row.has_place
    client.post(_page(row, "withdraw_registration"))
    row.refresh_from_db()
    assert row.state == "withdrawn"
    assert "Meld me weer aan" in client.get(_page(row)).content.decode()
    client.post(_page(row, "come_back"))

    row.refresh_from_db()
    assert row.has_place


def test_handing_over(client, meeting):
    row = RegistrationFactory(meeting=meeting)
    answer = client.post(_page(row, "hand_over"), {"name": "Cees", "email": "niets"})
    assert answer.status_code == 422
    client.post(_page(row, "hand_over"), {"name": "Cees", "email": "cees@voorbeeld.invalid"})

    assert Registration.objects.get(email="cees@voorbeeld.invalid").substitute_of == row


def test_an_invitation_is_read_and_declined(client, meeting):
    Meeting.objects.update(admission=Admission.INVITED)
    invitation = MeetingInvitationFactory(meeting=meeting)
    PartFactory(meeting=meeting, title="Schrijven")
    address = reverse("meetings:invitation", args=[invitation.link])
    text = client.get(address).content.decode()
    assert meeting.title in text
    assert "Schrijven" in text
    client.post(address)

    invitation.refresh_from_db()
    assert invitation.answer == "declined"
    assert "Je liet weten dat je niet komt" in client.get(address).content.decode()
