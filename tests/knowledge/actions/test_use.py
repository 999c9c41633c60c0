"""Reporting a use, taking it back, telling the owner."""

import pytest

from steunpunt.foundation.access import Refusal
from steunpunt.foundation.events.models import Announcement
from steunpunt.foundation.ledger.models import LedgerEntry
from steunpunt.foundation.outbox.models import Mail
from steunpunt.foundation.thread.models import Link
from steunpunt.foundation.thread.queries import thread_of
from steunpunt.knowledge.actions.use import forget_uses, report_use, tell_owner, withdraw_use
from steunpunt.knowledge.models import Audience, ItemState, ItemUse
from steunpunt.network.models import Partnership
from tests.factories.foundation import UserFactory, signed_in_actor, staff_actor
from tests.factories.knowledge import KnowledgeItemFactory
from tests.factories.knowledge_use import ItemUseFactory
from tests.factories.network import PartnershipFactory, RoleFactory, coordinator_of
from tests.knowledge.making import NOW, member_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def alfa():
    return PartnershipFactory(version__name="Alfa")


@pytest.fixture
def by(alfa):
    return member_of(alfa)


def _told(alfa: Partnership, **given):
    return {"partnership": alfa, "result": "Starters vroegen eerder om hulp.", **given}


def test_a_use_is_kept_linked_noted_and_announced(alfa, by):
    item = KnowledgeItemFactory()

    use = report_use(item, _told(alfa, adaptation=" In tweetallen. "), by=by, at=NOW)

    assert (use.item, use.partnership, use.role, use.account) == (item, alfa, None, by.account)
    assert (use.adaptation, use.reported_at, use.copy) == ("In tweetallen.", NOW, None)
    assert [(row.source, row.target) for row in Link.objects.filter(relation="used_in")] == [
        (item.reference, alfa.reference)
    ]
    assert LedgerEntry.objects.get(deed="item-used").subjects == [item.reference, alfa.reference]
    assert Announcement.objects.get().payload["use"] == use.public_id


def test_the_thread_of_the_partnership_shows_a_public_item_only(alfa, by):
    hidden = KnowledgeItemFactory(audience=Audience.MEMBERS)
    report_use(hidden, _told(alfa), by=by, at=NOW)

    assert thread_of(alfa.reference, signed_in_actor()) == []
    assert [step.record.reference for step in thread_of(alfa.reference, by)] == [hidden.reference]
    assert LedgerEntry.objects.get(deed="item-used").subjects == [hidden.reference]


def test_one_person_may_report_several_uses(alfa, by):
    item = KnowledgeItemFactory()
    report_use(item, _told(alfa), by=by, at=NOW)
    report_use(item, _told(alfa, result="Ook het jaar erna."), by=by, at=NOW)

    assert item.uses.count() == 2


def test_without_a_partnership_the_role_stands_there():
    role = RoleFactory()

    use = report_use(KnowledgeItemFactory(), {"role": role, "result": "Goed"}, by=signed_in_actor(), at=NOW)

    assert (use.partnership, use.role) == (None, role)
    assert not Link.objects.exists()


@pytest.mark.parametrize(
    ("given", "field"), [({"result": "Goed"}, "role"), ({"result": "  ", "with_role": True}, "result")]
)
def test_what_is_missing_is_refused_at_its_field(given, field):
    facts = {"result": given["result"], "role": RoleFactory() if "with_role" in given else None}

    with pytest.raises(Refusal) as refused:
        report_use(KnowledgeItemFactory(), facts, by=signed_in_actor(), at=NOW)
    assert refused.value.field == field
    assert not ItemUse.objects.exists()


def test_nobody_reports_for_a_partnership_of_others(by):
    with pytest.raises(Refusal) as refused:
        report_use(KnowledgeItemFactory(), _told(PartnershipFactory()), by=by, at=NOW)
    assert refused.value.field == "partnership"


def test_nobody_reports_a_use_of_what_is_hidden(alfa, by):
    with pytest.raises(Refusal):
        report_use(KnowledgeItemFactory(audience=Audience.STAFF), _told(alfa), by=by, at=NOW)


def test_an_adaptation_is_begun_when_asked_for(alfa, by):
    item = KnowledgeItemFactory()

    use = report_use(item, _told(alfa, copy=True), by=by, at=NOW)

    assert use.copy.copied_from == item
    assert use.copy.author == by.account


def test_withdrawing_an_own_use_takes_the_link_away_with_the_last(alfa, by):
    item = KnowledgeItemFactory()
    said = (_told(alfa), {**_told(alfa), "result": "Ook de tweede keer hielp het."})
    first, second = (report_use(item, told, by=by, at=NOW) for told in said)

    withdraw_use(first, by=by, at=NOW)
    assert Link.objects.filter(relation="used_in").exists()
    withdraw_use(second, by=by, at=NOW)

    assert not Link.objects.exists()
    assert LedgerEntry.objects.filter(deed="use-withdrawn").count() == 2
    with pytest.raises(Refusal, match="al ingetrokken"):
        withdraw_use(first, by=by, at=NOW)


def test_staff_withdraw_with_a_reason_that_is_kept():
    use = ItemUseFactory()
    with pytest.raises(Refusal) as refused:
        withdraw_use(use, " ", by=staff_actor(), at=NOW)
    assert refused.value.field == "reason"

    withdraw_use(use, "Hoort bij iets anders.", by=staff_actor(), at=NOW)

    use.refresh_from_db()
    assert use.withdrawn_at == NOW
    assert LedgerEntry.objects.get().changes == {"reden": [None, "Hoort bij iets anders."]}


def test_others_do_not_withdraw(by):
    with pytest.raises(Refusal, match="alleen wie het meldde"):
        withdraw_use(ItemUseFactory(), "Weg", by=by, at=NOW)


def test_the_author_gets_one_mail(alfa):
    item = KnowledgeItemFactory(slug="gesprek", version__title="Startgesprek")
    use = ItemUseFactory(item=item, partnership=alfa, adaptation="In tweetallen.")

    assert [tell_owner(use.public_id, at=NOW), tell_owner(use.public_id, at=NOW)] == [1, 0]

    mail = Mail.objects.get()
    assert mail.to == item.author.email
    assert mail.subject == "‘Startgesprek’ is gebruikt door Alfa"
    for words in ("Starters vroegen eerder om hulp.", "In tweetallen.", "/kennisbank/gesprek/#gebruikt"):
        assert words in mail.text
    assert use.account.last_name not in mail.text


def test_a_role_is_told_instead_of_a_partnership():
    use = ItemUseFactory(partnership=None, role=RoleFactory(code="docent", title="Docent"))

    tell_owner(use.public_id, at=NOW)

    assert "Iemand in de rol van docent" in Mail.objects.get().text


@pytest.mark.parametrize("author", [None, "inactive"])
def test_without_an_author_the_coordinators_get_it(author, alfa):
    owner = coordinator_of(alfa)
    account = UserFactory(is_active=False) if author else None
    use = ItemUseFactory(item=KnowledgeItemFactory(partnership=alfa, author=account))

    tell_owner(use.public_id, at=NOW)

    assert Mail.objects.get().to == owner.account.email


def test_nobody_to_tell_is_fine():
    use = ItemUseFactory(item=KnowledgeItemFactory(author=None))

    assert tell_owner(use.public_id, at=NOW) == 0


def test_nobody_gets_mail_about_an_own_report_or_one_taken_back():
    item = KnowledgeItemFactory()
    own = ItemUseFactory(item=item, account=item.author)
    back = ItemUseFactory(withdrawn_at=NOW)
    gone = ItemUseFactory(item=KnowledgeItemFactory(state=ItemState.WITHDRAWN))

    for use in (own, back, gone):
        tell_owner(use.public_id, at=NOW)

    assert not Mail.objects.exists()


def test_erasing_keeps_the_words_and_drops_whose_they_are():
    account = UserFactory()
    kept, back = ItemUseFactory(account=account), ItemUseFactory(account=account, withdrawn_at=NOW)

    forget_uses(account, NOW)

    kept.refresh_from_db()
    assert (kept.account, kept.result) == (None, "Starters vroegen eerder om hulp.")
    assert not ItemUse.objects.filter(pk=back.pk).exists()


def test_pressing_twice_tells_it_once():
    item, by = KnowledgeItemFactory(), signed_in_actor()
    said = {"role": RoleFactory(), "result": "Het werkte."}
    report_use(item, said, by=by, at=NOW)

    with pytest.raises(Refusal) as refusal:
        report_use(item, said, by=by, at=NOW)

    assert refusal.value.field == "result"
    assert ItemUse.objects.count() == 1
