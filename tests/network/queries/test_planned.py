"""What is planned for later."""

from datetime import date

import pytest

from steunpunt.network.queries.planned import planned_changes, planned_row
from tests.factories.network import (
    AcademicStrandFactory,
    LeadOrganisationFactory,
    MembershipFactory,
    PartnershipFactory,
    PartnershipStatusFactory,
    PartnershipVersionFactory,
    SiteFactory,
    ThemeContactFactory,
)

pytestmark = pytest.mark.django_db
TODAY, AUGUST = date(2026, 11, 22), date(2027, 8, 1)


@pytest.fixture
def partnership():
    return PartnershipFactory(version=False, status=False)


def _told(partnership):
    return [(change.kind, change.text, change.is_end) for change in planned_changes(partnership, TODAY)]


def test_everything_that_begins_later_has_words(partnership):
    facts = {"partnership": partnership, "valid_from": AUGUST}
    PartnershipVersionFactory(name="De Leerschool", **facts)
    PartnershipStatusFactory(**facts)
    AcademicStrandFactory(**facts)
    LeadOrganisationFactory(organisation__version__name="Het Veld", **facts)
    MembershipFactory(organisation__version__name="De Linde", **facts)
    ThemeContactFactory(theme__title="Begeleiding", **facts)

    assert _told(partnership) == [
        ("academische-kop", "academische kop", False),
        ("contact", "contact voor begeleiding: schoolopleider", False),
        ("gegevens", "gegevens: De Leerschool", False),
        ("lid", "De Linde: school, kern", False),
        ("penvoerder", "penvoerder Het Veld", False),
        ("status", "status erkend", False),
    ]


def test_an_end_is_planned_too(partnership):
    MembershipFactory(partnership=partnership, organisation__version__name="De Linde", valid_until=AUGUST)

    assert _told(partnership) == [("lid", "De Linde: school, kern", True)]


def test_a_move_is_told_once(partnership):
    site = SiteFactory(version__name="De Linde")
    MembershipFactory(partnership=partnership, organisation=site, valid_until=AUGUST)
    MembershipFactory(partnership=partnership, organisation=site, valid_from=AUGUST, shell=True)

    assert _told(partnership) == [("lid", "De Linde: school, schil", False)]


def test_what_holds_today_and_what_is_over_is_not_planned(partnership):
    MembershipFactory(partnership=partnership)
    MembershipFactory(partnership=partnership, valid_until=TODAY)

    assert _told(partnership) == []


def test_the_plans_take_the_same_queries_for_one_and_for_three(partnership, django_assert_num_queries):
    MembershipFactory(partnership=partnership, valid_from=AUGUST)
    with django_assert_num_queries(7):
        _told(partnership)
    MembershipFactory.create_batch(2, partnership=partnership, valid_from=AUGUST)

    with django_assert_num_queries(7):
        _told(partnership)


@pytest.mark.parametrize("kind", ["lid", "onzin"])
def test_a_row_of_elsewhere_is_nothing(partnership, kind):
    row = MembershipFactory(valid_from=AUGUST)

    assert planned_row(partnership, kind, row.pk) is None
