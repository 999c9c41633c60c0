"""Reading filters from an address: what is understood stays, the rest is said and left out."""

from datetime import date

import pytest
from django.http import QueryDict

from steunpunt.network.forms.filters import FilterForm, read_filters
from steunpunt.network.queries.filters import Filters
from tests.factories.network import InstitutionFactory, PostcodeFactory, ThemeFactory

TODAY = date(2026, 11, 22)
pytestmark = pytest.mark.django_db


def read(query):
    return read_filters(QueryDict(query), TODAY)


def test_nothing_asked():
    assert read("") == (Filters(day=TODAY), [])


def test_everything_understood():
    PostcodeFactory()
    InstitutionFactory(code="25BE")
    ThemeFactory(slug="begeleiden")

    filters, remarks = read(
        "q=+lyceum+&soort=school&sector=po&sector=vo&provincie=Utrecht&gemeente=Utrecht&instituut=25BE&status=erkend"
        "&academisch=ja&ring=kern&thema=begeleiden&opleiding=pabo&postcode=3511ab&straal=10&op=2027-08-01&pagina=2"
    )

    assert filters == Filters(
        day=date(2027, 8, 1),
        is_explicit_day=True,
        text="lyceum",
        kinds=("school",),
        sectors=("po", "vo"),
        states=("erkend",),
        provinces=("Utrecht",),
        municipalities=("Utrecht",),
        institutes=("25BE",),
        academic=("ja",),
        rings=("kern",),
        themes=("begeleiden",),
        programmes=("pabo",),
        postcode="3511AB",
        point=(52.09, 5.12),
        radius=10,
        page=2,
    )
    assert remarks == []


def test_unknown_value_is_left_out_with_a_remark():
    filters, remarks = read("provincie=Atlantis")

    assert filters == Filters(day=TODAY)
    assert remarks == ["“Atlantis” kennen we niet bij provincie. Dat deel van je keuze telt niet mee."]


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("sector=basis", "sector"),
        ("status=recognised", "status"),
        ("op=31-07-2026", "op"),
        ("op=9999-12-31", "op"),
        ("postcode=abc", "postcode"),
        ("postcode=9999", "postcode"),
        ("ring=core", "ring"),
        ("instituut=00XX", "instituut"),
        ("thema=niets", "thema"),
    ],
)
def test_refused_values_are_named(query, parameter):
    form = FilterForm(QueryDict(query), today=TODAY)
    form.filters()

    assert [name for name, _value in form.refused] == [parameter]


@pytest.mark.parametrize("page", ["0", "-1", "x", "²", "99999999999999999999", ""])
def test_odd_page_is_harmless(page):
    assert read(f"pagina={page}")[0].page >= 1


@pytest.mark.parametrize(
    "query", ["q=%00", "provincie=%00", "postcode=%00", "q=" + "a" * 5000, "sector=" + "&sector=".join("x" * 300)]
)
def test_hostile_values_never_raise(query):
    read(query)


def test_radius_without_postcode_is_nothing():
    assert read("straal=10") == (Filters(day=TODAY), [])


def test_empty_values_are_nothing():
    assert read("q=&sector=&postcode=&straal=&gemeente=&op=") == (Filters(day=TODAY), [])
