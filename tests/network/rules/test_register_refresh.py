"""A year's refresh on the real register: new, gone, and only what really changed."""

from datetime import date

import pytest

from steunpunt.network.queries.register import report_rows
from tests.factories.register_files import SHIPPED, offered, read_in

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def test_secondary_schools_of_2025_beside_those_of_2024():
    read_in((SHIPPED / "geo/gemeenten_2023.csv").read_bytes(), date(2023, 1, 1), "gemeenten.csv")
    read_in((SHIPPED / "geo/pc4.csv.gz").read_bytes(), date(2024, 4, 1), "pc4.csv.gz")
    read_in((SHIPPED / "register/scholen_2024-11-22.csv.gz").read_bytes(), date(2024, 11, 22), "scholen.csv.gz")

    tried = offered((SHIPPED / "register/vo_vestigingen_2025.csv.gz").read_bytes(), date(2025, 7, 1), "vo.csv.gz")
    moved = report_rows(tried, "changed").filter(kind="school_site", column="postcode")

    assert tried.counts["kinds"]["school_site"] == {"new": 21, "changed": 175, "closed": 20, "same": 1424}
    assert tried.counts["kinds"]["school_board"] == {"new": 276, "changed": 0, "closed": 0, "same": 0}
    assert tried.counts["large_closings"] == []
    assert moved.count() == 35
