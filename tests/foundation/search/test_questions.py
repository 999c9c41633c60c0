"""Counting what is asked without keeping who asked."""

from datetime import UTC, date, datetime, timedelta

import pytest

from steunpunt.foundation.access import Actor
from steunpunt.foundation.search.actions import forget_questions, note_asked, note_fruitless
from steunpunt.foundation.search.models import AskedQuestion, FruitlessQuestion
from steunpunt.foundation.search.queries import ENOUGH_ASKERS, often_asked, visible_fruitless
from tests.factories.foundation import staff_actor

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 20)
NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


def asked(text, askers, on=DAY):
    for number in range(askers):
        note_asked(text, f"10.0.0.{number}", on=on)


def test_only_what_enough_different_people_ask_is_often_asked():
    asked("Inductie", ENOUGH_ASKERS)
    asked("begeleiding", ENOUGH_ASKERS - 1)
    for _again in range(9):
        note_asked("begeleiding", "10.0.0.1", on=DAY)

    assert often_asked(DAY) == [("inductie", ENOUGH_ASKERS)]


def test_the_asker_cannot_be_followed_from_question_to_question():
    note_asked("inductie", "10.0.0.1", on=DAY)
    note_asked("begeleiding", "10.0.0.1", on=DAY)

    askers = set(AskedQuestion.objects.values_list("asker", flat=True))
    assert len(askers) == 2
    assert not any("10.0.0.1" in asker for asker in askers)


def test_an_address_in_a_question_is_kept_nowhere():
    note_asked("noor@school.example", "10.0.0.1", on=DAY)
    note_fruitless("bel 06-12345678", on=DAY)

    assert not AskedQuestion.objects.exists()
    assert not FruitlessQuestion.objects.exists()


def test_what_found_nothing_is_counted_per_day_and_told_to_staff_alone():
    for on in (DAY, DAY, DAY + timedelta(days=1)):
        note_fruitless("Doorlopende  leerlijn", on=on)

    [row] = visible_fruitless(staff_actor())
    assert (row.text, row.count, row.last_on) == ("doorlopende leerlijn", 3, DAY + timedelta(days=1))
    assert visible_fruitless(Actor.visitor()) == []


def test_old_questions_go():
    asked("inductie", 1, on=DAY - timedelta(days=91))
    asked("begeleiding", 1, on=DAY - timedelta(days=89))
    note_fruitless("oud", on=DAY - timedelta(days=181))
    note_fruitless("nieuw", on=DAY - timedelta(days=179))

    assert forget_questions(at=NOON) == 2
    assert list(AskedQuestion.objects.values_list("text", flat=True)) == ["begeleiding"]
    assert list(FruitlessQuestion.objects.values_list("text", flat=True)) == ["nieuw"]
