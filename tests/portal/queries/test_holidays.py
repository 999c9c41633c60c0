"""The school holidays that come next."""

from datetime import date

import pytest

from steunpunt.portal.queries.holidays import next_holidays


def test_holiday_of_the_whole_country_stands_once():
    found = next_holidays(date(2026, 11, 22), 60)

    assert [(one.name, one.begins, one.ends, one.is_national) for one in found] == [
        ("Kerstvakantie", date(2026, 12, 19), date(2027, 1, 3), True)
    ]


def test_regions_with_other_days_stand_apart():
    found = next_holidays(date(2027, 2, 1), 30)

    assert sorted(region for one in found for region in one.regions) == ["Midden", "Noord", "Zuid"]
    assert len(found) > 1


@pytest.mark.parametrize(
    ("day", "number"),
    [(date(2026, 12, 19), 1), (date(2026, 12, 20), 0), (date(2026, 12, 8), 0), (date(2026, 12, 9), 1)],
)
def test_holiday_counts_from_its_first_day_and_within_reach(day, number):
    assert len(next_holidays(day, 10)) == number


def test_without_the_file_there_are_none(settings, tmp_path):
    settings.REGISTER_DIR = tmp_path

    assert next_holidays(date(2026, 11, 22), 60) == []
