"""Handing a role over on a day, and taking back what was planned."""

from datetime import UTC, date, datetime

import pytest

from steunpunt.foundation.access import Refusal
from steunpunt.foundation.ledger.models import LedgerEntry
from steunpunt.foundation.worklist.models import WorkItem
from steunpunt.network.actions.people import succeed, withdraw_affiliation
from steunpunt.network.models import Affiliation
from steunpunt.network.queries.people import coordinators_of
from tests.factories.foundation import UserFactory, signed_in_actor, staff_actor
from tests.factories.network import (
    AffiliationFactory,
    CoordinatorRoleFactory,
    PartnershipFactory,
    PersonFactory,
    coordinator_of,
)

pytestmark = pytest.mark.django_db
AT = datetime(2026, 9, 1, 9, tzinfo=UTC)
TODAY, OCTOBER = date(2026, 9, 1), date(2026, 10, 1)


def _colleague(partnership, **facts):
    """Somebody with an account and another role at the partnership."""
    person = PersonFactory(account=UserFactory())
    return AffiliationFactory(person=person, partnership=partnership, organisation=None, **facts).person


@pytest.fixture
def outgoing():
    """The role of the only coordinator."""
    partnership = PartnershipFactory()
    coordinator_of(partnership)
    return Affiliation.objects.get(partnership=partnership)


@pytest.fixture
def planned(outgoing):
    """The role that takes over in October."""
    return succeed(outgoing, _colleague(outgoing.partnership), OCTOBER, by=staff_actor(), at=AT)


def test_succession_hands_the_role_over_on_one_day_and_nobody_is_missed(outgoing, planned):
    partnership = outgoing.partnership

    assert [row.pk for row in coordinators_of(partnership, date(2026, 9, 30))] == [outgoing.person_id]
    assert [row.pk for row in coordinators_of(partnership, OCTOBER)] == [planned.person_id]
    assert not WorkItem.objects.exists()


def test_nobody_succeeds_oneself():
    row = AffiliationFactory(partnership=PartnershipFactory(), organisation=None)

    with pytest.raises(Refusal, match="Kies iemand anders"):
        succeed(row, row.person, TODAY, by=staff_actor(), at=AT)


def test_successor_works_here_on_the_first_day(outgoing):
    incoming = _colleague(outgoing.partnership, valid_from=OCTOBER)

    with pytest.raises(Refusal, match="werkt op die dag niet voor dit partnerschap") as refused:
        succeed(outgoing, incoming, date(2026, 9, 30), by=staff_actor(), at=AT)
    assert refused.value.field == "incoming"
    assert succeed(outgoing, incoming, OCTOBER, by=staff_actor(), at=AT).valid_from == OCTOBER


def test_day_on_which_the_role_does_not_hold_is_told_at_its_field(outgoing):
    with pytest.raises(Refusal) as refused:
        succeed(outgoing, _colleague(outgoing.partnership), outgoing.valid_from, by=staff_actor(), at=AT)

    assert refused.value.field == "on"
    assert Affiliation.objects.filter(role=outgoing.role).count() == 1


def test_stranger_hands_nothing_over(outgoing):
    with pytest.raises(Refusal, match="Je mag deze rol niet overdragen"):
        succeed(outgoing, _colleague(outgoing.partnership), OCTOBER, by=signed_in_actor(), at=AT)


def test_handing_over_to_somebody_without_an_account_asks_staff_to_take_over(outgoing):
    incoming = AffiliationFactory(partnership=outgoing.partnership, organisation=None).person

    succeed(outgoing, incoming, OCTOBER, by=staff_actor(), at=AT)

    assert "vanaf 1 oktober 2026 geen coördinator" in WorkItem.objects.get().title


def test_withdrawn_hand_over_lets_the_one_who_handed_over_go_on(outgoing, planned):
    withdraw_affiliation(planned, by=coordinator_of(outgoing.partnership), at=AT)

    outgoing.refresh_from_db()
    assert outgoing.valid_until is None
    assert not Affiliation.objects.filter(pk=planned.pk).exists()


def test_withdrawn_hand_over_gives_a_planned_end_back(outgoing):
    outgoing.valid_until = date(2027, 8, 1)
    outgoing.save()
    planned = succeed(outgoing, _colleague(outgoing.partnership), OCTOBER, by=staff_actor(), at=AT)

    withdraw_affiliation(planned, by=staff_actor(), at=AT)

    outgoing.refresh_from_db()
    assert outgoing.valid_until == date(2027, 8, 1)


def test_who_ended_by_a_deed_of_its_own_stays_ended(outgoing):
    outgoing.valid_until = OCTOBER
    outgoing.save()
    facts = {"partnership": outgoing.partnership, "organisation": None, "role": outgoing.role}
    planned = AffiliationFactory(valid_from=OCTOBER, **facts)

    withdraw_affiliation(planned, by=staff_actor(), at=AT)

    outgoing.refresh_from_db()
    assert outgoing.valid_until == OCTOBER


def test_who_got_another_end_since_the_hand_over_keeps_that(outgoing, planned):
    Affiliation.objects.filter(pk=outgoing.pk).update(valid_until=date(2026, 9, 15))

    withdraw_affiliation(planned, by=staff_actor(), at=AT)

    outgoing.refresh_from_db()
    assert outgoing.valid_until == date(2026, 9, 15)


def test_role_that_has_begun_is_not_withdrawn(outgoing):
    with pytest.raises(Refusal, match="al ingegaan"):
        withdraw_affiliation(outgoing, by=staff_actor(), at=AT)


def test_stranger_withdraws_nothing(planned):
    with pytest.raises(Refusal, match="Je mag deze rol niet intrekken"):
        withdraw_affiliation(planned, by=signed_in_actor(), at=AT)


def test_withdrawing_is_recorded_with_the_day_and_without_a_name(outgoing, planned):
    withdraw_affiliation(planned, by=staff_actor(), at=AT)

    entry = LedgerEntry.objects.get(deed="affiliation-withdrawn")
    assert entry.subjects == [outgoing.partnership.reference, planned.person.reference]
    assert entry.changes == {"sinds": ["1 oktober 2026", None]}
    assert planned.person.last_name not in f"{entry.summary}{entry.changes}"


def test_withdrawing_the_only_coordinator_to_come_asks_staff_to_take_over(outgoing):
    outgoing.valid_until = OCTOBER
    outgoing.save()
    facts = {"partnership": outgoing.partnership, "organisation": None, "role": CoordinatorRoleFactory()}
    planned = AffiliationFactory(person=PersonFactory(account=UserFactory()), valid_from=OCTOBER, **facts)

    withdraw_affiliation(planned, by=staff_actor(), at=AT)

    assert "vanaf 1 oktober 2026 geen coördinator" in WorkItem.objects.get().title
