"""Roles in time: taking up, correcting and ending."""

from datetime import UTC, date, datetime

import pytest

from steunpunt.foundation.access import Actor, Refusal
from steunpunt.foundation.ledger.queries import history_of
from steunpunt.foundation.ledger.revisions import Outdated
from steunpunt.network.actions.people import add_affiliation, change_affiliation, end_affiliation
from steunpunt.network.models import Affiliation
from steunpunt.network.rules.people import may_manage_partnership
from tests.factories.foundation import signed_in_actor, staff_actor
from tests.factories.network import (
    AffiliationFactory,
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

    with pytest.raises(Refusal, match="heeft deze rol hier in die periode al") as refused:
        add_affiliation(_role(partnership, person=person, organisation=place), by=staff_actor(), at=AT)
    assert refused.value.field == "role"


def test_end_before_begin_is_refused_with_the_sentence_of_the_constraint():
    row = _role(PartnershipFactory(), valid_until=date(2026, 7, 1))

    with pytest.raises(Refusal, match="De einddatum moet na de begindatum liggen") as refused:
        add_affiliation(row, by=staff_actor(), at=AT)
    assert refused.value.field == "valid_until"


def test_ended_role_gives_no_rights_any_more():
    partnership = PartnershipFactory()
    by = coordinator_of(partnership)
    own = Affiliation.objects.get(partnership=partnership)

    end_affiliation(own, TODAY, by=by, at=AT)

    assert not may_manage_partnership(by, partnership, TODAY)
    assert may_manage_partnership(by, partnership, date(2026, 8, 31))


def test_role_ends_once():
    row = AffiliationFactory(partnership=PartnershipFactory(), organisation=None, valid_until=date(2026, 8, 1))

    with pytest.raises(Refusal, match="al beëindigd") as refused:
        end_affiliation(row, TODAY, by=staff_actor(), at=AT)
    assert refused.value.field == "valid_until"


def test_role_ends_after_its_begin_and_that_is_told_at_the_field():
    row = AffiliationFactory(partnership=PartnershipFactory(), organisation=None, valid_from=TODAY)

    with pytest.raises(Refusal, match="na de begindatum") as refused:
        end_affiliation(row, TODAY, by=staff_actor(), at=AT)
    assert refused.value.field == "valid_until"


def test_everybody_may_leave_but_not_send_others_away():
    partnership = PartnershipFactory()
    by = signed_in_actor()
    own = AffiliationFactory(person=PersonFactory(account=by.account), partnership=partnership, organisation=None)
    other = AffiliationFactory(partnership=partnership, organisation=None)

    assert end_affiliation(own, TODAY, by=by, at=AT).valid_until == TODAY
    with pytest.raises(Refusal):
        end_affiliation(other, TODAY, by=by, at=AT)


def test_correction_rewrites_the_period():
    row = AffiliationFactory(partnership=PartnershipFactory(), organisation=None)
    row.valid_from, row.begin_unknown = date(2019, 8, 1), True

    change_affiliation(row, by=staff_actor(), at=AT)

    assert Affiliation.objects.get(pk=row.pk).since_text() == "in elk geval sinds 1 augustus 2019"


def test_correction_gives_another_role_and_takes_an_end_back():
    partnership = PartnershipFactory()
    row = AffiliationFactory(partnership=partnership, organisation=None, valid_until=TODAY)
    row.role, row.valid_until = RoleFactory(code="directeur", title="directeur"), None

    change_affiliation(row, by=coordinator_of(partnership), at=AT)

    row.refresh_from_db()
    assert (row.role.code, row.valid_until) == ("directeur", None)
    assert history_of(partnership.reference)[0].changes == {
        "rol": ["schoolopleider", "directeur"],
        "tot": ["1 september 2026", ""],
    }


def test_correction_keeps_what_is_no_part_of_it():
    row = AffiliationFactory(partnership=PartnershipFactory(), organisation=None)
    person, row.person, row.valid_until = row.person, PersonFactory(), date(2027, 8, 1)

    change_affiliation(row, by=staff_actor(), at=AT)

    assert Affiliation.objects.get(pk=row.pk).person == person


def test_correction_without_a_difference_is_refused():
    row = AffiliationFactory(partnership=PartnershipFactory(), organisation=None)

    with pytest.raises(Refusal, match="Er is niets veranderd"):
        change_affiliation(row, by=staff_actor(), at=AT)


def test_correction_does_not_put_a_role_in_twice_at_a_time():
    partnership, person = PartnershipFactory(), PersonFactory()
    where = {"person": person, "partnership": partnership, "organisation": None}
    AffiliationFactory(valid_until=date(2022, 8, 1), **where)
    row = AffiliationFactory(valid_from=date(2022, 8, 1), **where)
    row.valid_from = date(2022, 1, 1)

    with pytest.raises(Refusal, match="heeft deze rol hier in die periode al"):
        change_affiliation(row, by=staff_actor(), at=AT)


def test_stranger_corrects_nothing():
    row = AffiliationFactory(partnership=PartnershipFactory(), organisation=None)
    row.valid_until = TODAY

    with pytest.raises(Refusal, match="Je mag deze rol niet wijzigen"):
        change_affiliation(row, by=coordinator_of(PartnershipFactory()), at=AT)


def test_second_editor_of_a_role_is_told_how_it_stands_now():
    row = AffiliationFactory(partnership=PartnershipFactory(), organisation=None)
    opened = row.revision
    end_affiliation(row, TODAY, by=staff_actor(), at=AT)
    row.local_title = "opleider in de school"

    with pytest.raises(Outdated, match="tot 1 september 2026") as refused:
        change_affiliation(row, by=staff_actor(), at=AT, revision=opened)

    row.valid_until = TODAY
    change_affiliation(row, by=staff_actor(), at=AT, revision=refused.value.revision)
    assert Affiliation.objects.get(pk=row.pk).local_title == "opleider in de school"


def test_system_acts_as_staff():
    row = add_affiliation(_role(PartnershipFactory()), by=Actor.for_system("voorbeeld"), at=AT)

    assert row.pk is not None
