"""Dated rows that follow each other."""

from datetime import date

import pytest

from steunpunt.network.actions.chains import put, rewrite, withdrawn
from steunpunt.network.models import PartnershipVersion
from tests.factories.network import PartnershipFactory, PartnershipVersionFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def partnership():
    return PartnershipFactory(version=False)


def _row(partnership, name, valid_from, valid_until=None, area=""):
    return PartnershipVersionFactory(
        partnership=partnership, name=name, valid_from=valid_from, valid_until=valid_until, area_text=area
    )


def _put(partnership, name, day, area=""):
    row = PartnershipVersion(partnership=partnership, name=name, valid_from=day, area_text=area)
    return put(row, partnership.versions.all(), carry=["name", "area_text"])


def _told(partnership):
    rows = partnership.versions.order_by("valid_from")
    return [(row.name, row.area_text, row.valid_from, row.valid_until) for row in rows]


def test_a_new_row_ends_the_one_before(partnership):
    _row(partnership, "Oud", date(2020, 1, 1))

    _put(partnership, "Nieuw", date(2024, 1, 1))

    assert _told(partnership) == [
        ("Oud", "", date(2020, 1, 1), date(2024, 1, 1)),
        ("Nieuw", "", date(2024, 1, 1), None),
    ]


def test_a_row_on_the_same_day_takes_its_place(partnership):
    _row(partnership, "Oud", date(2020, 1, 1))

    _put(partnership, "Nieuw", date(2020, 1, 1))

    assert _told(partnership) == [("Nieuw", "", date(2020, 1, 1), None)]


@pytest.mark.parametrize("is_unknown", [True, False])
def test_a_begin_that_nobody_knows_stays_so_in_a_row_that_takes_its_place(partnership, is_unknown):
    row = _row(partnership, "Oud", date(2020, 1, 1))
    row.begin_unknown = is_unknown
    row.save()

    assert _put(partnership, "Nieuw", date(2020, 1, 1)).begin_unknown is is_unknown


def test_a_row_in_a_gap_lasts_until_the_next(partnership):
    _row(partnership, "Later", date(2024, 1, 1))

    _put(partnership, "Eerder", date(2020, 1, 1))

    assert _told(partnership)[0] == ("Eerder", "", date(2020, 1, 1), date(2024, 1, 1))


def test_a_fact_goes_along_into_what_was_planned(partnership):
    _row(partnership, "Oud", date(2020, 1, 1), date(2027, 8, 1), area="Twente")
    _row(partnership, "Gepland", date(2027, 8, 1), area="Twente")

    _put(partnership, "Oud", date(2024, 1, 1), area="Salland")

    assert _told(partnership)[2] == ("Gepland", "Salland", date(2027, 8, 1), None)


def test_a_fact_that_was_planned_differently_stays(partnership):
    _row(partnership, "Oud", date(2020, 1, 1), date(2027, 8, 1))
    _row(partnership, "Gepland", date(2027, 8, 1))

    _put(partnership, "Tussen", date(2024, 1, 1))

    assert [name for name, *_ in _told(partnership)] == ["Oud", "Tussen", "Gepland"]


@pytest.mark.parametrize("moved_to", [date(2022, 1, 1), date(2025, 1, 1)], ids=["earlier", "later"])
def test_a_neighbour_moves_along_with_a_corrected_begin(partnership, moved_to):
    _row(partnership, "Een", date(2020, 1, 1), date(2024, 1, 1))
    second = _row(partnership, "Twee", date(2024, 1, 1))

    rewrite(
        second,
        PartnershipVersion(partnership=partnership, name="Twee", valid_from=moved_to),
        partnership.versions.all(),
    )

    assert [row[2:] for row in _told(partnership)] == [(date(2020, 1, 1), moved_to), (moved_to, None)]


@pytest.mark.parametrize("moved_to", [date(2022, 1, 1), date(2025, 1, 1)], ids=["earlier", "later"])
def test_a_neighbour_moves_along_with_a_corrected_end(partnership, moved_to):
    first = _row(partnership, "Een", date(2020, 1, 1), date(2024, 1, 1))
    _row(partnership, "Twee", date(2024, 1, 1))
    corrected = PartnershipVersion(
        partnership=partnership, name="Een", valid_from=date(2020, 1, 1), valid_until=moved_to
    )

    rewrite(first, corrected, partnership.versions.all())

    assert [row[2:] for row in _told(partnership)] == [(date(2020, 1, 1), moved_to), (moved_to, None)]


def test_withdrawing_lets_the_one_before_go_on(partnership):
    _row(partnership, "Een", date(2020, 1, 1), date(2027, 8, 1))
    planned = _row(partnership, "Twee", date(2027, 8, 1))

    withdrawn(planned, partnership.versions.all())

    assert _told(partnership) == [("Een", "", date(2020, 1, 1), None)]
