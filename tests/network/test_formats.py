"""The network as open data."""

from datetime import date

import pytest
from django.http import QueryDict

from steunpunt.foundation.access import Actor
from steunpunt.foundation.boards import opendata
from steunpunt.network import formats
from steunpunt.network.forms.filters import read_filters
from steunpunt.network.models import RegisterScope
from tests.factories.network import (
    BoardFactory,
    InstitutionFactory,
    MembershipFactory,
    PartnershipFactory,
    ProgrammeFactory,
    SchoolFactory,
    SiteFactory,
)

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 22)


def rows(name, query=""):
    """The rows of a data set, each by the names of its columns."""
    makers = {
        "partnerschappen": (formats.partnership_rows, formats.PARTNERSHIP_COLUMNS),
        "lidmaatschappen": (formats.membership_rows, formats.MEMBERSHIP_COLUMNS),
        "vestigingen": (formats.site_rows, formats.SITE_COLUMNS),
        "opleidingen": (formats.programme_rows, formats.PROGRAMME_COLUMNS),
    }
    make, columns = makers[name]
    filters, _remarks = read_filters(QueryDict(query), TODAY)
    names = [column.name for column in columns]
    return [dict(zip(names, row, strict=True)) for row in make(Actor.visitor(), filters)]


def test_partnership_stands_in_the_middle_of_its_schools():
    partnership = PartnershipFactory(version__name="De Brug", is_example=True)
    for latitude, longitude in ((52.0, 5.0), (52.2, 5.4)):
        site = SiteFactory(version__latitude=latitude, version__longitude=longitude)
        MembershipFactory(partnership=partnership, organisation=site)

    row = rows("partnerschappen")[0]

    assert (row["naam"], row["kernscholen"], row["voorbeeld"]) == ("De Brug", 2, True)
    assert (row["breedtegraad"], row["lengtegraad"]) == (52.1, 5.2)


def test_partnership_without_schools_has_no_place():
    PartnershipFactory()

    assert rows("partnerschappen")[0]["breedtegraad"] is None


def test_filter_and_day_hold_in_the_rows():
    PartnershipFactory(version__name="Alfa", version__sectors=["po"], version__valid_until=date(2026, 8, 1))
    PartnershipFactory(version__name="Beta", version__sectors=["vo"])

    assert [row["naam"] for row in rows("partnerschappen", "op=2026-07-31&sector=po")] == ["Alfa"]
    assert rows("partnerschappen", "op=2026-07-31&sector=po")[0]["zoals_op"] == date(2026, 7, 31)


def test_chosen_ring_leaves_members_in_it():
    partnership = PartnershipFactory()
    MembershipFactory(partnership=partnership)
    MembershipFactory(partnership=partnership, shell=True)
    MembershipFactory(partnership=partnership, board=True)

    assert [row["ring"] for row in rows("lidmaatschappen", "ring=schil")] == ["schil"]
    assert len(rows("lidmaatschappen")) == 3


def test_site_names_board_and_partnerships():
    board = BoardFactory(version__name="Stichting Zuid")
    school = SchoolFactory(version__part_of=board)
    site = SiteFactory(version__part_of=school)
    MembershipFactory(partnership=PartnershipFactory(version__name="Samen", is_example=True), organisation=site)

    row = rows("vestigingen")[0]

    assert (row["brin"], row["bestuur"]) == (school.code, "Stichting Zuid")
    assert (row["partnerschappen"], row["voorbeeld"]) == (["Samen (kern)"], True)


def test_chosen_sort_leaves_programmes_of_it():
    institution = InstitutionFactory()
    ProgrammeFactory(institution=institution)
    ProgrammeFactory(institution=institution, kind="second_degree")

    assert [row["soort"] for row in rows("opleidingen", "opleiding=pabo")] == ["pabo"]


@pytest.mark.parametrize("name", ["partnerschappen", "lidmaatschappen", "vestigingen", "opleidingen"])
def test_data_set_is_pinned_with_the_example_mark(name):
    assert opendata.get(name).column_names[-1] == "voorbeeld"


def test_register_date_is_unknown_before_anything_was_read():
    assert formats.register_date("school_site") is None


def test_register_date_is_the_oldest_of_its_kind():
    for kind, sector, day in (("school_site", "po", 1), ("school_site", "vo", 5), ("programme", "ho", 3)):
        RegisterScope.objects.create(kind=kind, sector=sector, reference_date=date(2025, 1, day), source="DUO")

    assert (formats.register_date("school_site"), formats.register_date("programme")) == (
        date(2025, 1, 1),
        date(2025, 1, 3),
    )
