"""Half-open periods: what holds on a day, and how that is said."""

from datetime import date, timedelta

import pytest
from django.test import RequestFactory
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from steunpunt.foundation.periods.asof import date_asked
from steunpunt.foundation.periods.models import Period


class Term(Period):
    """A period without a table, for the rules that need no database."""

    class Meta:
        app_label = "foundation"
        managed = False


AUGUST = date(2026, 8, 1)


def test_a_period_holds_from_its_first_day_until_not_with_its_last():
    term = Term(valid_from=AUGUST, valid_until=date(2027, 8, 1))

    assert [term.covers(day) for day in (date(2026, 7, 31), AUGUST, date(2027, 7, 31), date(2027, 8, 1))] == [
        False,
        True,
        True,
        False,
    ]


@given(st.dates(), st.dates(), st.dates())
def test_two_periods_that_meet_never_hold_on_the_same_day(first, border, day):
    before, after = Term(valid_from=first, valid_until=border), Term(valid_from=border)

    assert not (before.covers(day) and after.covers(day))


@given(st.dates(min_value=date(1900, 1, 1)), st.dates(min_value=date(1900, 1, 1)))
def test_an_open_period_holds_from_its_begin_for_ever(begin, day):
    assert Term(valid_from=begin).covers(day) == (day >= begin)


def test_an_unknown_begin_is_said_and_not_turned_into_a_date():
    assert Term(valid_from=AUGUST).since_text() == "sinds 1 augustus 2026"
    assert Term(valid_from=AUGUST, begin_unknown=True).since_text() == "in elk geval sinds 1 augustus 2026"
    assert Term(begin_unknown=True).since_text() == "begin onbekend"


def test_an_end_is_said_only_when_there_is_one():
    assert Term(valid_until=AUGUST).until_text() == "tot 1 augustus 2026"
    assert Term().until_text() == ""


def test_the_day_asked_for_stands_in_the_address():
    assert date_asked(RequestFactory().get("/", {"op": "2026-07-31"})) == (date(2026, 7, 31), True)


@pytest.mark.parametrize("text", ["", "gisteren", "2026-02-30", "31-07-2026", "0001-01-01", "9999-12-31"])
def test_an_unreadable_day_counts_as_today(text):
    assert date_asked(RequestFactory().get("/", {"op": text})) == (timezone.localdate(), False)


def test_today_written_out_is_not_a_special_day():
    today = timezone.localdate()

    assert date_asked(RequestFactory().get("/", {"op": today.isoformat()})) == (today, False)
    assert date_asked(RequestFactory().get("/", {"op": (today + timedelta(days=1)).isoformat()}))[1]
