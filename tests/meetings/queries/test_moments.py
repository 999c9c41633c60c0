"""Moments in words and on the clock, also over the night on which the clocks change."""

from datetime import UTC, date, datetime, time, timedelta

from steunpunt.meetings.queries import moments


def test_a_day_and_a_time_on_the_clock_make_a_moment():
    assert moments.moment_on(date(2026, 12, 3), time(13, 30)) == datetime(2026, 12, 3, 12, 30, tzinfo=UTC)
    assert moments.moment_on(date(2026, 7, 3), time(13, 30)) == datetime(2026, 7, 3, 11, 30, tzinfo=UTC)
    assert moments.end_of(date(2026, 12, 3)) == datetime(2026, 12, 3, 22, 59, tzinfo=UTC)


def test_later_keeps_the_hour_when_the_clocks_change():
    summer = datetime(2026, 10, 22, 11, 30, tzinfo=UTC)

    moved = moments.later(summer, timedelta(days=7))

    assert moved == datetime(2026, 10, 29, 12, 30, tzinfo=UTC)
    assert moments.distance(summer, moved) == timedelta(days=7)


def test_in_words():
    begin = datetime(2026, 12, 3, 12, 30, tzinfo=UTC)

    assert moments.moment_in_words(begin) == "3 december 2026 13:30"
    assert moments.moment_in_words(None) is None
    assert moments.span_in_words(begin, begin + timedelta(hours=3)) == ("donderdag 3 december 2026, 13:30 – 16:30 uur")
    assert moments.span_in_words(begin, begin + timedelta(days=1)) == (
        "donderdag 3 december 2026 13:30 uur tot en met vrijdag 4 december 2026 13:30 uur"
    )
