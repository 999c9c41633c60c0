"""Who somebody is, whose name is shown, and what we hold of somebody."""

from datetime import UTC, date, datetime

import pytest

from steunpunt.foundation.access import Actor
from steunpunt.foundation.accounts.actions import erase_account
from steunpunt.foundation.accounts.models import User
from steunpunt.foundation.accounts.queries import own_data
from steunpunt.foundation.ledger.models import LedgerEntry
from steunpunt.foundation.worklist.models import WorkItem
from steunpunt.network.actions.people import merge_persons
from steunpunt.network.models import Affiliation, Invitation, Partnership, Person, ThemeContact
from steunpunt.network.queries.people import (
    coordinated_by,
    coordinators_of,
    is_managed,
    managed_partnerships,
    organisation_name,
    partnership_name,
    partnership_names,
    people_to_choose,
    people_working_for,
    roles_held,
    shown_name,
    visible_people,
)
from tests.factories.foundation import UserFactory, signed_in_actor, staff_actor
from tests.factories.network import (
    AffiliationFactory,
    CoordinatorRoleFactory,
    MembershipFactory,
    OrganisationFactory,
    PartnershipFactory,
    PartnershipVersionFactory,
    PersonFactory,
    ThemeContactFactory,
    coordinator_of,
)

pytestmark = pytest.mark.django_db
AT = datetime(2026, 9, 1, 9, tzinfo=UTC)


def test_name_without_consent_is_for_staff_and_the_person_itself():
    account = UserFactory()
    person = PersonFactory(first_name="Sanne", last_name="Bakker", account=account)

    assert shown_name(person, Actor.visitor()) == ""
    assert shown_name(person, signed_in_actor()) == ""
    assert shown_name(person, staff_actor()) == "Sanne Bakker"
    assert shown_name(person, Actor.of(account)) == "Sanne Bakker"


def test_people_whom_a_visitor_may_see_agreed_to_it():
    PersonFactory()
    public = PersonFactory(public=True)

    assert list(visible_people(Actor.visitor())) == [public]


def test_merged_person_is_seen_by_nobody():
    kept, merged = PersonFactory(public=True), PersonFactory(public=True)
    merge_persons(kept, merged, by=staff_actor(), at=AT)

    assert list(visible_people(staff_actor())) == [kept]


def test_rights_follow_the_days_of_the_role():
    partnership = PartnershipFactory()
    by = coordinator_of(partnership)
    Affiliation.objects.update(valid_from=date(2026, 1, 1), valid_until=date(2026, 8, 1))

    assert list(managed_partnerships(by, date(2026, 7, 31))) == [partnership]
    assert list(managed_partnerships(by, date(2026, 8, 1))) == []
    assert list(coordinators_of(partnership, date(2025, 12, 31))) == []


def test_partnership_is_managed_by_whoever_can_sign_in():
    partnership = PartnershipFactory()
    coordinated = {"partnership": partnership, "organisation": None, "role": CoordinatorRoleFactory()}
    AffiliationFactory(**coordinated)
    AffiliationFactory(person=PersonFactory(account=UserFactory(is_active=False)), **coordinated)
    active = PersonFactory(account=UserFactory())
    AffiliationFactory(person=active, valid_from=date(2026, 8, 1), **coordinated)

    assert not is_managed(partnership, date(2026, 7, 31))
    assert is_managed(partnership, date(2026, 8, 1))
    assert list(coordinated_by(active)) == [partnership]


def test_people_to_choose_are_there_today_or_later():
    partnership = PartnershipFactory()
    where = {"partnership": partnership, "organisation": None}
    AffiliationFactory(valid_until=AT.date(), **where)
    today = AffiliationFactory(**where).person
    later = AffiliationFactory(valid_from=date(2027, 8, 1), **where).person

    assert set(people_to_choose(partnership, AT.date())) == {today, later}


def test_names_of_many_places_are_found_at_once(django_assert_num_queries):
    old = PartnershipFactory(version__name="De Brug", version__valid_until=date(2024, 1, 1))
    new = PartnershipFactory(version__name="De Linde", version__valid_until=date(2024, 1, 1))
    PartnershipVersionFactory(partnership=new, name="De Linden", valid_from=date(2024, 1, 1))

    with django_assert_num_queries(1):
        assert partnership_names([old.pk, new.pk], date(2026, 1, 1)) == {old.pk: "De Brug", new.pk: "De Linden"}
    assert partnership_names([new.pk], date(2023, 1, 1)) == {new.pk: "De Linde"}


def test_name_of_a_place_is_that_of_the_day_or_else_the_latest():
    partnership = PartnershipFactory(version__name="De Brug", version__valid_until=date(2024, 1, 1))

    assert partnership_name(partnership, date(2026, 1, 1)) == "De Brug"
    assert organisation_name(OrganisationFactory(version__name="Stichting A"), date(2026, 1, 1)) == "Stichting A"
    assert organisation_name(None, date(2026, 1, 1)) == ""


def _somebody() -> User:
    """An account with a bit of everything."""
    account = UserFactory(email="sanne@school.invalid", first_name="Sanne", last_name="Bakker")
    person = PersonFactory(account=account, first_name="Sanne", last_name="Bakker", email=account.email, public=True)
    partnership = PartnershipFactory()
    AffiliationFactory(person=person, partnership=partnership, organisation=None)
    ThemeContactFactory(person=person, partnership=partnership)
    Invitation.objects.create(
        email=account.email,
        digest="x",
        partnership=partnership,
        role=Affiliation.objects.get().role,
        invited_at=AT,
        invited_by="systeem:test",
        valid_until=AT,
    )
    WorkItem.objects.create(
        kind="rol-aanvraag",
        subject=partnership.reference,
        title="Aanvraag",
        data={"account": account.public_id, "note": "Sanne hier"},
        opened_at=AT,
        opened_by=f"account:{account.public_id}",
        reply_to=account.email,
    )
    return account


def test_own_data_is_complete():
    held = own_data(_somebody())

    assert {name: len(rows) for name, rows in held.items()} == {
        "Account": 1,
        "Verzoeken": 1,
        "Persoon": 1,
        "Rollen": 1,
        "Contactpersoon": 1,
        "Uitnodigingen": 1,
    }


def test_erasing_leaves_no_trace_of_the_person_in_any_table():
    account = _somebody()
    reference = f"account:{account.public_id}"

    erase_account(account, by=Actor.of(account), at=AT)

    assert own_data(account) == {}
    rows = [Person, Affiliation, ThemeContact, Invitation, WorkItem, LedgerEntry, User]
    left = " ".join(str(list(model.objects.values())) for model in rows)
    assert ("Sanne" in left, "Bakker" in left, "sanne@" in left) == (False, False, False)
    assert LedgerEntry.objects.get(deed="account-erased").subjects == [reference]


def test_erasing_ends_the_roles_and_keeps_them_as_history():
    account = _somebody()

    erase_account(account, by=Actor.of(account), at=AT)

    assert Affiliation.objects.get().valid_until == AT.date()
    assert ThemeContact.objects.get().person is None


def test_erasing_the_last_coordinator_asks_staff_to_take_over():
    by = coordinator_of(PartnershipFactory())

    erase_account(by.account, by=by, at=AT)

    assert WorkItem.objects.get().kind == "geen-coordinator"


def test_decided_request_stays_without_address_and_note():
    account = _somebody()
    WorkItem.objects.update(state="accepted", decided_at=AT)

    erase_account(account, by=Actor.of(account), at=AT)

    item = WorkItem.objects.get()
    assert (item.reply_to, item.data) == ("", {})


def test_colleagues_work_for_the_partnership_or_at_a_member_and_may_be_seen():
    membership = MembershipFactory()
    partnership = membership.partnership
    named = {"name_is_public": True, "consent_at": AT}
    own = AffiliationFactory(partnership=partnership, organisation=None, person=PersonFactory(**named)).person
    at_member = AffiliationFactory(organisation=membership.organisation, person=PersonFactory(**named)).person
    shy = AffiliationFactory(partnership=partnership, organisation=None).person
    gone = AffiliationFactory(
        partnership=partnership, organisation=None, person=PersonFactory(**named), valid_until=date(2026, 1, 1)
    ).person
    rows = Partnership.objects.filter(pk=partnership.pk)

    assert set(people_working_for(Actor.visitor(), rows, AT.date())) == {own, at_member}
    assert set(people_working_for(staff_actor(), rows, AT.date())) == {own, at_member, shy}
    assert gone not in people_working_for(staff_actor(), rows, AT.date())


def test_roles_are_held_somewhere_on_a_day():
    membership = MembershipFactory()
    person = PersonFactory()
    here = AffiliationFactory(person=person, organisation=membership.organisation).role
    elsewhere = AffiliationFactory(person=person, partnership=PartnershipFactory(), organisation=None).role
    AffiliationFactory(person=person, partnership=membership.partnership, valid_until=date(2026, 1, 1))

    assert list(roles_held(person, AT.date(), membership.partnership)) == [here]
    assert set(roles_held(person, AT.date())) == {here, elsewhere}
