"""Who may change a partnership, and what can be so."""

from datetime import date

import pytest

from steunpunt.foundation.access import Actor
from steunpunt.network.models import MembershipRole, OrganisationKind, Ring
from steunpunt.network.rules.partnership import (
    can_be_contact,
    can_end,
    can_have_goal,
    can_join,
    can_move,
    can_take_part,
    can_withdraw,
    can_withdraw_end,
    may_edit_partnership,
    may_set_status,
    may_start_partnership,
)
from tests.factories.foundation import signed_in_actor, staff_actor
from tests.factories.network import (
    AffiliationFactory,
    MembershipFactory,
    OrganisationFactory,
    OrganisationVersionFactory,
    PartnershipFactory,
    PersonFactory,
    SiteFactory,
    coordinator_of,
)

pytestmark = pytest.mark.django_db
TODAY, AUGUST = date(2026, 11, 22), date(2027, 8, 1)
ACTORS = {"visitor": Actor.visitor, "signed in": signed_in_actor, "staff": staff_actor}


@pytest.mark.parametrize(("who", "may"), [("visitor", False), ("signed in", False), ("staff", True)])
def test_staff_start_partnerships_set_the_status_and_edit(who, may):
    actor = ACTORS[who]()

    assert (may_start_partnership(actor), may_set_status(actor)) == (may, may)
    assert may_edit_partnership(actor, PartnershipFactory(), TODAY) is may


def test_a_coordinator_edits_only_the_own_partnership():
    own = PartnershipFactory()
    actor = coordinator_of(own)

    assert may_edit_partnership(actor, own, TODAY)
    assert not may_edit_partnership(actor, PartnershipFactory(), TODAY)


@pytest.mark.parametrize(
    ("kind", "roles"),
    [
        (OrganisationKind.SCHOOL_BOARD, {"board"}),
        (OrganisationKind.SCHOOL, {"school"}),
        (OrganisationKind.SCHOOL_SITE, {"school"}),
        (OrganisationKind.MBO, {"school", "board"}),
        (OrganisationKind.TRAINING_INSTITUTION, {"institute"}),
        (OrganisationKind.UNIVERSITY, {"institute"}),
        (OrganisationKind.MUNICIPALITY, set()),
        (OrganisationKind.OTHER, set()),
    ],
)
def test_roles_fit_the_kind(kind, roles):
    organisation = OrganisationFactory.build(kind=kind)

    assert {role.value for role in MembershipRole if can_take_part(organisation, role)} == roles


@pytest.mark.parametrize(("on", "can"), [(date(2025, 7, 31), True), (date(2025, 8, 1), False), (None, True)])
def test_a_closed_school_joins_only_for_the_time_before(on, can):
    assert can_join(SiteFactory(version__valid_until=date(2025, 8, 1)), on) is can


def test_a_school_that_was_reopened_joins():
    site = SiteFactory(version__valid_until=date(2025, 8, 1))
    OrganisationVersionFactory(organisation=site, valid_from=date(2026, 8, 1))

    assert can_join(site, AUGUST)


def test_an_organisation_of_which_nothing_is_known_joins():
    assert can_join(SiteFactory(version=False), AUGUST)


@pytest.mark.parametrize(
    ("begin", "end", "ring", "can"),
    [
        (date(2020, 8, 1), None, Ring.SHELL, True),
        (None, None, Ring.SHELL, True),
        (date(2020, 8, 1), None, Ring.CORE, False),
        (AUGUST, None, Ring.SHELL, False),
        (date(2020, 8, 1), AUGUST, Ring.SHELL, False),
    ],
)
def test_moving_to_the_other_ring(begin, end, ring, can):
    row = MembershipFactory.build(
        ring=Ring.CORE, valid_from=begin, valid_until=end, partnership=None, organisation=None
    )

    assert can_move(row, ring, AUGUST) is can


@pytest.mark.parametrize(("begin", "can"), [(AUGUST, True), (TODAY, False), (None, False)])
def test_only_what_has_still_to_begin_is_withdrawn(begin, can):
    row = MembershipFactory.build(valid_from=begin, partnership=None, organisation=None)

    assert can_withdraw(row, TODAY) is can


@pytest.mark.parametrize(("end", "can"), [(AUGUST, True), (TODAY, False), (None, False)])
def test_only_an_end_that_has_still_to_come_is_withdrawn(end, can):
    row = MembershipFactory.build(valid_until=end, partnership=None, organisation=None)

    assert can_withdraw_end(row, TODAY) is can


def test_nobody_ends_what_is_followed():
    first = MembershipFactory(valid_until=AUGUST)
    second = MembershipFactory(partnership=first.partnership, organisation=first.organisation, valid_from=AUGUST)

    assert (can_end(first), can_end(second)) == (False, True)


def test_a_contact_works_for_the_partnership_or_a_member():
    member = MembershipFactory()
    at_school = AffiliationFactory(organisation=member.organisation, person__public=True).person
    at_partnership = AffiliationFactory(organisation=None, partnership=member.partnership).person

    people = (at_school, at_partnership, PersonFactory())
    assert [can_be_contact(one, member.partnership, TODAY) for one in people] == [True, True, False]


def test_a_partner_of_now_or_before_has_goals():
    member = MembershipFactory(valid_until=date(2022, 8, 1))

    assert can_have_goal(member.organisation, member.partnership)
    assert not can_have_goal(SiteFactory(), member.partnership)
