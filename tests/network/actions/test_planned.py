"""Taking back what was planned for later."""

from datetime import UTC, date, datetime

import pytest

from steunpunt.foundation.access import Refusal
from steunpunt.foundation.ledger.queries import history_of
from steunpunt.network.actions.membership import end_membership, move_ring
from steunpunt.network.actions.partnership import change_partnership_facts
from steunpunt.network.actions.planned import withdraw_change, withdraw_end
from steunpunt.network.actions.standing import set_status
from steunpunt.network.models import Membership, PartnershipState, PartnershipStatus, PartnershipVersion, Ring
from tests.factories.foundation import signed_in_actor, staff_actor
from tests.factories.network import (
    MembershipFactory,
    PartnershipFactory,
    PartnershipVersionFactory,
    PersonFactory,
    ThemeContactFactory,
    coordinator_of,
)

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


def test_withdrawing_is_recorded_with_what_stood_there(moved):
    withdraw_change(moved, by=staff_actor(), at=NOW)

    entry = history_of(moved.partnership.reference)[0]
    assert entry.summary == "Geplande wijziging van 1 augustus 2027 ingetrokken: lidmaatschap."
    assert (entry.changes["kern of schil"], entry.changes["geldig vanaf"]) == (
        ["schil", None],
        ["1 augustus 2027", None],
    )


def test_the_ledger_names_nobody_when_a_contact_is_withdrawn():
    contact = ThemeContactFactory(person=PersonFactory(last_name="Jansma"), valid_from=AUGUST)

    withdraw_change(contact, by=staff_actor(), at=NOW)

    assert "Jansma" not in str(history_of(contact.partnership.reference)[0].changes)


def test_a_planned_version_is_withdrawn():
    partnership = PartnershipFactory(version__name="De Leerwerf")
    change_partnership_facts(
        PartnershipVersion(partnership=partnership, name="De Leerschool", sectors=["po"], valid_from=AUGUST),
        by=staff_actor(),
        at=NOW,
    )

    withdraw_change(partnership.versions.get(valid_from=AUGUST), by=staff_actor(), at=NOW)

    assert list(partnership.versions.values_list("name", "valid_until")) == [("De Leerwerf", None)]


def test_the_only_version_stays():
    version = PartnershipVersionFactory(valid_from=AUGUST)

    with pytest.raises(Refusal, match="geen naam of status"):
        withdraw_change(version, by=staff_actor(), at=NOW)

    assert version.partnership.versions.exists()


@pytest.fixture
def ending():
    """A partnership of which staff planned the end."""
    partnership = PartnershipFactory()
    row = PartnershipStatus(partnership=partnership, state=PartnershipState.ENDED, valid_from=AUGUST)
    return set_status(row, by=staff_actor(), at=NOW)


def test_a_status_that_staff_planned_is_not_withdrawn_by_the_coordinator(ending):
    with pytest.raises(Refusal, match="Alleen medewerkers"):
        withdraw_change(ending, by=coordinator_of(ending.partnership), at=NOW)

    assert ending.partnership.statuses.filter(state=PartnershipState.ENDED).exists()


def test_staff_withdraw_a_status(ending):
    withdraw_change(ending, by=staff_actor(), at=NOW)

    assert not ending.partnership.statuses.filter(state=PartnershipState.ENDED).exists()


def test_an_end_of_a_status_is_not_withdrawn_by_the_coordinator():
    status = PartnershipFactory().statuses.get()
    status.valid_until = AUGUST
    status.save()

    with pytest.raises(Refusal, match="Alleen medewerkers"):
        withdraw_end(status, by=coordinator_of(status.partnership), at=NOW)


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
