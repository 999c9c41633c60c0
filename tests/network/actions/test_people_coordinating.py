"""Nobody can manage a partnership any more, and somebody can again."""

from datetime import UTC, date, datetime, timedelta

import pytest

from steunpunt.foundation.access import Actor
from steunpunt.foundation.accounts.actions import erase_account
from steunpunt.foundation.worklist.actions import accept_item
from steunpunt.foundation.worklist.models import WorkItem, WorkState
from steunpunt.network.actions.people import (
    add_affiliation,
    change_affiliation,
    connect_account,
    end_affiliation,
    notice_missing_coordinators,
)
from steunpunt.network.models import Affiliation
from tests.factories.foundation import UserFactory, staff_actor
from tests.factories.network import (
    AffiliationFactory,
    CoordinatorRoleFactory,
    MembershipFactory,
    PartnershipFactory,
    PersonFactory,
    RoleFactory,
    coordinator_of,
)

pytestmark = pytest.mark.django_db
AT = datetime(2026, 9, 1, 9, tzinfo=UTC)
TODAY, OCTOBER = date(2026, 9, 1), date(2026, 10, 1)


@pytest.fixture
def partnership():
    return MembershipFactory(partnership__version__name="De Brug").partnership


def _role_of(actor) -> Affiliation:
    return Affiliation.objects.get(person__account=actor.account)


def _coordinator(partnership, account=True, valid_from=TODAY) -> Affiliation:
    """A role of a coordinator that is not there yet."""
    person = PersonFactory(account=UserFactory() if account else None)
    return Affiliation(person=person, partnership=partnership, role=CoordinatorRoleFactory(), valid_from=valid_from)


def _left(partnership, on=TODAY) -> WorkItem:
    """The last coordinator leaves; the question to staff that follows."""
    end_affiliation(_role_of(coordinator_of(partnership)), on, by=staff_actor(), at=AT)
    return WorkItem.objects.get(kind="geen-coordinator")


def test_last_coordinator_may_leave_and_staff_are_asked_to_take_over(partnership):
    by = coordinator_of(partnership)

    end_affiliation(_role_of(by), TODAY, by=by, at=AT)

    item = WorkItem.objects.get(kind="geen-coordinator")
    assert item.title == "De Brug heeft vanaf 1 september 2026 geen coördinator: het steunpunt neemt over"
    assert item.subject == partnership.reference


def test_one_of_two_coordinators_leaves_silently(partnership):
    by = coordinator_of(partnership)
    coordinator_of(partnership)

    end_affiliation(_role_of(by), TODAY, by=by, at=AT)

    assert not WorkItem.objects.exists()


@pytest.mark.parametrize("account", [None, {"is_active": False}])
def test_coordinator_who_cannot_sign_in_does_not_count(partnership, account):
    by = coordinator_of(partnership)
    other = PersonFactory(account=account and UserFactory(**account))
    AffiliationFactory(person=other, partnership=partnership, organisation=None, role=CoordinatorRoleFactory())

    end_affiliation(_role_of(by), TODAY, by=by, at=AT)

    assert WorkItem.objects.filter(kind="geen-coordinator").exists()


def test_end_in_the_past_is_silent_when_somebody_manages_by_now(partnership):
    AffiliationFactory(
        person=PersonFactory(account=UserFactory()),
        partnership=partnership,
        organisation=None,
        role=CoordinatorRoleFactory(),
        valid_from=date(2026, 8, 15),
    )
    by = coordinator_of(partnership)

    end_affiliation(_role_of(by), date(2026, 8, 1), by=by, at=AT)

    assert not WorkItem.objects.exists()


def test_other_roles_end_silently(partnership):
    row = AffiliationFactory(partnership=partnership, organisation=None)

    end_affiliation(row, TODAY, by=staff_actor(), at=AT)

    assert not WorkItem.objects.exists()


@pytest.mark.parametrize("correction", [{"valid_from": OCTOBER}, {"valid_until": TODAY}, {"role": "schoolopleider"}])
def test_correction_that_leaves_nobody_asks_staff_too(partnership, correction):
    row = _role_of(coordinator_of(partnership))
    for name, value in correction.items():
        setattr(row, name, RoleFactory(code=value) if name == "role" else value)

    change_affiliation(row, by=staff_actor(), at=AT)

    assert "vanaf 1 september 2026" in WorkItem.objects.get().title


def test_staff_are_asked_once(partnership):
    facts = {"partnership": partnership, "organisation": None, "role": CoordinatorRoleFactory()}
    AffiliationFactory(valid_until=date(2026, 8, 1), **facts)

    assert notice_missing_coordinators(at=AT) == 1
    assert notice_missing_coordinators(at=AT) == 0


def test_staff_who_took_over_are_left_in_peace_for_a_while(partnership):
    accept_item(_left(partnership), by=staff_actor(), at=AT)

    assert notice_missing_coordinators(at=AT + timedelta(days=89)) == 0
    assert notice_missing_coordinators(at=AT + timedelta(days=91)) == 1


def test_partnership_whose_coordinator_has_no_account_is_missed(partnership):
    AffiliationFactory(partnership=partnership, organisation=None, role=CoordinatorRoleFactory())

    assert notice_missing_coordinators(at=AT) == 1


def test_partnership_that_never_had_a_coordinator_is_not_missed():
    MembershipFactory()

    assert notice_missing_coordinators(at=AT) == 0


def test_new_coordinator_closes_the_question(partnership):
    item = _left(partnership)

    add_affiliation(_coordinator(partnership), by=staff_actor(), at=AT)

    item.refresh_from_db()
    assert (item.state, item.answer) == (WorkState.ACCEPTED, "Er is weer een coördinator.")


@pytest.mark.parametrize("facts", [{"account": False}, {"valid_from": OCTOBER}])
def test_question_stays_open_while_nobody_can_manage(partnership, facts):
    item = _left(partnership)

    add_affiliation(_coordinator(partnership, **facts), by=staff_actor(), at=AT)

    item.refresh_from_db()
    assert item.is_open


def test_question_about_a_later_day_is_closed_by_who_coordinates_from_then(partnership):
    item = _left(partnership, on=OCTOBER)

    add_affiliation(_coordinator(partnership, valid_from=OCTOBER), by=staff_actor(), at=AT)

    item.refresh_from_db()
    assert not item.is_open


def test_other_role_and_other_partnership_leave_the_question_open(partnership):
    item = _left(partnership)

    other = Affiliation(person=PersonFactory(), partnership=partnership, role=RoleFactory(), valid_from=TODAY)
    add_affiliation(other, by=staff_actor(), at=AT)
    add_affiliation(_coordinator(PartnershipFactory()), by=staff_actor(), at=AT)

    item.refresh_from_db()
    assert item.is_open


def test_coordinator_who_gets_an_account_closes_the_question(partnership):
    item = _left(partnership)
    row = add_affiliation(_coordinator(partnership, account=False), by=staff_actor(), at=AT)

    connect_account(row.person, UserFactory(), by=staff_actor(), at=AT)

    item.refresh_from_db()
    assert not item.is_open


def test_question_is_closed_on_the_day_that_a_planned_role_begins(partnership):
    item = _left(partnership)
    add_affiliation(_coordinator(partnership, valid_from=OCTOBER), by=staff_actor(), at=AT)

    assert notice_missing_coordinators(at=datetime(2026, 10, 1, 9, tzinfo=UTC)) == 0

    item.refresh_from_db()
    assert not item.is_open


@pytest.mark.parametrize("begun", [TODAY, OCTOBER])
def test_erasing_whose_role_begins_asks_staff_too(partnership, begun):
    row = add_affiliation(_coordinator(partnership, valid_from=begun), by=staff_actor(), at=AT)
    account = row.person.account

    erase_account(account, by=Actor.of(account), at=AT)

    assert not Affiliation.objects.exists()
    assert WorkItem.objects.filter(kind="geen-coordinator", subject=partnership.reference).exists()
