"""Who may report and withdraw a use, and what may be adapted."""

import pytest

from steunpunt.foundation.access import Actor
from steunpunt.knowledge.models import Audience, ItemState, ItemVersion, Licence
from steunpunt.knowledge.rules import use as rules
from tests.factories.foundation import signed_in_actor, staff_actor
from tests.factories.knowledge import KnowledgeItemFactory
from tests.factories.knowledge_use import ItemUseFactory
from tests.factories.network import AffiliationFactory, MembershipFactory, PartnershipFactory, PersonFactory
from tests.knowledge.making import NOW, member_of

pytestmark = pytest.mark.django_db


def test_whoever_reads_it_and_has_an_account_may_report_a_use():
    item = KnowledgeItemFactory()

    assert rules.may_report_use(signed_in_actor(), item)
    assert not rules.may_report_use(Actor.visitor(), item)


@pytest.mark.parametrize("hidden", [{"audience": Audience.MEMBERS}, {"state": ItemState.DRAFT}])
def test_nobody_reports_a_use_of_what_they_cannot_read(hidden):
    assert not rules.may_report_use(signed_in_actor(), KnowledgeItemFactory(**hidden))


def test_one_reports_for_the_partnership_where_one_works_and_for_no_other():
    partnership = PartnershipFactory()

    assert rules.may_report_for(member_of(partnership), partnership)
    assert not rules.may_report_for(member_of(), partnership)
    assert rules.may_report_for(staff_actor(), partnership)


def test_a_role_at_a_member_is_enough():
    membership = MembershipFactory()
    actor = signed_in_actor()
    AffiliationFactory(person=PersonFactory(account=actor.account), organisation=membership.organisation)

    assert rules.may_report_for(actor, membership.partnership)


def test_a_use_is_withdrawn_by_whoever_reported_it_and_by_staff():
    actor = signed_in_actor()
    use = ItemUseFactory(account=actor.account)

    assert rules.is_own_use(actor, use)
    assert rules.may_withdraw_use(actor, use)
    assert rules.may_withdraw_use(staff_actor(), use)
    assert not rules.may_withdraw_use(signed_in_actor(), use)
    assert not rules.may_withdraw_use(Actor.visitor(), ItemUseFactory(account=None))


def test_a_use_is_withdrawn_once():
    assert rules.can_withdraw_use(ItemUseFactory())
    assert not rules.can_withdraw_use(ItemUseFactory(withdrawn_at=NOW))


@pytest.mark.parametrize("licence", Licence)
def test_words_are_taken_over_unless_the_maker_is_to_be_asked(licence):
    assert rules.can_take_over_words(ItemVersion(licence=licence)) is (licence != Licence.OWN)
