"""An empty list says what stands in the way and what lies nearest."""

from datetime import date

import pytest

from steunpunt.foundation.access import Actor
from steunpunt.network.queries.directory import partnership_directory
from steunpunt.network.queries.directory.loosening import loosenings, nearest
from steunpunt.network.queries.filters import Filters
from tests.factories.network import MembershipFactory, PartnershipFactory

DAY = date(2026, 11, 22)
pytestmark = pytest.mark.django_db


def test_filter_that_frees_most_comes_first():
    for state in ("aspirant", "aspirant", "candidate"):
        PartnershipFactory(status__state=state)
    PartnershipFactory(version__sectors=["vo"], status__state="recognised")
    directory = partnership_directory(Actor.visitor(), DAY)

    found = loosenings(directory, Filters(day=DAY, sectors=("po",), states=("erkend",)))

    assert [(one.field, one.count) for one in found] == [("states", 3), ("sectors", 1)]


def test_nothing_to_loosen():
    directory = partnership_directory(Actor.visitor(), DAY)

    assert loosenings(directory, Filters(day=DAY)) == []


def test_nearest_forgets_the_other_filters():
    PartnershipFactory(version__name="Zonder scholen")
    MembershipFactory(partnership=PartnershipFactory(version__name="Dichtbij"))
    directory = partnership_directory(Actor.visitor(), DAY)

    found = nearest(directory, Filters(day=DAY, sectors=("vo",), postcode="3511", point=(52.09, 5.12)))

    assert [(row.name, round(km)) for row, km in found] == [("Dichtbij", 0)]


def test_nearest_needs_a_postcode():
    assert nearest(partnership_directory(Actor.visitor(), DAY), Filters(day=DAY)) == []
