"""The columns of the map data say exactly what the directories hold."""

from datetime import date
from itertools import accumulate

import pytest

from steunpunt.foundation.access import Actor
from steunpunt.network.queries.map.bundle import map_bundle
from steunpunt.network.queries.map.columns import SOUTH, STEP, WEST, along_the_curve, differences, in_order, table
from tests.factories.network import (
    AcademicStrandFactory,
    InstitutionFactory,
    MembershipFactory,
    MunicipalityFactory,
    PartnershipFactory,
    SchoolFactory,
    SiteFactory,
)

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 22)


def columns(day=DAY):
    bundle = map_bundle(Actor.visitor(), day)
    return table(bundle.here, bundle.sites, bundle.institutions)


def codes(data, places):
    width = data["sites"]["width"]
    return [data["sites"]["codes"][width * place : width * (place + 1)] for place in accumulate(places)]


def test_differences_add_up_to_the_numbers():
    assert list(accumulate(differences([5, 3, 3, 10]))) == [5, 3, 3, 10]


def test_neighbours_stay_together_on_the_curve():
    assert [along_the_curve(point) for point in [(0, 0), (1, 0), (0, 1), (1, 1), (2, 0)]] == [0, 1, 2, 3, 4]


def test_site_stands_where_it_stands():
    SiteFactory(code="01AA00", version__latitude=52.0907, version__longitude=5.1214)

    data = columns()

    assert data["sites"]["codes"] == "01AA00"
    assert WEST + data["sites"]["x"][0] * STEP == pytest.approx(5.1214, abs=STEP)
    assert SOUTH + data["sites"]["y"][0] * STEP == pytest.approx(52.0907, abs=STEP)


def test_site_without_a_point_is_not_on_the_map():
    SiteFactory(version__latitude=None, version__longitude=None)

    assert columns()["sites"]["codes"] == ""


def test_code_of_another_length_is_kept_apart():
    SiteFactory(code="7")

    data = columns()

    assert (data["sites"]["codes"], data["sites"]["others"]) == ("------", {0: "7"})


def test_municipality_is_a_number_and_knows_its_province():
    SiteFactory(version__municipality=MunicipalityFactory())

    data = columns()
    name, province = data["municipalities"][data["sites"]["municipality"][0]]

    assert (name, data["provinces"][province]) == ("Utrecht", "Utrecht")


def test_site_without_municipality_has_an_empty_one():
    SiteFactory()

    data = columns()

    assert data["municipalities"][data["sites"]["municipality"][0]][0] == ""


def test_partnership_names_its_core_and_shell_apart():
    partnership = PartnershipFactory(slug="samen")
    MembershipFactory(partnership=partnership, organisation=SiteFactory(code="01AA00"))
    MembershipFactory(partnership=partnership, organisation=SiteFactory(code="02AA00"), shell=True)
    SiteFactory(code="03AA00")

    data = columns()
    [row] = data["partnerships"]

    assert (codes(data, row["core"]), codes(data, row["shell"])) == (["01AA00"], ["02AA00"])


def test_whole_school_stands_at_all_its_sites():
    school = SchoolFactory()
    SiteFactory(code="01AA00", version__part_of=school)
    SiteFactory(code="01AA01", version__part_of=school)
    MembershipFactory(organisation=school)

    data = columns()

    assert sorted(codes(data, data["partnerships"][0]["core"])) == ["01AA00", "01AA01"]


def test_partnership_stands_in_the_middle_of_its_core():
    partnership = PartnershipFactory()
    for latitude, longitude in ((52.0, 5.0), (52.2, 5.2)):
        site = SiteFactory(version__latitude=latitude, version__longitude=longitude)
        MembershipFactory(partnership=partnership, organisation=site)
    far = SiteFactory(version__latitude=53.0, version__longitude=6.0)
    MembershipFactory(partnership=partnership, organisation=far, shell=True)

    x, y = columns()["partnerships"][0]["at"]

    assert (WEST + x * STEP, SOUTH + y * STEP) == pytest.approx((5.1, 52.1), abs=STEP)


def test_partnership_without_members_has_no_place():
    PartnershipFactory()

    assert columns()["partnerships"][0]["at"] is None


def test_partnership_carries_what_can_be_filtered():
    partnership = PartnershipFactory(status__state="aspirant", version__sectors=["vo"])
    AcademicStrandFactory(partnership=partnership)
    MembershipFactory(partnership=partnership, institute=True, organisation=InstitutionFactory(code="21XX"))

    row = columns()["partnerships"][0]

    assert {name: row[name] for name in ("sectors", "state", "academic", "institutes")} == {
        "sectors": ["vo"],
        "state": "aspirant",
        "academic": 1,
        "institutes": ["21XX"],
    }


def test_institution_trains_in_the_sectors_of_its_partnerships():
    institution = InstitutionFactory(version__latitude=52.0, version__longitude=5.0)
    for sector in ("vo", "po"):
        partnership = PartnershipFactory(version__sectors=[sector])
        MembershipFactory(partnership=partnership, institute=True, organisation=institution)

    assert columns()["institutions"]["sectors"] == [["po", "vo"]]


def test_membership_that_begins_later_is_not_there_yet():
    MembershipFactory(valid_from=date(2026, 8, 1))

    assert columns(date(2026, 7, 31))["partnerships"][0]["core"] == []
    assert len(columns(date(2026, 8, 1))["partnerships"][0]["core"]) == 1


def test_sites_on_one_spot_follow_each_other():
    for code, longitude in (("01AA00", 5.1), ("02AA00", 5.3), ("03AA00", 5.1)):
        SiteFactory(code=code, version__longitude=longitude)
    rows = map_bundle(Actor.visitor(), DAY).here.sites.rows

    ordered = [row.organisation.code for row in in_order(rows)]

    assert abs(ordered.index("01AA00") - ordered.index("03AA00")) == 1
