"""The directory of training institutions."""

from datetime import date

import pytest

from steunpunt.foundation.access import Actor
from steunpunt.network.queries.directory import institution_directory
from steunpunt.network.queries.filters import Filters
from tests.factories.network import InstitutionFactory, MembershipFactory, PartnershipFactory, ProgrammeFactory

DAY = date(2026, 11, 22)
pytestmark = pytest.mark.django_db


def names(**asked):
    directory = institution_directory(Actor.visitor(), DAY)
    return [row.title for row in directory.select(Filters(day=DAY, **asked)).rows]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, ["Hanze", "Iselinge"]),
        ({"programmes": ("pabo",)}, ["Iselinge"]),
        ({"sectors": ("vo",)}, ["Hanze"]),
        ({"text": "wiskunde"}, ["Hanze"]),
        ({"text": "isselinge"}, ["Iselinge"]),
    ],
)
def test_filters(asked, expected):
    hanze = InstitutionFactory(version__name="Hanze")
    ProgrammeFactory(institution=hanze, name="Leraar Wiskunde", kind="second_degree")
    ProgrammeFactory(institution=InstitutionFactory(version__name="Iselinge"))
    vo = PartnershipFactory(version__sectors=["vo"])
    MembershipFactory(partnership=vo, institute=True, organisation=hanze)

    assert names(**asked) == expected


def test_institution_that_trains_no_teachers_comes_last():
    InstitutionFactory(version__name="Academie")
    ProgrammeFactory(institution=InstitutionFactory(version__name="Zuyd"))

    assert names() == ["Zuyd", "Academie"]


def test_row_counts_its_programmes_by_sort():
    institution = InstitutionFactory()
    for place in ("Groningen", "Assen"):
        ProgrammeFactory(institution=institution, place=place)

    row = institution_directory(Actor.visitor(), DAY).rows[0]

    assert (row.kinds, row.places) == ([("pabo / leraar basisonderwijs", 2)], ["Assen", "Groningen"])
