"""Rows in words for the ledger."""

from datetime import date

import pytest

from steunpunt.network.actions.telling import in_words, name_of, since, told
from tests.factories.network import (
    LeadOrganisationFactory,
    MembershipFactory,
    OrganisationVersionFactory,
    PartnershipFactory,
    ProjectFactory,
    SiteFactory,
    ThemeFactory,
)

pytestmark = pytest.mark.django_db


def test_choices_days_and_flags_are_words():
    row = MembershipFactory(valid_until=date(2027, 8, 1))

    assert told(row, "role", "ring", "valid_from", "valid_until", "begin_unknown") == {
        "rol": "school",
        "kern of schil": "kern",
        "geldig vanaf": "1 augustus 2020",
        "geldig tot": "1 augustus 2027",
        "begin onbekend": "nee",
    }


def test_lists_numbers_and_what_is_not_there():
    version = PartnershipFactory(version__sectors=["po", "vo"]).versions.get()
    site = SiteFactory(version__pupils=120).versions.get()

    assert told(version, "sectors", "region") == {"sectoren": "po, vo", "regio": None}
    assert told(site, "pupils", "latitude") == {"aantal leerlingen": 120, "breedtegraad": 52.09}


def test_many_others_are_told_by_their_names():
    project = ProjectFactory()
    project.themes.set([ThemeFactory(title="Bekostiging", position=1), ThemeFactory(title="Inductie", position=2)])

    assert told(project, "themes") == {"thema's": "Bekostiging, Inductie"}


def test_an_organisation_is_told_by_name():
    row = LeadOrganisationFactory(organisation__version__name="Het Veld")

    assert list(told(row, "organisation").values()) == ["Het Veld"]


def test_the_name_of_the_day_and_the_latest():
    site = SiteFactory(version__name="Oud", version__valid_until=date(2024, 8, 1))
    OrganisationVersionFactory(organisation=site, name="Nieuw", valid_from=date(2024, 8, 1))

    assert [name_of(site, date(2022, 1, 1)), name_of(site)] == ["Oud", "Nieuw"]
    assert name_of(PartnershipFactory(version__name="De Leerwerf")) == "De Leerwerf"


@pytest.mark.parametrize(("day", "words"), [(date(2027, 8, 1), "vanaf 1 augustus 2027"), (None, "begin onbekend")])
def test_since_when(day, words):
    assert since(day) == words


def test_a_day_in_words():
    assert in_words(date(2027, 8, 1)) == "1 augustus 2027"
