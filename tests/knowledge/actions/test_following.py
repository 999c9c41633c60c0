"""Bookmarks, followed themes, and the mail to followers."""

import pytest

from steunpunt.foundation.access import Actor, Refusal
from steunpunt.foundation.outbox.models import Mail
from steunpunt.knowledge.actions import following
from steunpunt.knowledge.models import Audience, Bookmark, ItemState, ThemeFollow
from tests.factories.foundation import EditorFactory, signed_in_actor
from tests.factories.knowledge import KnowledgeItemFactory
from tests.factories.knowledge_use import BookmarkFactory, ThemeFollowFactory
from tests.factories.network import ThemeFactory
from tests.knowledge.making import NOW, member_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def by():
    return signed_in_actor()


@pytest.fixture
def theme():
    return ThemeFactory(title="Begeleiden")


def test_a_bookmark_is_kept_once_and_dropped(by):
    item = KnowledgeItemFactory()
    for _turn in range(2):
        following.keep_bookmark(item, by=by, at=NOW)
    assert Bookmark.objects.get().account == by.account

    following.drop_bookmark(item, by=by)

    assert not Bookmark.objects.exists()


def test_one_drops_only_ones_own(by):
    kept = BookmarkFactory()
    follow = ThemeFollowFactory()

    following.drop_bookmark(kept.item, by=by)
    following.unfollow_theme(follow.theme, by=by)

    assert (Bookmark.objects.get(), ThemeFollow.objects.get()) == (kept, follow)


def test_what_is_hidden_is_not_kept_at_hand(by):
    with pytest.raises(Refusal):
        following.keep_bookmark(KnowledgeItemFactory(audience=Audience.STAFF), by=by, at=NOW)


def test_a_theme_is_followed_once_and_no_longer(by, theme):
    for _turn in range(2):
        following.follow_theme(theme, by=by, at=NOW)
    assert ThemeFollow.objects.get().account == by.account

    following.unfollow_theme(theme, by=by)

    assert not ThemeFollow.objects.exists()


def test_a_visitor_signs_in_first(theme):
    with pytest.raises(Refusal, match="Log eerst in"):
        following.follow_theme(theme, by=Actor.visitor(), at=NOW)
    with pytest.raises(Refusal, match="Log eerst in"):
        following.keep_bookmark(KnowledgeItemFactory(), by=Actor.visitor(), at=NOW)


def test_a_follower_gets_one_mail_about_a_new_item(theme):
    follow = ThemeFollowFactory(theme=theme)
    item = KnowledgeItemFactory(slug="gesprek", version__title="Startgesprek", version__themes=[theme])

    assert [following.tell_followers(item.public_id, at=NOW) for _turn in range(2)] == [1, 0]

    mail = Mail.objects.get()
    assert (mail.to, mail.subject) == (follow.account.email, "Nieuw over Begeleiden: Startgesprek")
    assert "/kennisbank/gesprek/" in mail.text
    assert following.stop_address(follow).partition(":")[0] in mail.text


def test_two_followed_themes_give_one_mail_with_both_ways_to_stop(theme):
    follow = ThemeFollowFactory(theme=theme)
    other = ThemeFollowFactory(theme=ThemeFactory(parent=theme), account=follow.account)
    item = KnowledgeItemFactory(version__themes=[theme, other.theme])

    following.tell_followers(item.public_id, at=NOW)

    text = Mail.objects.get().text
    assert following.stop_address(follow).partition(":")[0] in text
    assert following.stop_address(other).partition(":")[0] in text


def test_neither_the_author_nor_who_cannot_read_it_gets_mail(theme):
    item = KnowledgeItemFactory(audience=Audience.MEMBERS, version__themes=[theme])
    member = member_of()
    for account in (item.author, signed_in_actor().account, EditorFactory(), member.account):
        ThemeFollowFactory(theme=theme, account=account)

    following.tell_followers(item.public_id, at=NOW)

    assert [mail.to for mail in Mail.objects.all()] == [member.account.email]


@pytest.mark.parametrize("state", [ItemState.DRAFT, ItemState.WITHDRAWN])
def test_what_is_not_there_any_more_is_not_told(theme, state):
    ThemeFollowFactory(theme=theme)
    item = KnowledgeItemFactory(state=state, version__themes=[theme])

    assert following.tell_followers(item.public_id, at=NOW) == 0
    assert not Mail.objects.exists()


def test_a_follow_remembers_the_latest_only(theme):
    follow = ThemeFollowFactory(theme=theme, told=["x"] * following.REMEMBERED)
    item = KnowledgeItemFactory(version__themes=[theme])

    following.tell_followers(item.public_id, at=NOW)

    follow.refresh_from_db()
    assert follow.told[0] == item.public_id
    assert len(follow.told) == following.REMEMBERED


def test_stopping_from_a_mail():
    follow, other = ThemeFollowFactory(), ThemeFollowFactory()

    following.stop_follow(follow)

    assert ThemeFollow.objects.get() == other


def test_erasing_takes_ones_own_along():
    kept, follow = BookmarkFactory(), ThemeFollowFactory()
    following.forget_bookmarks(kept.account, NOW)
    following.forget_following(follow.account, NOW)

    assert not Bookmark.objects.exists()
    assert not ThemeFollow.objects.exists()
