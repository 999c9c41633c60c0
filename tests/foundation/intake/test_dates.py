"""The date that a document gives for itself."""

from datetime import UTC, date, datetime

import pytest

from steunpunt.foundation.intake.dates import Dated, dated, first_date, moment_day, pdf_day

TODAY = date(2025, 3, 1)
LATEST = date(2026, 3, 1)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Spiegelbijeenkomst 21 september 2015", date(2015, 9, 21)),
        ("Startbijeenkomst 10-06-2014", date(2014, 6, 10)),
        ("Utrecht, 1 Januari 2020.", date(2020, 1, 1)),
        ("op 3 mrt. 2021", date(2021, 3, 3)),
        ("op 1e sept 2021", date(2021, 9, 1)),
        ("10/6/2014", date(2014, 6, 10)),
        ("10.06.2014", date(2014, 6, 10)),
        ("versie 2014-06-10", date(2014, 6, 10)),
        ("12 en 13  maart\n2019", date(2019, 3, 13)),
        ("31 februari 2019 of 1 maart 2019", date(2019, 3, 1)),
        ("1 mei 1815, 1 mei 2090 en 1 mei 1999", date(1999, 5, 1)),
        ("40-13-2014", None),
        ("telefoon 06-10-20141234", None),
        ("nummer 2014-06-1012", None),
        ("geen datum", None),
    ],
)
def test_a_full_date_is_found(text, day):
    assert first_date(text, LATEST).day == day


def test_a_month_with_a_year_gives_the_year():
    assert first_date("gestart in februari 2014", LATEST) == Dated(None, 2014)


def test_the_top_counts_before_metadata_and_those_before_the_rest():
    later = "woord " * 150 + "2 juni 2015"

    assert dated("21 september 2015", date(2020, 1, 1), today=TODAY).day == date(2015, 9, 21)
    assert dated(later, date(2020, 1, 1), today=TODAY).day == date(2020, 1, 1)
    assert dated(later, None, today=TODAY).day == date(2015, 6, 2)
    assert dated("", date(2026, 1, 1), today=TODAY) == Dated()
    assert dated("", date(1970, 1, 1), today=TODAY) == Dated()


def test_moments_of_metadata_become_days():
    assert pdf_day("D:20150921103000+02'00'") == date(2015, 9, 21)
    assert pdf_day("D:20151321") is None
    assert pdf_day("gisteren") is None
    assert moment_day(datetime(2015, 9, 21, tzinfo=UTC)) == date(2015, 9, 21)
    assert moment_day(None) is None
