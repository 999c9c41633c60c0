from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steunpunt.activities.actions.codes import end_joining, free_code, give_code, note_wrong_code
from steunpunt.activities.models import CodeTry
from steunpunt.activities.queries.codes import (
    FEWEST_LIVE,
    FROM_ONE_ADDRESS,
    GUESSES,
    as_code,
    is_guessed_too_often,
    most_together,
    new_code,
    scan_key,
    was_scanned,
    words,
)
from steunpunt.activities.queries.live import now_by_code
from tests.factories.activities import CODE, MOMENT, ActivityFactory, leader_of


def test_the_list_has_short_words_enough_each_once():
    assert len(words()) >= 2_048
    assert len(set(words())) == len(words())
    assert all(4 <= len(word) <= 7 and word.isascii() and word.islower() for word in words())


def test_the_chance_to_guess_one_in_an_hour_is_one_in_a_million_at_most():
    assert GUESSES / len(words()) ** 3 <= 1e-6
    assert FROM_ONE_ADDRESS * FEWEST_LIVE <= GUESSES


def test_codes_differ():
    assert len({new_code() for _ in range(200)}) == 200


@pytest.mark.parametrize(
    "typed", ["kring-lamp-water", "Kring Lamp Water", " KRING  lamp,water ", "kríng.lamp.water", "kring–lamp—water"]
)
def test_a_code_is_understood_however_it_is_typed(typed):
    assert as_code(typed) == CODE


@given(st.text())
def test_whatever_is_typed_becomes_a_code_that_fits(text):
    assert len(as_code(text)) <= 40
    assert as_code(as_code(text)) == as_code(text)


def test_who_scanned_did_not_guess():
    assert was_scanned(CODE, scan_key(CODE))
    assert not was_scanned(CODE, scan_key("een-twee-drie"))
    assert not was_scanned(CODE, "")


@pytest.mark.django_db
def test_after_so_many_wrong_codes_one_address_waits_until_the_next_hour():
    for _ in range(FROM_ONE_ADDRESS):
        assert not is_guessed_too_often("192.0.2.1", MOMENT)
        note_wrong_code("192.0.2.1", at=MOMENT)

    assert is_guessed_too_often("192.0.2.1", MOMENT)
    assert not is_guessed_too_often("192.0.2.2", MOMENT)
    assert not is_guessed_too_often("192.0.2.1", MOMENT + timedelta(hours=1))


@pytest.mark.django_db
def test_many_addresses_together_are_stopped_as_well():
    CodeTry.objects.create(hour=MOMENT, origin="", count=most_together(MOMENT))

    assert is_guessed_too_often("192.0.2.99", MOMENT)


@pytest.mark.django_db
def test_addresses_are_not_kept_and_old_counts_go():
    note_wrong_code("192.0.2.1", at=MOMENT)
    note_wrong_code("192.0.2.1", at=MOMENT + timedelta(hours=2))

    assert not CodeTry.objects.filter(origin__contains="192").exists()
    assert set(CodeTry.objects.values_list("hour", flat=True)) == {MOMENT + timedelta(hours=2)}


@pytest.mark.django_db
def test_a_code_that_lives_stays_and_one_that_is_over_is_renewed():
    activity = ActivityFactory()
    leader = leader_of(activity)

    assert give_code(activity, by=leader, at=MOMENT) == CODE
    end_joining(activity, by=leader, at=MOMENT)
    assert now_by_code(CODE) is None
    assert give_code(activity, by=leader, at=MOMENT) not in {"", CODE}


@pytest.mark.django_db
def test_a_free_code_is_one_that_nobody_has(monkeypatch):
    ActivityFactory()
    given = iter([CODE, "een-twee-drie"])
    monkeypatch.setattr("steunpunt.activities.actions.codes.new_code", lambda: next(given))

    assert free_code() == "een-twee-drie"
