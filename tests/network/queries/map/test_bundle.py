"""The packed map data: its version follows its contents, and the server's answers point into it."""

import gzip
import json
from datetime import date

import pytest

from steunpunt.foundation.access import Actor
from steunpunt.network.queries.filters import Filters
from steunpunt.network.queries.map.bundle import map_bundle, matches
from tests.factories.network import InstitutionFactory, MembershipFactory, PartnershipFactory, SiteFactory

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 22)
VISITOR = Actor.visitor()


def test_same_facts_on_another_day_keep_the_version():
    SiteFactory()

    assert map_bundle(VISITOR, DAY).version == map_bundle(VISITOR, date(2026, 11, 23)).version


def test_version_changes_when_a_school_joins():
    partnership = PartnershipFactory()
    before = map_bundle(VISITOR, DAY).version
    MembershipFactory(partnership=partnership)

    assert map_bundle(VISITOR, DAY).version != before


def test_packed_data_are_gzipped_json():
    SiteFactory(code="01AA00")

    assert json.loads(gzip.decompress(map_bundle(VISITOR, DAY).packed))["sites"]["codes"] == "01AA00"


def test_matches_are_places_in_the_data():
    SiteFactory(code="01AA00", version__name="De Linde", version__longitude=5.1)
    SiteFactory(code="02AA00", version__name="De Eik", version__longitude=5.2)

    found = matches(VISITOR, Filters(day=DAY, text="linde"))
    bundle = map_bundle(VISITOR, DAY)

    assert [bundle.sites[place].organisation.code for place in found["sites"]] == ["01AA00"]
    assert found["version"] == bundle.version


def test_matches_hold_all_three_kinds():
    institution = InstitutionFactory(version__name="Hogeschool Linde", version__latitude=52, version__longitude=5)
    partnership = PartnershipFactory(version__name="Samen onder de Linde")
    MembershipFactory(partnership=partnership, institute=True, organisation=institution)

    found = matches(VISITOR, Filters(day=DAY, text="linde"))

    assert (found["sites"], found["partnerships"], found["institutions"]) == ([], [0], [0])


def test_matches_leave_out_what_has_no_point():
    SiteFactory(version__name="De Linde", version__latitude=None, version__longitude=None)

    assert matches(VISITOR, Filters(day=DAY, text="linde"))["sites"] == []


def test_matches_tell_the_point_of_the_postcode():
    assert matches(VISITOR, Filters(day=DAY, postcode="3511", point=(52.09, 5.12)))["point"] == [52.09, 5.12]
