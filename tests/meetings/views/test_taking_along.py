"""What somebody takes along from the own page: the code for the door, and the certificate."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from steunpunt.meetings.models import Registration
from tests.factories.meetings_registration import AttendedFactory, ComingMeetingFactory, RegistrationFactory

pytestmark = pytest.mark.django_db


def _over(**facts: object) -> Registration:
    begin = timezone.now() - timedelta(days=2)
    return AttendedFactory(meeting=ComingMeetingFactory(starts_at=begin), **facts)


def _page(row: Registration, name: str = "registration") -> str:
    return reverse(f"meetings:{name}", args=[row.link])


@pytest.fixture
def meeting():
    return ComingMeetingFactory(starts_at=timezone.now() + timedelta(days=30))


def test_the_code_opens_the_door_page_and_not_the_own_page(client, meeting):
    row = RegistrationFactory(meeting=meeting)
    answer = client.get(_page(row, "own_code"))

    assert answer["Content-Type"] == "image/svg+xml"
    assert b"<path" in answer.content


def test_the_certificate_is_for_who_was_there_when_it_is_over(client, meeting):
    absent = RegistrationFactory(meeting=_over().meeting)
    early = AttendedFactory(meeting=meeting)
    for row in (absent, early):
        assert client.get(_page(row, "certificate")).status_code == 404
    answer = client.get(_page(_over(name="Dana Deelnemer"), "certificate"))

    assert answer["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF-")
