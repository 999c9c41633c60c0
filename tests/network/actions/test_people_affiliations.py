"""Roles in time: taking up, ending, succession, and the last coordinator who leaves."""

from datetime import UTC, date, datetime

import pytest

from steunpunt.foundation.access import Actor, Refusal
from steunpunt.foundation.worklist.models import WorkItem
from steunpunt.network.actions.people import (
    add_affiliation,
    change_affiliation,
    end_affiliation,
    notice_missing_coordinators,
    succeed,
)
from steunpunt.network.models import Affiliation
from steunpunt.network.queries.people import coordinators_of
from steunpunt.network.rules.people import may_manage_partnership
from tests.factories.foundation import signed_in_actor, staff_actor
from tests.factories.network import (
    AffiliationFactory,
    CoordinatorRoleFactory,
    MembershipFactory,
    PartnershipFactory,
    PersonFactory,
    RoleFactory,
    SiteFactory,
    coordinator_of,
)

pytestmark = pytest.mark.django_db
AT = datetime(2026, 9, 1, 9, tzinfo=UTC)
TODAY = date(2026, 9, 1)


def _role(partnership, **facts) -> Affiliation:
    facts = {"person": PersonFactory(), "role": RoleFactory(), "valid_from": date(2026, 8, 1), **facts}
    return Affiliation(partnership=partnership, **facts)


def test_coordinator_adds_a_role():
    partnership = PartnershipFactory()

    row = add_affiliation(_role(partnership), by=coordinator_of(partnership), at=AT)

    assert Affiliation.objects.get(pk=row.pk).partnership == partnership


def test_coordinator_of_another_partnership_does_not():
    with pytest.raises(Refusal, match="Je mag hier geen rollen toevoegen"):
        add_affiliation(_role(PartnershipFactory()), by=coordinator_of(PartnershipFactory()), at=AT)


def test_role_at_an_organisation_alone_is_for_staff():
    row = Affiliation(person=PersonFactory(), role=RoleFactory(), organisation=SiteFactory(), valid_from=TODAY)

    with pytest.raises(Refusal):
        add_affiliation(row, by=coordinator_of(PartnershipFactory()), at=AT)
    assert add_affiliation(row, by=staff_actor(), at=AT).pk is not None


@pytest.mark.parametrize("organisation", [False, True])
def test_same_role_twice_at_a_time_is_refused_also_where_the_constraint_cannot_see_it(organisation):
    partnership, person = PartnershipFactory(), PersonFactory()
    place = SiteFactory() if organisation else None
    add_affiliation(_role(partnership, person=person, organisation=place), by=staff_actor(), at=AT)

    with pytest.raises(Refusal):
        add_affiliation(_role(partnership, person=person, organisation=place), by=staff_actor(), at=AT)


def test_end_before_begin_is_refused_with_the_sentence_of_the_constraint():
    row = _role(PartnershipFactory(), valid_until=date(2026, 7, 1))

    with pytest.raises(Refusal, match="De einddatum moet na de begindatum liggen"):
        add_affiliation(row, by=staff_actor(), at=AT)


def test_ended_role_gives_no_rights_any_more():
    partnership = PartnershipFactory()
    by = coordinator_of(partnership)
    own = Affiliation.objects.get(partnership=partnership)

    end_affiliation(own, TODAY, by=by, at=AT)

    assert not may_manage_partnership(by, partnership, TODAY)
    assert may_manage_partnership(by, partnership, date(2026, 8, 31))


def test_last_coordinator_may_leave_and_staff_are_asked_to_take_over():
    partnership = PartnershipFactory(version__name="De Brug")
    by = coordinator_of(partnership)

    end_affiliation(Affiliation.objects.get(partnership=partnership), TODAY, by=by, at=AT)

    item = WorkItem.objects.get(kind="geen-coordinator")
    assert item.title == "De Brug heeft vanaf 1 september 2026 geen coördinator: het steunpunt neemt over"
    assert item.subject == partnership.reference


def test_one_of_two_coordinators_leaves_silently():
    partnership = PartnershipFactory()
    by = coordinator_of(partnership)
    coordinator_of(partnership)

    end_affiliation(Affiliation.objects.get(person__account=by.account), TODAY, by=by, at=AT)

    assert not WorkItem.objects.exists()


def test_other_roles_end_silently():
    row = AffiliationFactory(partnership=PartnershipFactory(), organisation=None)

    end_affiliation(row, TODAY, by=staff_actor(), at=AT)

    assert not WorkItem.objects.exists()


def test_staff_are_asked_once():
    partnership = PartnershipFactory()
    MembershipFactory(partnership=partnership)
    AffiliationFactory(
        partnership=partnership, organisation=None, role=CoordinatorRoleFactory(), valid_until=date(2026, 8, 1)
    )

    assert notice_missing_coordinators(at=AT) == 1
    assert notice_missing_coordinators(at=AT) == 0


def test_partnership_that_never_had_a_coordinator_is_not_missed():
    MembershipFactory()

    assert notice_missing_coordinators(at=AT) == 0


def test_role_ends_once():
    row = AffiliationFactory(partnership=PartnershipFactory(), organisation=None, valid_until=date(2026, 8, 1))

    with pytest.raises(Refusal, match="al beëindigd"):
        end_affiliation(row, TODAY, by=staff_actor(), at=AT)


def test_everybody_may_leave_but_not_send_others_away():
    partnership = PartnershipFactory()
    by = signed_in_actor()
    own = AffiliationFactory(person=PersonFactory(account=by.account), partnership=partnership, organisation=None)
    other = AffiliationFactory(partnership=partnership, organisation=None)

    assert end_affiliation(own, TODAY, by=by, at=AT).valid_until == TODAY
    with pytest.raises(Refusal):
        end_affiliation(other, TODAY, by=by, at=AT)


def test_succession_hands_the_role_over_on_one_day_and_nobody_is_missed():
    partnership = PartnershipFactory()
    by = coordinator_of(partnership)
    outgoing, incoming = Affiliation.objects.get(partnership=partnership), PersonFactory()

    succeed(outgoing, incoming, date(2026, 10, 1), by=by, at=AT)

    assert [row.pk for row in coordinators_of(partnership, date(2026, 9, 30))] == [outgoing.person_id]
    assert [row.pk for row in coordinators_of(partnership, date(2026, 10, 1))] == [incoming.pk]
    assert not WorkItem.objects.exists()


def test_nobody_succeeds_oneself():
    row = AffiliationFactory(partnership=PartnershipFactory(), organisation=None)

    with pytest.raises(Refusal, match="Kies iemand anders"):
        succeed(row, row.person, TODAY, by=staff_actor(), at=AT)


def test_correction_rewrites_the_period():
    row = AffiliationFactory(partnership=PartnershipFactory(), organisation=None)
    row.valid_from, row.begin_unknown = date(2019, 8, 1), True

    change_affiliation(row, by=staff_actor(), at=AT)

    assert Affiliation.objects.get(pk=row.pk).since_text() == "in elk geval sinds 1 augustus 2019"


def test_system_acts_as_staff():
    row = add_affiliation(_role(PartnershipFactory()), by=Actor.for_system("voorbeeld"), at=AT)

    assert row.pk is not None
