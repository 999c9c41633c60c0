"""Themes and regions in the API."""

from datetime import date

import pytest

from tests.factories.network import RegionFactory, ThemeFactory

pytestmark = pytest.mark.django_db


def test_theme_names_the_one_above_it(client):
    above = ThemeFactory(slug="begeleiden", title="Begeleiden")
    ThemeFactory(slug="coachen", title="Coachen", parent=above)

    found = {row["id"]: row["valtOnder"] for row in client.get("/api/v1/themas").json()["resultaten"]}

    assert found == {"begeleiden": None, "coachen": "begeleiden"}


def test_region_is_there_in_its_own_period(client):
    region = RegionFactory(name="Regio Zuid", valid_from=date(2024, 1, 1), valid_until=date(2026, 1, 1))

    found = client.get("/api/v1/regios?op=2025-01-01").json()["resultaten"]

    assert [(row["id"], row["naam"], row["geldigTot"]) for row in found] == [
        (region.public_id, "Regio Zuid", "2026-01-01")
    ]
    assert client.get("/api/v1/regios?op=2026-01-01").json()["resultaten"] == []
