"""The questions afterwards, once, by the link in the mail."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from steunpunt.meetings.models import Registration
from tests.factories.meetings_registration import AttendedFactory, ComingMeetingFactory, QuestionFactory

pytestmark = pytest.mark.django_db


def _over(**facts: object) -> Registration:
    begin = timezone.now() - timedelta(days=2)
    return AttendedFactory(meeting=ComingMeetingFactory(starts_at=begin), **facts)


def _page(row: Registration, name: str = "registration") -> str:
    return reverse(f"meetings:{name}", args=[row.link])


def test_looking_back(client):
    row = _over()
    assert client.get(_page(row, "evaluate")).url == _page(row)
    question = QuestionFactory(meeting=row.meeting, moment="after", text="Wat neem je mee?")
    assert "Wat neem je mee?" in client.get(_page(row, "evaluate")).content.decode()
    assert client.post(_page(row, "evaluate"), {}).status_code == 422
    client.post(_page(row, "evaluate"), {f"question_{question.public_id}": "Veel"})

    assert question.answers.get().text == "Veel"
    assert client.get(_page(row, "evaluate")).url == _page(row)
