"""Writing, posting, changing and withdrawing bulletins, and making one of doubles."""

from datetime import date, timedelta

import pytest

from steunpunt.foundation.access import Refusal
from steunpunt.foundation.events import announcing
from steunpunt.foundation.events.models import Announcement
from steunpunt.foundation.ledger.models import LedgerEntry
from steunpunt.foundation.ledger.queries import history_of
from steunpunt.foundation.ledger.revisions import Outdated
from steunpunt.knowledge.actions import bulletins as actions
from steunpunt.knowledge.events import BulletinPublished
from steunpunt.knowledge.models import Bulletin, BulletinState
from steunpunt.knowledge.queries.bulletins import visible_bulletins
from tests.factories.foundation import signed_in_actor, staff_actor
from tests.factories.knowledge import SenderAllowanceFactory, SenderFactory
from tests.factories.network import RoleFactory, ThemeFactory
from tests.knowledge.making import NOW, poster_for, told

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(hours=1)


@pytest.fixture
def sender():
    return SenderFactory()


@pytest.fixture
def poster(sender):
    return poster_for(sender)


@pytest.fixture
def editor():
    return staff_actor()


def deeds(bulletin):
    return [entry.deed for entry in history_of(bulletin.reference)]


def seen():
    return set(visible_bulletins(staff_actor()))


def test_somebody_of_a_sender_posts_at_once(sender, poster):
    role, theme = RoleFactory(), ThemeFactory()

    bulletin = actions.post_new(told(sender, roles=[role], themes=[theme]), by=poster, at=NOW)

    assert seen() == {bulletin}
    assert (bulletin.author, bulletin.published_at, bulletin.slug) == (
        poster.account,
        NOW,
        "andere-penvoerder-meld-het-uiterlijk-1-mei",
    )
    assert (list(bulletin.roles.all()), list(bulletin.themes.all())) == ([role], [theme])
    assert deeds(bulletin) == ["bulletin-posted", "bulletin-begun"]


def _hear(event):
    """Stands for a reaction of a room above."""


def test_posting_is_announced_and_showing_again_is_not_the_first_time(sender, poster, monkeypatch):
    for register in ("_reactions", "_subscribers", "_events"):
        monkeypatch.setattr(announcing, register, {})
    announcing.subscribe(BulletinPublished, _hear)
    bulletin = actions.post_new(told(sender), by=poster, at=NOW)
    actions.withdraw(bulletin, by=poster, at=NOW)

    actions.post(bulletin, by=poster, at=LATER)

    heard = Announcement.objects.order_by("pk").values_list("payload", flat=True)
    assert [(payload["bulletin"], payload["is_first"]) for payload in heard] == [
        (bulletin.public_id, True),
        (bulletin.public_id, False),
    ]
    bulletin.refresh_from_db()
    assert (bulletin.published_at, bulletin.changed_at) == (NOW, LATER)


@pytest.mark.parametrize("allowed", ["nobody", "another", "before", "later"])
def test_who_may_not_post_for_a_sender_is_refused_at_that_field(sender, allowed):
    by = signed_in_actor()
    if allowed == "another":
        by = poster_for()
    elif allowed == "before":
        SenderAllowanceFactory(sender=sender, account=by.account, valid_until=date(2021, 1, 1))
    elif allowed == "later":
        SenderAllowanceFactory(sender=sender, account=by.account, valid_from=date(2099, 1, 1))

    with pytest.raises(Refusal) as refused:
        actions.post_new(told(sender), by=by, at=NOW)

    assert refused.value.field == "sender"
    assert not Bulletin.objects.exists()


def test_staff_post_for_everybody(sender, editor):
    assert actions.post_new(told(sender), by=editor, at=NOW).state == BulletinState.PUBLISHED


def test_an_end_before_the_begin_is_refused_at_its_field(sender, poster):
    with pytest.raises(Refusal) as refused:
        actions.post_new(told(sender, expires_on=date(2027, 8, 1)), by=poster, at=NOW)

    assert refused.value.field == "expires_on"
    assert not Bulletin.objects.exists()


def test_addresses_differ_and_keep_clear_of_pages(sender, poster):
    first = actions.begin_bulletin(told(sender, title="Nieuw bedrag"), by=poster, at=NOW)
    second = actions.begin_bulletin(told(sender, title="Nieuw bedrag"), by=poster, at=NOW)
    page = actions.begin_bulletin(told(sender, title="Plaatsen"), by=poster, at=NOW)

    assert (first.slug, second.slug.startswith("nieuw-bedrag-")) == ("nieuw-bedrag", True)
    assert page.slug.startswith("plaatsen-")


def test_what_a_draft_said_is_nobody_s_business(sender, poster):
    bulletin = actions.begin_bulletin(told(sender), by=poster, at=NOW)

    actions.revise(bulletin, told(sender, text="Iets anders."), by=poster, at=LATER)

    assert seen() == set()
    assert all(entry.changes == {} for entry in history_of(bulletin.reference))


def test_a_revision_keeps_what_readers_saw(sender, poster):
    bulletin = actions.post_new(told(sender), by=poster, at=NOW)
    role = RoleFactory(title="bestuurder")

    revised = actions.revise(
        bulletin, told(sender, effective_on=date(2028, 8, 1), roles=[role]), by=poster, at=LATER, revision=2
    )

    latest = history_of(bulletin.reference)[0]
    assert latest.changes == {"gaat in op": ["1 augustus 2027", "1 augustus 2028"], "rollen": ["", "bestuurder"]}
    assert (revised.changed_at, revised.published_at) == (LATER, NOW)


def test_two_people_at_once_and_nothing_changed(sender, poster):
    bulletin = actions.post_new(told(sender), by=poster, at=NOW)

    with pytest.raises(Outdated):
        actions.revise(bulletin, told(sender, text="Anders."), by=poster, at=LATER, revision=0)
    with pytest.raises(Refusal, match="niets veranderd"):
        actions.revise(bulletin, told(sender), by=poster, at=LATER)

    bulletin.refresh_from_db()
    assert bulletin.changed_at == NOW


def test_a_colleague_may_change_it_and_give_it_to_nobody_else(sender, poster):
    bulletin = actions.post_new(told(sender), by=poster, at=NOW)
    colleague = poster_for(sender)
    actions.revise(bulletin, told(sender, text="Beter gezegd."), by=colleague, at=LATER)

    with pytest.raises(Refusal) as refused:
        actions.revise(bulletin, told(SenderFactory()), by=colleague, at=LATER)

    assert refused.value.field == "sender"


def test_strangers_change_and_withdraw_nothing(sender, poster):
    bulletin = actions.post_new(told(sender), by=poster, at=NOW)

    for deed in (
        lambda by: actions.revise(bulletin, told(sender, text="Nee."), by=by, at=NOW),
        lambda by: actions.withdraw(bulletin, by=by, at=NOW),
        lambda by: actions.post(bulletin, by=by, at=NOW),
    ):
        with pytest.raises(Refusal):
            deed(poster_for())

    assert seen() == {bulletin}


def test_withdrawing_says_why_in_the_history(sender, poster):
    bulletin = actions.post_new(told(sender), by=poster, at=NOW)

    actions.withdraw(bulletin, "Verkeerde datum", by=poster, at=LATER)

    assert seen() == set()
    assert history_of(bulletin.reference)[0].changes == {"reden": [None, "Verkeerde datum"]}
    with pytest.raises(Refusal):
        actions.withdraw(bulletin, by=poster, at=LATER)


def test_a_withdrawn_one_is_posted_with_what_was_typed(sender, poster):
    bulletin = actions.post_new(told(sender), by=poster, at=NOW)
    actions.withdraw(bulletin, by=poster, at=NOW)

    posted = actions.post(bulletin, told(sender, text="Nu klopt het."), by=poster, at=LATER)

    assert (posted.text, seen()) == ("Nu klopt het.", {posted})


def test_nothing_of_a_failed_deed_stays(sender, poster):
    with pytest.raises(Refusal):
        actions.post_new(told(sender, expires_on=date(2000, 1, 1)), by=poster, at=NOW)

    assert not Bulletin.objects.exists()
    assert not LedgerEntry.objects.filter(deed__startswith="bulletin-").exists()
