"""What is going to change in the network."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from steunpunt.foundation.access import Actor
from steunpunt.network.queries.upcoming import upcoming_changes
from tests.factories.network import (
    AcademicStrandFactory,
    LeadOrganisationFactory,
    MembershipFactory,
    PartnershipFactory,
    PartnershipStatusFactory,
    PartnershipVersionFactory,
)

pytestmark = pytest.mark.django_db
TODAY, LATER, MUCH_LATER = date(2026, 11, 22), date(2027, 8, 1), date(2028, 8, 1)


def texts(**wishes):
    return [change.text for change in upcoming_changes(Actor.visitor(), TODAY, **wishes)]


def test_schools_that_join_and_leave_are_counted():
    partnership = PartnershipFactory(version__name="De Brug")
    MembershipFactory.create_batch(2, partnership=partnership, valid_from=LATER)
    MembershipFactory(partnership=partnership, valid_until=LATER)
    MembershipFactory(partnership=partnership, institute=True, valid_from=LATER)

    change = upcoming_changes(Actor.visitor(), TODAY)[0]

    assert (change.on, change.name) == (LATER, "De Brug")
    assert change.text == "1 partner erbij, 2 scholen erbij, 1 school eruit"


def test_leaving_and_joining_on_one_day_is_changing_ring():
    was = MembershipFactory(shell=True, valid_until=LATER)
    MembershipFactory(partnership=was.partnership, organisation=was.organisation, valid_from=LATER)

    assert texts() == ["1 school van schil naar kern"]


def test_other_facts_are_told_in_words():
    partnership = PartnershipFactory(version__name="De Brug", version__valid_until=LATER, status__valid_until=LATER)
    PartnershipVersionFactory(partnership=partnership, name="De Nieuwe Brug", valid_from=LATER)
    PartnershipStatusFactory(partnership=partnership, state="recognised", valid_from=LATER)
    LeadOrganisationFactory(partnership=partnership, valid_from=LATER)
    AcademicStrandFactory(partnership=partnership, valid_from=LATER)

    assert texts() == [
        "Heet dan De Nieuwe Brug, status wordt erkend, andere penvoerder, begint met een academische kop"
    ]


def test_strand_that_ends_is_told():
    AcademicStrandFactory(valid_until=LATER)

    assert texts() == ["Academische kop loopt af"]


def test_soonest_comes_first_and_no_more_than_asked():
    MembershipFactory(valid_from=MUCH_LATER)
    MembershipFactory(valid_from=LATER)

    assert [change.on for change in upcoming_changes(Actor.visitor(), TODAY)] == [LATER, MUCH_LATER]
    assert len(texts(limit=1)) == 1


def test_sector_chooses():
    MembershipFactory(partnership=PartnershipFactory(version__sectors=["po"]), valid_from=LATER)

    assert (len(texts(sector="po")), texts(sector="vo")) == (1, [])


def test_partnership_that_is_still_to_begin_has_its_name():
    partnership = PartnershipFactory(version__name="Straks", version__valid_from=LATER)
    MembershipFactory(partnership=partnership, valid_from=LATER)

    assert [change.name for change in upcoming_changes(Actor.visitor(), TODAY)] == ["Straks"]


def test_three_changes_take_as_many_queries_as_one():
    counts = []
    for number in (1, 2):
        MembershipFactory.create_batch(number, valid_from=LATER)
        with CaptureQueriesContext(connection) as queries:
            upcoming_changes(Actor.visitor(), TODAY)
        counts.append(len(queries))

    assert counts[0] == counts[1]
