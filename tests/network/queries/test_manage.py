"""What stands on the overview."""

from datetime import UTC, date, datetime, timedelta

import pytest

from steunpunt.network.models import Ring, RoleAlias
from steunpunt.network.queries.editing import memberships_for_editing
from steunpunt.network.queries.manage import facts_now, is_stale, next_first_of_august, staff_tile, state_of, status_now
from tests.factories.foundation import signed_in_actor, staff_actor
from tests.factories.network import (
    AcademicStrandFactory,
    LeadOrganisationFactory,
    MembershipFactory,
    PartnershipFactory,
    RoleFactory,
)

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("today", "august"),
    [
        (date(2026, 7, 31), date(2026, 8, 1)),
        (date(2026, 8, 1), date(2027, 8, 1)),
        (date(2026, 12, 31), date(2027, 8, 1)),
    ],
)
def test_the_next_first_of_august(today, august):
    assert next_first_of_august(today) == august


@pytest.mark.parametrize(("days", "stale"), [(None, True), (366, True), (365, False)])
def test_a_page_is_stale_after_a_year(days, stale):
    at = None if days is None else datetime(2026, 11, 22, 12, tzinfo=UTC) - timedelta(days=days)

    assert is_stale(PartnershipFactory.build(confirmed_at=at), TODAY) is stale


def test_the_state_counts_what_holds_today():
    partnership = PartnershipFactory()
    MembershipFactory(partnership=partnership, ring=Ring.CORE)
    MembershipFactory(partnership=partnership, shell=True)
    MembershipFactory(partnership=partnership, valid_from=date(2099, 1, 1))
    LeadOrganisationFactory(partnership=partnership, organisation__version__name="Het Veld")
    strand = AcademicStrandFactory(partnership=partnership)

    state = state_of(partnership, TODAY)

    assert (state.members, state.rings, state.lead, state.strand) == (2, {"core": 1, "shell": 1}, "Het Veld", strand)


def test_a_school_that_was_closed_counts_no_more_and_is_marked():
    partnership = PartnershipFactory()
    MembershipFactory(partnership=partnership, ring=Ring.CORE)
    closed = MembershipFactory(partnership=partnership, ring=Ring.CORE)
    closed.organisation.versions.update(valid_until=date(2026, 8, 1))

    assert (state_of(partnership, TODAY).members, state_of(partnership, TODAY).rings["core"]) == (1, 1)
    assert {row.pk: row.is_closed for row in memberships_for_editing(partnership, TODAY)}[closed.pk] is True


def test_the_state_counts_own_names_of_roles():
    partnership, role = PartnershipFactory(), RoleFactory()
    for where in (partnership, PartnershipFactory(), None):
        RoleAlias.objects.create(role=role, partnership=where, title="opleider")

    assert state_of(partnership, TODAY).role_aliases == 1


def test_a_lead_that_is_only_known_by_name():
    partnership = PartnershipFactory()
    LeadOrganisationFactory(partnership=partnership, organisation=None, name_as_published="Stichting X")

    assert state_of(partnership, TODAY).lead == "Stichting X"


def test_forms_begin_with_what_stands_there():
    partnership = PartnershipFactory(version__name="De Linde", status__state="aspirant")

    assert facts_now(partnership, TODAY)["name"] == "De Linde"
    assert status_now(partnership, TODAY)["state"] == "aspirant"


def test_forms_begin_empty_when_nothing_is_known():
    partnership = PartnershipFactory(version=False, status=False)

    assert facts_now(partnership, TODAY) == {"valid_from": TODAY, "revision": 1}
    assert status_now(partnership, TODAY) == {"valid_from": TODAY, "revision": 1}


def test_only_staff_see_how_much_was_not_checked_for_long():
    PartnershipFactory()

    assert staff_tile(staff_actor(), TODAY) == {"unconfirmed": 1}
    assert staff_tile(signed_in_actor(), TODAY) is None
