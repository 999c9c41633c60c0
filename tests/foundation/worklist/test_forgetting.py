"""What is forgotten of whoever asked: with the account, and a while after the decision."""

from datetime import UTC, datetime, timedelta

import pytest

from steunpunt.foundation.access import Actor
from steunpunt.foundation.accounts.models import User
from steunpunt.foundation.boards import due
from steunpunt.foundation.worklist.actions import (
    KEEP_ASKER,
    accept_item,
    decline_item,
    forget_asker,
    forget_decided,
)
from steunpunt.foundation.worklist.models import WorkItem
from steunpunt.network.actions.corrections import Proposal, propose_correction
from steunpunt.network.actions.people import JoinRequest, request_affiliation
from steunpunt.portal.management.preparing.texts import PRIVACY
from tests.factories.foundation import UserFactory, WorkItemFactory, staff_actor
from tests.factories.network import PartnershipFactory, RoleFactory

pytestmark = pytest.mark.django_db
AT = datetime(2026, 9, 1, 9, tzinfo=UTC)
LATER = AT + KEEP_ASKER + timedelta(minutes=1)
WORDS = "Ik ben Jo en ik werk er."


def _correction(by: Actor | None = None) -> WorkItem:
    proposal = Proposal("anders", "", reason=WORDS, reply_to="jo@voorbeeld.invalid")
    return propose_correction(PartnershipFactory(), proposal, by=by or Actor.visitor(), at=AT)


def _request() -> WorkItem:
    account = UserFactory(email="jo@voorbeeld.invalid")
    asked = JoinRequest(PartnershipFactory(), RoleFactory(), note=WORDS)
    return request_affiliation(account, asked, by=Actor.of(account), at=AT)


def _stored(item: WorkItem) -> str:
    return str(WorkItem.objects.filter(pk=item.pk).values().get())


@pytest.mark.parametrize("ask", [_correction, _request])
@pytest.mark.parametrize("decide", [accept_item, decline_item])
def test_a_while_after_the_decision_nobody_can_read_who_asked(ask, decide):
    item = decide(ask(), by=staff_actor(), at=AT, answer="Dank je wel.")

    forgotten = forget_decided(at=LATER)

    assert forgotten == 1
    assert WORDS not in _stored(item)
    assert "jo@voorbeeld.invalid" not in _stored(item)
    assert "Dank je wel." in _stored(item)


def test_what_was_asked_stays():
    item = accept_item(_request(), by=staff_actor(), at=AT)

    forget_decided(at=LATER)

    assert WorkItem.objects.get(pk=item.pk).data == {key: item.data[key] for key in item.data if key != "note"}


def test_proposer_without_an_address_is_forgotten_too():
    item = accept_item(_correction(), by=staff_actor(), at=AT)
    WorkItem.objects.update(reply_to="")

    assert forget_decided(at=LATER) == 1
    assert WORDS not in _stored(item)


def test_what_waits_or_was_decided_lately_is_kept():
    waiting, lately = _correction(), accept_item(_correction(), by=staff_actor(), at=AT + timedelta(hours=1))

    assert forget_decided(at=LATER) == 0
    assert WORDS in _stored(waiting)
    assert WORDS in _stored(lately)


def test_of_a_kind_that_nobody_knows_any_more_everything_is_forgotten():
    item = WorkItemFactory(kind="vreemd", data={"wie": "Jo"}, state="accepted", decided_at=AT)

    forget_decided(at=LATER)

    assert WorkItem.objects.get(pk=item.pk).data == {}


def test_what_was_forgotten_is_not_looked_at_again():
    accept_item(_correction(), by=staff_actor(), at=AT)
    WorkItemFactory(kind="vreemd", data={"wie": "Jo"}, state="accepted", decided_at=AT)

    assert [forget_decided(at=LATER), forget_decided(at=LATER)] == [2, 0]


def test_it_is_done_every_day():
    assert due.get("forget-askers").minutes == 60 * 24


def test_privacy_page_promises_the_same():
    assert KEEP_ASKER.days == 30
    assert "Dertig dagen na het besluit wissen we" in str(PRIVACY)


@pytest.mark.parametrize("decided", [True, False])
def test_erased_account_leaves_no_words_in_a_correction(decided):
    account = UserFactory(email="jo@voorbeeld.invalid")
    item = _correction(Actor.of(account))
    if decided:
        accept_item(item, by=staff_actor(), at=AT)

    forget_asker(account, AT)

    assert WORDS not in _stored(item)
    assert "jo@voorbeeld.invalid" not in _stored(item)


def test_erased_account_takes_its_own_open_request_along_and_leaves_the_decided_one_without_words():
    decided = accept_item(_request(), by=staff_actor(), at=AT)
    account = User.objects.get(email="jo@voorbeeld.invalid")
    asked = JoinRequest(PartnershipFactory(), RoleFactory(), note=WORDS)
    waiting = request_affiliation(account, asked, by=Actor.of(account), at=AT)

    forget_asker(account, AT)

    assert not WorkItem.objects.filter(pk=waiting.pk).exists()
    assert WORDS not in _stored(decided)
    assert "account" not in WorkItem.objects.get(pk=decided.pk).data
