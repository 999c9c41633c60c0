"""Filters know their own address."""

from datetime import date

import pytest

from steunpunt.network.queries.filters import Filters

TODAY = date(2026, 11, 22)
TWO = Filters(day=TODAY, provinces=("Utrecht", "Zeeland"), text="a b", page=3)


@pytest.mark.parametrize(
    ("filters", "query"),
    [
        (Filters(day=TODAY), ""),
        (TWO, "q=a+b&provincie=Utrecht&provincie=Zeeland&pagina=3"),
        (Filters(day=date(2026, 7, 31), is_explicit_day=True), "op=2026-07-31"),
        (Filters(day=TODAY, postcode="3511AA", point=(52.0, 5.0), radius=10), "postcode=3511AA&straal=10"),
        (Filters(day=TODAY, municipalities=("'s-Gravenhage",)), "gemeente=%27s-Gravenhage"),
    ],
)
def test_query_string(filters, query):
    assert filters.query_string() == query


def test_change_replaces_or_leaves_out():
    assert (
        TWO.query_string(page=1, text=None, states=("erkend",)) == "status=erkend&provincie=Utrecht&provincie=Zeeland"
    )


def test_day_can_be_asked_for_in_a_change():
    assert Filters(day=TODAY).query_string(day=date(2027, 8, 1)) == "op=2027-08-01"


def test_without_takes_back_one_value_and_goes_to_the_first_page():
    assert TWO.without("provinces", "Utrecht") == "q=a+b&provincie=Zeeland"


def test_without_postcode_takes_the_radius_along():
    assert Filters(day=TODAY, postcode="3511", point=(52.0, 5.0), radius=10).without("postcode") == ""


def test_loosened_postcode_forgets_the_point():
    near = Filters(day=TODAY, postcode="3511", point=(52.0, 5.0), radius=10, sectors=("po",))

    assert near.loosened("postcode") == Filters(day=TODAY, sectors=("po",))


@pytest.mark.parametrize(
    ("filters", "is_empty"),
    [
        (Filters(day=TODAY, page=2), True),
        (Filters(day=TODAY, rings=("kern",)), False),
        (Filters(day=TODAY, text="a"), False),
    ],
)
def test_is_empty(filters, is_empty):
    assert filters.is_empty is is_empty


def test_count_counts_choices():
    assert TWO.count == 3
