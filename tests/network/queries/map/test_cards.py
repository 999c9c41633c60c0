"""What a click on the map tells."""

from datetime import date

import pytest

from steunpunt.foundation.access import Actor
from steunpunt.network.queries.map.cards import cards
from tests.factories.network import InstitutionFactory, MembershipFactory, PartnershipFactory, SiteFactory

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 22)
VISITOR = Actor.visitor()


def test_all_schools_on_a_spot_are_told():
    SiteFactory(code="01AA00")
    SiteFactory(code="02AA00")
    SiteFactory(code="03AA00")

    found = cards(VISITOR, DAY, sites=["01AA00", "03AA00"])

    assert sorted(row.organisation.code for row in found.sites) == ["01AA00", "03AA00"]


def test_school_tells_in_which_ring_it_takes_part():
    MembershipFactory(partnership=PartnershipFactory(slug="samen"), organisation=SiteFactory(code="01AA00"))

    [row] = cards(VISITOR, DAY, sites=["01AA00"]).sites

    assert [(own.slug, own.ring) for own in row.memberships] == [("samen", "kern")]


def test_institution_is_found_by_its_code():
    InstitutionFactory(code="21XX", version__name="Hogeschool")

    assert cards(VISITOR, DAY, institution="21XX").institution.title == "Hogeschool"


def test_partnership_is_found_by_its_address():
    PartnershipFactory(slug="samen", version__name="Samen")

    assert cards(VISITOR, DAY, partnership="samen").partnership.title == "Samen"


@pytest.mark.parametrize(
    "question",
    [{}, {"sites": ["99ZZ00"]}, {"institution": "99ZZ"}, {"partnership": "weg"}],
    ids=["nothing asked", "no such school", "no such institution", "no such partnership"],
)
def test_what_does_not_exist_gives_nothing(question):
    assert cards(VISITOR, DAY, **question) is None


def test_school_of_later_does_not_exist_yet():
    SiteFactory(code="01AA00", version__valid_from=date(2027, 8, 1))

    assert cards(VISITOR, DAY, sites=["01AA00"]) is None
