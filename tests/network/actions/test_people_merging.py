"""Merging two persons without losing anything, and taking it back."""

from datetime import UTC, date, datetime

import pytest

from steunpunt.foundation.access import Actor, Refusal
from steunpunt.foundation.thread.actions import link
from steunpunt.foundation.thread.models import Link, Relation
from steunpunt.network.actions.people import change_affiliation, end_affiliation, merge_persons, unmerge
from steunpunt.network.models import Affiliation, Person, PersonMerge, ThemeContact
from steunpunt.network.rules.people import may_manage_partnership
from tests.factories.foundation import UserFactory, staff_actor
from tests.factories.network import (
    AffiliationFactory,
    CoordinatorRoleFactory,
    PartnershipFactory,
    PersonFactory,
    RoleFactory,
    ThemeContactFactory,
    coordinator_of,
)

pytestmark = pytest.mark.django_db
AT = datetime(2026, 9, 1, 9, tzinfo=UTC)


def _state() -> tuple:
    """Everything a merge may touch, to compare before and after."""
    return (
        list(
            Affiliation.objects.order_by("pk").values_list("pk", "person", "valid_from", "valid_until", "begin_unknown")
        ),
        list(ThemeContact.objects.order_by("pk").values_list("pk", "person")),
        list(Person.objects.order_by("pk").values_list("pk", "account", "merged_into", "email")),
        list(Link.objects.order_by("pk").values_list("source", "target")),
    )


def _days(person) -> list[tuple]:
    return list(
        Affiliation.objects.filter(person=person).order_by("valid_from").values_list("valid_from", "valid_until")
    )


def test_roles_contacts_account_and_thread_move_and_come_back():
    kept, merged = PersonFactory(), PersonFactory(account=UserFactory())
    AffiliationFactory(person=merged)
    ThemeContactFactory(person=merged)
    link(merged.reference, "signaal:abc", Relation.RAISED_IN, by=staff_actor(), at=AT)
    before = _state()

    merge = merge_persons(kept, merged, by=staff_actor(), at=AT)

    assert Affiliation.objects.get().person == kept
    assert ThemeContact.objects.get().person == kept
    assert Person.objects.get(pk=kept.pk).account == merged.account
    assert Person.objects.get(pk=merged.pk).merged_into == kept
    assert Link.objects.get().source == kept.reference
    unmerge(merge, by=staff_actor(), at=AT)
    assert _state() == before


def test_same_role_at_the_same_time_is_stretched_and_nothing_is_lost():
    partnership, kept, merged = PartnershipFactory(), PersonFactory(), PersonFactory()
    where = {"partnership": partnership, "organisation": None}
    AffiliationFactory(person=kept, valid_from=date(2022, 1, 1), valid_until=date(2023, 1, 1), **where)
    AffiliationFactory(person=merged, valid_from=date(2021, 1, 1), valid_until=date(2024, 1, 1), **where)
    before = _state()

    merge = merge_persons(kept, merged, by=staff_actor(), at=AT)

    assert _days(kept) == [(date(2021, 1, 1), date(2024, 1, 1))]
    unmerge(merge, by=staff_actor(), at=AT)
    assert _state() == before


def test_period_over_two_kept_rows_fills_the_gap_between_them():
    partnership, kept, merged = PartnershipFactory(), PersonFactory(), PersonFactory()
    where = {"partnership": partnership, "organisation": None}
    AffiliationFactory(person=kept, valid_from=date(2021, 1, 1), valid_until=date(2022, 1, 1), **where)
    AffiliationFactory(person=kept, valid_from=date(2023, 1, 1), valid_until=date(2024, 1, 1), **where)
    AffiliationFactory(person=merged, valid_from=date(2021, 6, 1), valid_until=None, **where)
    before = _state()

    merge = merge_persons(kept, merged, by=staff_actor(), at=AT)

    assert _days(kept) == [(date(2021, 1, 1), date(2023, 1, 1)), (date(2023, 1, 1), None)]
    unmerge(merge, by=staff_actor(), at=AT)
    assert _state() == before


def test_same_role_at_another_time_simply_moves():
    partnership, kept, merged = PartnershipFactory(), PersonFactory(), PersonFactory()
    where = {"partnership": partnership, "organisation": None}
    AffiliationFactory(person=kept, valid_from=date(2021, 1, 1), valid_until=date(2022, 1, 1), **where)
    AffiliationFactory(person=merged, valid_from=date(2022, 1, 1), valid_until=None, **where)

    merge_persons(kept, merged, by=staff_actor(), at=AT)

    assert _days(kept) == [(date(2021, 1, 1), date(2022, 1, 1)), (date(2022, 1, 1), None)]


def test_two_accounts_keep_the_one_of_the_kept_person_and_give_the_other_back():
    kept, merged = PersonFactory(account=UserFactory()), PersonFactory(account=UserFactory())
    before = _state()

    merge = merge_persons(kept, merged, by=staff_actor(), at=AT)

    assert Person.objects.get(pk=kept.pk).account == kept.account
    unmerge(merge, by=staff_actor(), at=AT)
    assert _state() == before


def test_account_that_was_erased_since_does_not_stop_the_way_back():
    kept, merged = PersonFactory(account=UserFactory()), PersonFactory(account=UserFactory())
    merge = merge_persons(kept, merged, by=staff_actor(), at=AT)
    merged.account.delete()

    unmerge(merge, by=staff_actor(), at=AT)

    assert Person.objects.get(pk=merged.pk).account is None


def test_role_that_ended_since_stays_ended():
    kept, merged = PersonFactory(), PersonFactory()
    row = AffiliationFactory(person=merged)
    merge = merge_persons(kept, merged, by=staff_actor(), at=AT)
    Affiliation.objects.filter(pk=row.pk).update(valid_until=date(2026, 9, 1))

    unmerge(merge, by=staff_actor(), at=AT)

    assert _days(merged) == [(row.valid_from, date(2026, 9, 1))]


@pytest.fixture
def coordinated():
    """Two who turn out to be one, both coordinator: the role of the one is stretched to that of the other."""
    partnership, kept, merged = PartnershipFactory(), PersonFactory(account=UserFactory()), PersonFactory()
    where = {"partnership": partnership, "organisation": None, "role": CoordinatorRoleFactory()}
    row = AffiliationFactory(person=kept, valid_until=date(2027, 8, 1), **where)
    twin = AffiliationFactory(person=merged, valid_from=date(2022, 8, 1), **where)
    merge = merge_persons(kept, merged, by=staff_actor(), at=AT)
    row.refresh_from_db()
    return merge, row, twin


def test_end_of_after_the_merge_holds_for_both_after_the_way_back(coordinated):
    merge, row, twin = coordinated
    end_affiliation(row, AT.date(), by=staff_actor(), at=AT)

    unmerge(merge, by=staff_actor(), at=AT)

    assert _days(row.person) == [(row.valid_from, AT.date())]
    assert _days(twin.person) == [(date(2022, 8, 1), AT.date())]
    assert not may_manage_partnership(Actor.of(row.person.account), row.partnership, AT.date())


def test_end_of_after_the_own_end_leaves_the_own_end(coordinated):
    merge, row, twin = coordinated
    end_affiliation(row, date(2028, 8, 1), by=staff_actor(), at=AT)

    unmerge(merge, by=staff_actor(), at=AT)

    assert _days(row.person) == [(row.valid_from, date(2027, 8, 1))]
    assert _days(twin.person) == [(date(2022, 8, 1), date(2028, 8, 1))]


def test_new_role_of_after_the_merge_stands_beside_the_one_that_returns(coordinated):
    merge, row, _twin = coordinated
    end_affiliation(row, AT.date(), by=staff_actor(), at=AT)
    facts = {"person": row.person, "partnership": row.partnership, "organisation": None, "role": row.role}
    AffiliationFactory(valid_from=date(2026, 10, 1), **facts)

    unmerge(merge, by=staff_actor(), at=AT)

    assert _days(row.person) == [(row.valid_from, AT.date()), (date(2026, 10, 1), None)]


@pytest.mark.parametrize(
    "correction",
    [
        {"valid_from": date(2021, 8, 1)},
        {"begin_unknown": True},
        {"valid_until": date(2020, 9, 1)},
        {"role": "werkplekbegeleider"},
    ],
)
def test_role_that_was_corrected_after_the_merge_stops_the_way_back(coordinated, correction):
    merge, row, _twin = coordinated
    for name, value in correction.items():
        setattr(row, name, RoleFactory(code=value) if name == "role" else value)
    change_affiliation(row, by=staff_actor(), at=AT)
    before = _state()

    with pytest.raises(Refusal, match="na het samenvoegen gewijzigd"):
        unmerge(merge, by=staff_actor(), at=AT)
    assert _state() == before


def test_role_that_is_gone_since_the_merge_stops_the_way_back(coordinated):
    merge, row, _twin = coordinated
    row.delete()

    with pytest.raises(Refusal, match="na het samenvoegen gewijzigd"):
        unmerge(merge, by=staff_actor(), at=AT)


def test_role_that_the_database_does_not_take_back_is_refused_plainly():
    kept, merged, partnership = PersonFactory(), PersonFactory(), PartnershipFactory()
    row = AffiliationFactory(person=merged, partnership=partnership)
    merge = merge_persons(kept, merged, by=staff_actor(), at=AT)
    AffiliationFactory(person=merged, partnership=partnership, organisation=row.organisation)

    with pytest.raises(Refusal, match="heeft deze rol hier in die periode al"):
        unmerge(merge, by=staff_actor(), at=AT)


def test_missing_address_is_taken_over_and_given_back():
    kept, merged = PersonFactory(), PersonFactory(email="noor@school.invalid")
    before = _state()

    merge = merge_persons(kept, merged, by=staff_actor(), at=AT)

    assert Person.objects.get(pk=kept.pk).email == "noor@school.invalid"
    unmerge(merge, by=staff_actor(), at=AT)
    assert _state() == before


def test_own_address_stays_and_a_later_one_is_not_taken_away():
    kept, other = PersonFactory(email="zelf@school.invalid"), PersonFactory(email="ander@school.invalid")
    merge_persons(kept, other, by=staff_actor(), at=AT)
    late, third = PersonFactory(), PersonFactory(email="derde@school.invalid")
    merge = merge_persons(late, third, by=staff_actor(), at=AT)
    Person.objects.filter(pk=late.pk).update(email="nieuw@school.invalid")

    unmerge(merge, by=staff_actor(), at=AT)

    assert Person.objects.get(pk=kept.pk).email == "zelf@school.invalid"
    assert Person.objects.get(pk=late.pk).email == "nieuw@school.invalid"


def test_what_is_kept_of_a_merge_holds_no_address():
    merge_persons(PersonFactory(), PersonFactory(email="noor@school.invalid"), by=staff_actor(), at=AT)

    assert "noor@" not in str(PersonMerge.objects.get().moved)


def test_merge_is_taken_back_once_and_the_latest_first():
    first, second, third = PersonFactory(), PersonFactory(), PersonFactory()
    lower = merge_persons(second, third, by=staff_actor(), at=AT)
    upper = merge_persons(first, second, by=staff_actor(), at=AT)

    with pytest.raises(Refusal, match="niet \\(meer\\) terug te draaien"):
        unmerge(lower, by=staff_actor(), at=AT)
    unmerge(upper, by=staff_actor(), at=AT)
    unmerge(lower, by=staff_actor(), at=AT)
    with pytest.raises(Refusal):
        unmerge(lower, by=staff_actor(), at=AT)


def test_person_is_not_merged_with_itself_or_twice():
    kept, merged, other = PersonFactory(), PersonFactory(), PersonFactory()
    with pytest.raises(Refusal):
        merge_persons(kept, kept, by=staff_actor(), at=AT)
    merge_persons(kept, merged, by=staff_actor(), at=AT)

    with pytest.raises(Refusal):
        merge_persons(other, merged, by=staff_actor(), at=AT)


def test_merging_is_for_staff():
    with pytest.raises(Refusal, match="Alleen het steunpunt"):
        merge_persons(PersonFactory(), PersonFactory(), by=coordinator_of(PartnershipFactory()), at=AT)
