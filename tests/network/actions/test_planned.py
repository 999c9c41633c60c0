"""Taking back what was planned for later."""

from datetime import UTC, date, datetime

import pytest

from steunpunt.foundation.access import Refusal
from steunpunt.foundation.ledger.queries import history_of
from steunpunt.network.actions.membership import end_membership, move_ring
from steunpunt.network.actions.planned import withdraw_change, withdraw_end
from steunpunt.network.models import Membership, Ring
from tests.factories.foundation import signed_in_actor, staff_actor
from tests.factories.network import MembershipFactory, PartnershipVersionFactory, coordinator_of

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)
AUGUST = date(2027, 8, 1)


@pytest.fixture
def moved():
    """A core school that goes to the shell next August."""
    return move_ring(MembershipFactory(ring=Ring.CORE), Ring.SHELL, AUGUST, by=staff_actor(), at=NOW)


def test_a_withdrawn_move_lets_the_school_stay_where_it_was(moved):
    withdraw_change(moved, by=coordinator_of(moved.partnership), at=NOW)

    assert list(Membership.objects.values_list("ring", "valid_until")) == [("core", None)]


def test_what_has_begun_is_not_withdrawn():
    with pytest.raises(Refusal, match="al ingegaan"):
        withdraw_change(MembershipFactory(), by=staff_actor(), at=NOW)


def test_a_stranger_withdraws_nothing(moved):
    with pytest.raises(Refusal, match="Alleen de coördinator"):
        withdraw_change(moved, by=signed_in_actor(), at=NOW)


def test_withdrawing_is_recorded(moved):
    withdraw_change(moved, by=staff_actor(), at=NOW)

    told = history_of(moved.partnership.reference)[0].summary
    assert told == "Geplande wijziging van 1 augustus 2027 ingetrokken: lidmaatschap."


def test_a_planned_version_is_withdrawn():
    version = PartnershipVersionFactory(valid_from=AUGUST)

    withdraw_change(version, by=staff_actor(), at=NOW)

    assert not version.partnership.versions.exists()


def test_a_planned_end_is_taken_back():
    row = end_membership(MembershipFactory(), AUGUST, by=staff_actor(), at=NOW)

    withdraw_end(row, by=staff_actor(), at=NOW)

    assert Membership.objects.get().valid_until is None


@pytest.mark.parametrize("until", [None, date(2026, 1, 1)], ids=["no end", "long over"])
def test_an_end_that_is_not_planned_is_not_taken_back(until):
    row = MembershipFactory(valid_until=until)

    with pytest.raises(Refusal, match="geen einde gepland"):
        withdraw_end(row, by=staff_actor(), at=NOW)


def test_an_end_on_which_something_follows_is_withdrawn_by_that(moved):
    first = Membership.objects.get(ring=Ring.CORE)

    with pytest.raises(Refusal, match="volgende periode"):
        withdraw_end(first, by=staff_actor(), at=NOW)
