"""Whom to ask about a theme."""

from datetime import UTC, date, datetime

import pytest

from steunpunt.foundation.access import Refusal
from steunpunt.foundation.ledger.queries import history_of
from steunpunt.network.actions.theme_contact import end_theme_contact, set_theme_contact
from steunpunt.network.models import ThemeContact
from tests.factories.foundation import signed_in_actor, staff_actor
from tests.factories.network import (
    AffiliationFactory,
    MembershipFactory,
    PartnershipFactory,
    PersonFactory,
    RoleFactory,
    ThemeContactFactory,
    ThemeFactory,
    coordinator_of,
)

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)
AUGUST = date(2027, 8, 1)


def _contact(partnership, theme=None, **fields):
    return ThemeContact(
        partnership=partnership,
        theme=theme or ThemeFactory(title="Begeleiding"),
        role=fields.pop("role", None) or RoleFactory(),
        valid_from=AUGUST,
        **fields,
    )


def test_a_role_without_a_person_is_a_contact():
    partnership = PartnershipFactory()

    set_theme_contact(_contact(partnership), by=coordinator_of(partnership), at=NOW)

    assert list(partnership.theme_contacts.values_list("valid_from", "person")) == [(AUGUST, None)]


def test_a_person_of_a_member_school_is_a_contact():
    member = MembershipFactory()
    person = AffiliationFactory(organisation=member.organisation, person__public=True).person

    set_theme_contact(_contact(member.partnership, person=person), by=staff_actor(), at=NOW)

    assert member.partnership.theme_contacts.get().person == person


def test_somebody_from_elsewhere_is_refused():
    with pytest.raises(Refusal) as refused:
        set_theme_contact(_contact(PartnershipFactory(), person=PersonFactory()), by=staff_actor(), at=NOW)
    assert refused.value.field == "person"


def test_somebody_of_a_member_school_who_is_not_named_in_public_is_refused():
    member = MembershipFactory()
    person = AffiliationFactory(organisation=member.organisation).person

    with pytest.raises(Refusal, match="werkt op die dag niet voor dit partnerschap"):
        set_theme_contact(_contact(member.partnership, person=person), by=staff_actor(), at=NOW)


def test_a_stranger_sets_no_contact():
    with pytest.raises(Refusal, match="Alleen de coördinator"):
        set_theme_contact(_contact(PartnershipFactory()), by=signed_in_actor(), at=NOW)


def test_the_next_contact_takes_over_from_the_one_before():
    old = ThemeContactFactory()

    new = set_theme_contact(
        _contact(old.partnership, old.theme, role=RoleFactory(code="directeur", title="directeur")),
        by=staff_actor(),
        at=NOW,
    )

    old.refresh_from_db()
    assert (old.valid_until, new.valid_until) == (AUGUST, None)


def test_the_contact_that_stands_is_no_change():
    old = ThemeContactFactory()

    with pytest.raises(Refusal, match="al de contactpersoon"):
        set_theme_contact(_contact(old.partnership, old.theme, role=old.role), by=staff_actor(), at=NOW)


def test_the_ledger_names_the_role_and_never_the_person():
    member = MembershipFactory()
    person = AffiliationFactory(organisation=member.organisation, person__public=True).person

    set_theme_contact(_contact(member.partnership, person=person), by=staff_actor(), at=NOW)

    entry = history_of(member.partnership.reference)[0]
    assert entry.summary == "Contact voor begeleiding: schoolopleider, vanaf 1 augustus 2027."
    assert entry.changes["persoon"] is None


def test_a_contact_ends():
    old = ThemeContactFactory()

    end_theme_contact(old, AUGUST, by=staff_actor(), at=NOW)

    old.refresh_from_db()
    assert old.valid_until == AUGUST


def test_a_contact_ends_after_its_begin():
    with pytest.raises(Refusal, match="einddatum"):
        end_theme_contact(ThemeContactFactory(valid_from=AUGUST), AUGUST, by=staff_actor(), at=NOW)
