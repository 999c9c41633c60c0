"""The directory of school sites, with the partnerships that they take part in."""

from datetime import date

import pytest

from steunpunt.foundation.access import Actor
from steunpunt.network.queries.directory import site_directory
from steunpunt.network.queries.filters import Filters
from tests.factories.network import (
    BoardFactory,
    InstitutionFactory,
    MembershipFactory,
    MunicipalityFactory,
    PartnershipFactory,
    ProvinceFactory,
    SchoolFactory,
    SiteFactory,
)

DAY = date(2026, 11, 22)
pytestmark = pytest.mark.django_db


def select(**asked):
    return site_directory(Actor.visitor(), DAY).select(Filters(day=DAY, **asked))


def names(**asked):
    return [row.title for row in select(**asked).rows]


def counts(field, **asked):
    return {one.value: one.count for facet in select(**asked).facets if facet.field == field for one in facet.options}


@pytest.fixture
def world():
    """Two sites in a partnership, one in none."""
    gelderland = ProvinceFactory(code="PV25", name="Gelderland")
    ede = MunicipalityFactory(code="GM0228", name="Ede", province=gelderland)
    utrecht = MunicipalityFactory()
    kern = SiteFactory(code="00AH00", version__name="Kern", version__municipality=ede, version__place="Ede")
    schil = SiteFactory(code="01BB00", version__name="Schil", version__municipality=utrecht, version__sector="vo")
    SiteFactory(code="02CC00", version__name="Los", version__municipality=utrecht)
    partnership = PartnershipFactory(slug="alfa", version__name="Alfa", status__state="aspirant")
    MembershipFactory(partnership=partnership, organisation=kern)
    MembershipFactory(partnership=partnership, organisation=schil, shell=True)
    MembershipFactory(partnership=partnership, institute=True, organisation=InstitutionFactory(code="25BE"))
    return partnership


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, ["Kern", "Los", "Schil"]),
        ({"sectors": ("vo",)}, ["Schil"]),
        ({"provinces": ("Gelderland",)}, ["Kern"]),
        ({"municipalities": ("Utrecht",)}, ["Los", "Schil"]),
        ({"rings": ("kern",)}, ["Kern"]),
        ({"rings": ("schil", "geen")}, ["Los", "Schil"]),
        ({"rings": ("geen",), "states": ("aspirant",)}, []),
        ({"states": ("aspirant",)}, ["Kern", "Schil"]),
        ({"states": ("erkend",)}, []),
        ({"institutes": ("25BE",), "rings": ("schil",)}, ["Schil"]),
        ({"academic": ("nee",)}, ["Kern", "Schil"]),
        ({"text": "00ah"}, ["Kern"]),
        ({"text": "01BB00"}, ["Schil"]),
        ({"text": "alfa"}, ["Kern", "Schil"]),
        ({"text": "ede"}, ["Kern"]),
    ],
)
def test_filters(world, asked, expected):
    assert names(**asked) == expected


def test_row_knows_its_partnerships(world):
    row = select(rings=("kern",)).rows[0]

    assert [(one.slug, one.name, one.ring, str(one.since)) for one in row.memberships] == [
        ("alfa", "Alfa", "kern", "sinds 1 augustus 2020")
    ]


def test_ring_counts(world):
    assert counts("rings") == {"kern": 1, "schil": 1, "geen": 1}


def test_status_counts_follow_the_sector(world):
    assert counts("states", sectors=("vo",))["aspirant"] == 1


def test_site_knows_its_school_and_board():
    board = BoardFactory(code="41804")
    school = SchoolFactory(code="00AH", version__part_of=board)
    SiteFactory(code="00AH00", version__part_of=school)

    row = select().rows[0]

    assert (row.brin, row.board.code) == ("00AH", "41804")


def test_site_takes_part_through_its_school():
    school = SchoolFactory(code="00AH")
    SiteFactory(version__name="Locatie", version__part_of=school)
    MembershipFactory(organisation=school)

    assert names(rings=("kern",)) == ["Locatie"]


def test_site_in_two_partnerships_counts_once(world):
    site = SiteFactory(version__name="Dubbel")
    MembershipFactory(organisation=site)
    MembershipFactory(organisation=site, partnership=world)

    assert names(rings=("kern",)) == ["Dubbel", "Kern"]


def test_before_the_register_only_proved_sites():
    known = {"version__valid_from": date(2024, 11, 22), "version__begin_unknown": True}
    MembershipFactory(organisation=SiteFactory(version__name="Lid", **known), valid_from=date(2021, 8, 1))
    SiteFactory(version__name="Onbekend", **known)

    rows = site_directory(Actor.visitor(), date(2022, 1, 1)).rows

    assert [row.title for row in rows] == ["Lid"]
