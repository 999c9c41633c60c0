"""The pages of whoever leads a meeting: closed to others, a fixed number of queries, files, mail and questions."""

import io
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from steunpunt.foundation.outbox.models import Mail
from steunpunt.meetings.models import Meeting, MeetingAnswer, MeetingQuestion, Registration, RegistrationState
from tests.factories.foundation import UserFactory, sign_in_staff
from tests.factories.meetings_registration import (
    AttendedFactory,
    ComingMeetingFactory,
    MeetingInvitationFactory,
    MeetingLeadFactory,
    PartFactory,
    QuestionFactory,
    RegistrationFactory,
)
from tests.factories.network import PartnershipFactory

pytestmark = pytest.mark.django_db
PAGES = ["registrations", "attendance", "write_to_participants", "meeting_questions", "meeting_results", "invite"]


@pytest.fixture
def meeting() -> Meeting:
    return ComingMeetingFactory(starts_at=timezone.now() + timedelta(hours=1), capacity=50)


@pytest.fixture
def leader(client: Client, meeting: Meeting) -> Client:
    client.force_login(MeetingLeadFactory(meeting=meeting).account)
    return client


def _page(meeting: Meeting, name: str = "registrations") -> str:
    return reverse(f"meetings:{name}", args=[meeting.slug])


@pytest.mark.parametrize("name", PAGES)
def test_only_who_leads_this_meeting_sees_it(client, meeting, name):
    RegistrationFactory(meeting=meeting, name="Dana Geheim")
    assert "/account/" in client.get(_page(meeting, name)).url
    other = MeetingLeadFactory()
    for account in (UserFactory(), other.account):
        client.force_login(account)
        assert client.get(_page(meeting, name)).status_code == 404
    assert sign_in_staff(client)
    assert client.get(_page(meeting, name)).status_code == 200


@pytest.mark.parametrize("name", ["registrations", "attendance"])
def test_the_number_of_queries_does_not_grow(leader, meeting, name, django_assert_max_num_queries):
    def add() -> None:
        row = RegistrationFactory(meeting=meeting, partnership=PartnershipFactory())
        row.choices.create(part=PartFactory(meeting=meeting, round=meeting.items.count() + 1))
        MeetingAnswer.objects.create(question=QuestionFactory(meeting=meeting), registration=row, text="ja")

    add()
    leader.get(_page(meeting, name))
    from django.db import connection  # noqa: PLC0415
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415

    with CaptureQueriesContext(connection) as one:
        leader.get(_page(meeting, name))
    add(), add()
    with django_assert_max_num_queries(len(one)):
        leader.get(_page(meeting, name))


def test_filters_counts_and_what_people_need(leader, meeting):
    RegistrationFactory(meeting=meeting, name="Anna Plaats", diet="Vegetarisch")
    RegistrationFactory(meeting=meeting, name="Bo Plaats", diet="vegetarisch", access="ringleiding")
    RegistrationFactory(meeting=meeting, name="Cees Wacht", diet="halal", state=RegistrationState.WAITING)
    whole = leader.get(_page(meeting)).content.decode()
    assert "<b>2×</b> Vegetarisch" in whole
    assert "<b>1×</b> ringleiding" in whole
    assert "×</b> halal" not in whole

    waiting = leader.get(_page(meeting), {"stand": "waiting"}).content.decode()
    assert "Cees Wacht" in waiting
    assert "Anna Plaats" not in waiting
    found = leader.get(_page(meeting), {"q": "bo plaats"}).content.decode()
    assert "Bo Plaats" in found
    assert "Anna Plaats" not in found
    assert "Niemand met deze keuze" in leader.get(_page(meeting), {"q": "zzz"}).content.decode()


def test_a_part_narrows_the_list(leader, meeting):
    part = PartFactory(meeting=meeting)
    RegistrationFactory(meeting=meeting, name="Anna").choices.create(part=part)
    RegistrationFactory(meeting=meeting, name="Bernard")
    text = leader.get(_page(meeting), {"onderdeel": part.public_id}).content.decode()

    assert "<b>Anna</b>" in text
    assert "<b>Bernard</b>" not in text


def test_the_files_hold_the_rows_of_the_list_and_no_formula(leader, meeting):
    question = QuestionFactory(meeting=meeting, text="Met de trein?")
    row = RegistrationFactory(meeting=meeting, name="=Anna", diet="noten")
    MeetingAnswer.objects.create(question=question, registration=row, text="ja")
    RegistrationFactory(meeting=meeting, name="Wil", state=RegistrationState.WAITING)
    answer = leader.get(_page(meeting), {"formaat": "csv", "stand": "registered"})
    lines = b"".join(answer.streaming_content).decode().splitlines()
    assert len(lines) == 2
    assert lines[0].endswith("Met de trein?")
    assert lines[1].startswith("'=Anna;")
    assert lines[1].endswith(";ja")

    answer = leader.get(_page(meeting), {"formaat": "xlsx"})
    sheet = load_workbook(io.BytesIO(b"".join(answer.streaming_content))).worksheets[0]
    assert [cell.value for cell in sheet["A"]] == ["naam", "=Anna", "Wil"]
    assert leader.get(_page(meeting), {"formaat": "doc"}).status_code == 404


def test_a_mail_is_shown_first_and_then_sent(leader, meeting):
    RegistrationFactory(meeting=meeting, name="Dana")
    said = {"group": "registered", "subject": "De zaal", "text": "Neem iets mee."}
    shown = leader.post(_page(meeting, "write_to_participants"), said).content.decode()
    assert "Er is nog niets verstuurd." in shown
    assert not Mail.objects.exists()
    leader.post(_page(meeting, "write_to_participants"), said | {"deed": "verstuur"})

    assert Mail.objects.get().subject == "De zaal"


def test_questions_are_asked_and_removed(leader, meeting):
    said = {"moment": "before", "kind": "choice", "text": "Trein?", "options": "ja"}
    assert "minstens twee keuzes" in leader.post(_page(meeting, "meeting_questions"), said).content.decode()
    leader.post(_page(meeting, "meeting_questions"), said | {"options": "ja\nnee\nja"})
    question = MeetingQuestion.objects.get()
    assert question.options == ["ja", "nee"]
    leader.post(reverse("meetings:remove_meeting_question", args=[meeting.slug, question.public_id]))

    assert not MeetingQuestion.objects.exists()


def test_results_from_five_up(leader, meeting):
    question = QuestionFactory(meeting=meeting, moment="after", kind="open")
    for number in range(4):
        MeetingAnswer.objects.create(question=question, text=f"antwoord-{number}")
    assert "antwoord-0" not in leader.get(_page(meeting, "meeting_results")).content.decode()
    MeetingAnswer.objects.create(question=question, text="antwoord-4")

    assert "antwoord-0" in leader.get(_page(meeting, "meeting_results")).content.decode()


def test_an_invitation_is_tried_first_and_then_sent(leader, meeting):
    said = {"lines": "Gina <gina@voorbeeld.invalid>\nonbekende school", "words": "Kom je?"}
    shown = leader.post(_page(meeting, "invite"), said).content.decode()
    assert "1 mens krijgt een uitnodiging" in shown
    assert "<li>onbekende school</li>" in shown
    assert not Mail.objects.exists()
    leader.post(_page(meeting, "invite"), said | {"deed": "verstuur"})
    assert Mail.objects.get().to == "gina@voorbeeld.invalid"
    assert "is al uitgenodigd" in leader.post(_page(meeting, "invite"), said).content.decode()
    assert leader.post(_page(meeting, "invite"), {}).status_code == 422

    assert "drie dagen" in leader.post(_page(meeting, "remind_invited"), follow=True).content.decode()
    MeetingInvitationFactory(meeting=meeting)
    leader.post(_page(meeting, "remind_invited"))
    assert Mail.objects.filter(subject__startswith="Kom je?").count() == 1


def test_the_door_by_hand_and_by_code(leader, meeting):
    row = RegistrationFactory(meeting=meeting, name="Dana")
    answer = leader.post(_page(meeting, "attendance"), {"wie": row.public_id, "deed": "aanwezig", "q": "da"})
    row.refresh_from_db()
    assert answer.url == f"{_page(meeting, 'attendance')}?q=da#wie-{row.public_id}"
    assert row.attended_how == "hand"
    leader.post(_page(meeting, "attendance"), {"wie": row.public_id, "deed": "terug"})
    row.refresh_from_db()
    assert row.attended_at is None

    scanned = reverse("meetings:check_in", args=[meeting.slug, row.public_id])
    assert "Aanwezig" in leader.get(scanned).content.decode()
    row.refresh_from_db()
    assert row.attended_at is None
    leader.post(scanned, {"deed": "aanwezig"})
    row.refresh_from_db()
    assert row.attended_how == "code"
    assert "Binnen sinds" in leader.get(scanned).content.decode()


def test_a_code_of_another_meeting_is_not_let_in(leader, meeting):
    elsewhere = RegistrationFactory()

    assert leader.get(reverse("meetings:check_in", args=[meeting.slug, elsewhere.public_id])).status_code == 404
    assert leader.post(_page(meeting, "attendance"), {"wie": elsewhere.public_id}).status_code == 404
    assert not Registration.objects.filter(attended_at__isnull=False).exists()


def test_a_withdrawn_person_is_refused_with_a_sentence(leader, meeting):
    row = RegistrationFactory(meeting=meeting, state=RegistrationState.WITHDRAWN)
    text = leader.post(_page(meeting, "attendance"), {"wie": row.public_id}, follow=True).content.decode()

    assert "niet voor wie zich heeft afgemeld" in text


def test_a_person_that_was_erased_still_counts(leader, meeting):
    AttendedFactory(meeting=meeting, name="", email="")

    for name in ("registrations", "attendance"):
        assert leader.get(_page(meeting, name)).status_code == 200
