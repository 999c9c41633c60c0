"""The directory of partnerships: its rows on a day, its filters and its counts."""

from datetime import date

import pytest

from steunpunt.foundation.access import Actor
from steunpunt.network.models import Membership
from steunpunt.network.queries.directory import partnership_directory
from steunpunt.network.queries.filters import Filters
from tests.factories.network import (
    AcademicStrandFactory,
    InstitutionFactory,
    LeadOrganisationFactory,
    MembershipFactory,
    MunicipalityFactory,
    PartnershipFactory,
    ProvinceFactory,
    SchoolFactory,
    SiteFactory,
    ThemeContactFactory,
    ThemeFactory,
)

DAY = date(2026, 11, 22)
pytestmark = pytest.mark.django_db


def names(day=DAY, **asked):
    directory = partnership_directory(Actor.visitor(), day)
    return [row.name for row in directory.select(Filters(day=day, **asked)).rows]


def counts(field, **asked):
    directory = partnership_directory(Actor.visitor(), DAY)
    facets = directory.select(Filters(day=DAY, **asked)).facets
    return {one.value: one.count for facet in facets if facet.field == field for one in facet.options}


def town(name, province="Utrecht"):
    return MunicipalityFactory(
        code=f"GM{name[:4]}", name=name, province=ProvinceFactory(code=f"PV{province[0]}", name=province)
    )


def partnership(name, *schools, **more):
    """A partnership with schools given as (municipality, ring)."""
    made = PartnershipFactory(slug=name.lower(), version__name=name, **more)
    for municipality, ring in schools:
        MembershipFactory(partnership=made, ring=ring, organisation=SiteFactory(version__municipality=municipality))
    return made


def test_row_tells_who_takes_part():
    made = partnership("Alfa", (town("Ede"), "core"), (town("Ede"), "shell"), version__sectors=["po", "vo"])
    MembershipFactory(
        partnership=made, institute=True, organisation=InstitutionFactory(code="25BE", version__name="Hanze")
    )
    MembershipFactory(partnership=made, board=True)
    AcademicStrandFactory(partnership=made)
    LeadOrganisationFactory(partnership=made, organisation=None, name_as_published="Stichting")

    row = partnership_directory(Actor.visitor(), DAY).by_slug["alfa"]

    assert (row.name, row.sectors, row.state, row.core, row.shell) == ("Alfa", ("po", "vo"), "recognised", 1, 1)
    assert (row.institute_names, len(row.boards), row.is_academic, row.lead) == ("Hanze", 1, True, "Stichting")
    assert str(row.state_since) == "sinds 1 augustus 2020"


def test_partnership_is_there_only_in_its_period():
    partnership("Alfa", version__valid_from=date(2020, 8, 1), version__valid_until=date(2024, 8, 1))

    assert [names(day) for day in (date(2020, 7, 31), date(2020, 8, 1), date(2024, 8, 1))] == [[], ["Alfa"], []]


def test_member_counts_from_its_first_day():
    made = partnership("Alfa")
    MembershipFactory(partnership=made, valid_from=date(2027, 8, 1))

    rows = [partnership_directory(Actor.visitor(), day).rows[0] for day in (date(2027, 7, 31), date(2027, 8, 1))]

    assert [row.core for row in rows] == [0, 1]


def test_member_from_before_the_register_is_shown_when_its_begin_is_unknown():
    site = SiteFactory(version__valid_from=date(2024, 11, 22), version__begin_unknown=True)
    MembershipFactory(partnership=partnership("Alfa"), organisation=site, valid_from=date(2021, 8, 1))

    assert partnership_directory(Actor.visitor(), date(2022, 1, 1)).rows[0].core == 1


def test_closed_member_is_left_out():
    site = SiteFactory(version__valid_until=date(2025, 8, 1))
    MembershipFactory(partnership=partnership("Alfa"), organisation=site)

    assert partnership_directory(Actor.visitor(), DAY).rows[0].members == ()


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, ["Alfa", "Beta"]),
        ({"sectors": ("vo",)}, ["Beta"]),
        ({"states": ("aspirant",)}, ["Beta"]),
        ({"provinces": ("Gelderland",)}, ["Alfa"]),
        ({"provinces": ("Gelderland", "Utrecht")}, ["Alfa", "Beta"]),
        ({"municipalities": ("Zeist",)}, ["Alfa", "Beta"]),
        ({"municipalities": ("Zeist",), "rings": ("kern",)}, ["Beta"]),
        ({"municipalities": ("Zeist",), "provinces": ("Gelderland",)}, []),
        ({"rings": ("schil",)}, ["Alfa"]),
        ({"academic": ("ja",)}, ["Alfa"]),
        ({"academic": ("nee",)}, ["Beta"]),
        ({"institutes": ("25BE",)}, ["Beta"]),
        ({"themes": ("begeleiden",)}, ["Alfa"]),
        ({"text": "beta"}, ["Beta"]),
        ({"text": "hanze"}, ["Beta"]),
        ({"sectors": ("vo",), "academic": ("ja",)}, []),
    ],
)
def test_filters(asked, expected):
    ede, zeist = town("Ede", "Gelderland"), town("Zeist")
    alfa = partnership("Alfa", (ede, "core"), (zeist, "shell"))
    beta = partnership("Beta", (zeist, "core"), version__sectors=["vo"], status__state="aspirant")
    AcademicStrandFactory(partnership=alfa)
    hanze = InstitutionFactory(code="25BE", version__name="Hanze")
    MembershipFactory(partnership=beta, institute=True, organisation=hanze)
    parent = ThemeFactory(slug="begeleiden")
    ThemeContactFactory(partnership=alfa, theme=ThemeFactory(parent=parent))

    assert names(**asked) == expected


def test_facet_counts_with_the_other_filters_and_keeps_what_gives_nothing():
    partnership("Alfa", status__state="aspirant")
    partnership("Beta", version__sectors=["vo"])

    assert counts("states", sectors=("po",), states=("erkend",)) == {
        "erkend": 0,
        "aspirant": 1,
        "kandidaat": 0,
        "beeindigd": 0,
        "onbekend": 0,
    }


def test_province_counts_follow_the_ring():
    partnership("Alfa", (town("Ede", "Gelderland"), "core"), (town("Zeist"), "shell"))

    assert counts("provinces", rings=("kern",)) == {"Gelderland": 1, "Utrecht": 0}


def test_municipalities_are_those_of_the_chosen_province():
    partnership("Alfa", (town("Ede", "Gelderland"), "core"), (town("Zeist"), "shell"))

    assert counts("municipalities", provinces=("Utrecht",)) == {"Zeist": 1}


def test_nearest_comes_first_and_the_radius_cuts_off():
    far = partnership("Alfa")
    near = partnership("Beta")
    partnership("Zonder plaats")
    MembershipFactory(partnership=far, organisation=SiteFactory(version__latitude=53.2, version__longitude=6.5))
    MembershipFactory(partnership=near, organisation=SiteFactory(version__latitude=52.1, version__longitude=5.1))
    here = {"postcode": "3511", "point": (52.09, 5.12)}

    assert names(**here) == ["Beta", "Alfa", "Zonder plaats"]
    assert names(**here, radius=10) == ["Beta"]


def test_brin_school_stands_where_its_sites_stand():
    school = SchoolFactory()
    SiteFactory(version__part_of=school, version__municipality=town("Ede", "Gelderland"))
    MembershipFactory(partnership=partnership("Alfa"), organisation=school)

    assert names(provinces=("Gelderland",)) == ["Alfa"]


def test_name_that_begins_with_the_words_comes_first():
    partnership("De Ster")
    partnership("Ster")
    MembershipFactory(partnership=partnership("Alfa"), organisation=SiteFactory(version__name="Ster"))

    assert names(text="ster") == ["Ster", "De Ster", "Alfa"]


def test_change_is_seen_at_once():
    made = partnership("Alfa", (town("Ede"), "core"))
    before = partnership_directory(Actor.visitor(), DAY)
    Membership.objects.filter(partnership=made).delete()
    after = partnership_directory(Actor.visitor(), DAY)

    assert (before.rows[0].core, after.rows[0].core, before.version == after.version) == (1, 0, False)


def test_second_question_asks_only_for_the_stamp(django_assert_num_queries):
    partnership("Alfa")
    partnership_directory(Actor.visitor(), DAY)

    with django_assert_num_queries(1):
        partnership_directory(Actor.visitor(), DAY).select(Filters(day=DAY, sectors=("po",))).facets  # noqa: B018


@pytest.mark.parametrize("number", [1, 3])
def test_gathering_takes_the_same_number_of_queries(number, django_assert_num_queries):
    for place in range(number):
        partnership(f"P{place}", (town("Ede"), "core"), (town("Ede"), "shell"))

    with django_assert_num_queries(16):
        partnership_directory(Actor.visitor(), DAY)


def test_page_beyond_the_last_is_the_last():
    partnership("Alfa")
    selection = partnership_directory(Actor.visitor(), DAY).select(Filters(day=DAY, page=9))

    assert [row.name for row, _km in selection.shown] == ["Alfa"]
