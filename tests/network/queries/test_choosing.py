"""Finding an organisation to choose."""

from datetime import date

import pytest

from steunpunt.foundation.access import Actor
from steunpunt.network.models import OrganisationKind
from steunpunt.network.queries.choosing import (
    MOST,
    current_members,
    find_organisations,
    found_organisation,
    partners_as_options,
)
from tests.factories.network import (
    BoardFactory,
    MembershipFactory,
    PartnershipFactory,
    SchoolFactory,
    SiteFactory,
)

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 22)


def _labels(text, kinds=()):
    return [option.label.partition(" · ")[0] for option in find_organisations(Actor.visitor(), text, kinds, DAY)]


@pytest.mark.parametrize("text", ["linde", "LINDE ede", "12ab", "12AB00", "ede linde"])
def test_found_by_name_place_and_code(text):
    SiteFactory(code="12AB00", version__name="De Linde", version__place="Ede")
    SiteFactory(code="99ZZ00", version__name="De Es", version__place="Utrecht")

    assert _labels(text) == ["De Linde"]


@pytest.mark.parametrize("text", ["", " ", "l", "linde utrecht", "(x["])
def test_not_found(text):
    SiteFactory(version__name="De Linde", version__place="Ede")

    assert _labels(text) == []


def test_the_best_match_stands_first():
    for name in ("De Witte Vlinder", "School De Vlinder", "Vlinder", "Vlinderhof"):
        SiteFactory(version__name=name)

    assert _labels("vlinder") == ["Vlinder", "Vlinderhof", "De Witte Vlinder", "School De Vlinder"]


def test_whole_words_stand_before_parts_of_words():
    for name in ("De Vlinde", "Onder de Linde"):
        SiteFactory(version__name=name)

    assert _labels("linde") == ["Onder de Linde", "De Vlinde"]


def test_only_the_kinds_that_were_asked():
    SiteFactory(version__name="De Linde")
    BoardFactory(version__name="Stichting Linde")

    assert _labels("linde", (OrganisationKind.SCHOOL_BOARD,)) == ["Stichting Linde"]


def test_a_school_with_one_site_is_left_to_its_site():
    school = SchoolFactory(version__name="De Linde")
    SiteFactory(version__name="De Linde", version__part_of=school)

    found = find_organisations(Actor.visitor(), "linde", (), DAY)
    assert [option.label.rpartition(" · ")[2] for option in found] == ["schoolvestiging"]


def test_a_school_with_more_sites_can_be_chosen_as_a_whole():
    school = SchoolFactory(version__name="De Linde")
    SiteFactory.create_batch(2, version__name="De Linde", version__part_of=school)

    assert len(_labels("linde")) == 3


def test_what_is_closed_is_not_offered():
    SiteFactory(version__name="De Linde", version__valid_until=date(2025, 8, 1))

    assert _labels("linde") == []


def test_one_more_than_can_be_shown_says_that_there_are_more():
    SiteFactory.create_batch(MOST + 5, version__name="De Linde")

    assert len(_labels("linde")) == MOST + 1


def test_searching_takes_one_query_for_one_and_for_three(django_assert_num_queries):
    SiteFactory(version__name="De Linde")
    with django_assert_num_queries(1):
        _labels("linde")
    SiteFactory.create_batch(2, version__name="De Linde")

    with django_assert_num_queries(1):
        assert len(_labels("linde")) == 3


def test_what_was_chosen_is_found_again_even_when_it_is_closed():
    site = SiteFactory(version__name="De Linde", version__valid_until=date(2025, 8, 1))

    assert found_organisation(Actor.visitor(), site.public_id, DAY).label.startswith("De Linde")


def test_a_made_up_choice_is_nothing():
    assert found_organisation(Actor.visitor(), "nooit", DAY) is None


def test_members_of_the_day_by_name():
    partnership = PartnershipFactory()
    MembershipFactory(partnership=partnership, organisation__version__name="De Linde")
    MembershipFactory(partnership=partnership, organisation__version__name="De Es", shell=True)
    MembershipFactory(partnership=partnership, valid_until=date(2025, 8, 1))

    assert [option.label for option in current_members(partnership, DAY)] == [
        _label(row) for row in partnership.memberships.filter(valid_until=None).order_by("-pk")
    ]


def _label(row):
    version = row.organisation.versions.get()
    return f"{version.name} · {version.place} · {row.organisation.code} · {row.get_ring_display()}"


def test_partners_of_now_and_before():
    partnership = PartnershipFactory()
    MembershipFactory(partnership=partnership, valid_until=date(2025, 8, 1))
    MembershipFactory(partnership=partnership, board=True)

    assert len(partners_as_options(partnership, DAY)) == 2
