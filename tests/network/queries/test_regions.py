"""Reading regions."""

from datetime import date

import pytest

from steunpunt.foundation.access import Actor
from steunpunt.network.queries.regions import visible_regions
from tests.factories.network import RegionFactory


@pytest.mark.django_db
def test_region_exists_in_its_period():
    region = RegionFactory(valid_from=date(2024, 1, 1), valid_until=date(2026, 1, 1))

    assert list(visible_regions(Actor.visitor(), date(2025, 12, 31))) == [region]
    assert list(visible_regions(Actor.visitor(), date(2026, 1, 1))) == []
