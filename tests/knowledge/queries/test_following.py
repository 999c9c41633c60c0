"""Bookmarks and followed themes."""

import pytest

from steunpunt.foundation.access import Actor
from steunpunt.knowledge.models import Audience
from steunpunt.knowledge.queries import following as queries
from tests.factories.foundation import UserFactory, signed_in_actor
from tests.factories.knowledge import KnowledgeItemFactory
from tests.factories.knowledge_use import BookmarkFactory, ThemeFollowFactory
from tests.factories.network import ThemeFactory
from tests.knowledge.making import NOW

pytestmark = pytest.mark.django_db
VISITOR = Actor.visitor()


@pytest.fixture
def actor():
    return signed_in_actor()


def test_one_sees_own_bookmarks_of_what_can_still_be_read(actor):
    kept = BookmarkFactory(account=actor.account)
    BookmarkFactory(account=actor.account, item=KnowledgeItemFactory(audience=Audience.MEMBERS))
    BookmarkFactory()

    assert list(queries.visible_bookmarks(actor)) == [kept]
    assert queries.is_bookmarked(actor, kept.item)
    assert not queries.is_bookmarked(VISITOR, kept.item)


def test_one_sees_own_follows(actor):
    follow = ThemeFollowFactory(account=actor.account)
    ThemeFollowFactory()

    assert list(queries.visible_follows(actor)) == [follow]
    assert queries.is_followed(actor, follow.theme)
    assert not queries.is_followed(VISITOR, follow.theme)
    assert queries.follow_by_id(follow.public_id) == follow


def test_own_page_names_what_is_kept_and_followed(actor):
    BookmarkFactory(account=actor.account, item=KnowledgeItemFactory(slug="gesprek", version__title="Startgesprek"))
    follow = ThemeFollowFactory(account=actor.account)

    panel = queries.kept_at_hand(actor.account, actor, NOW.date())

    assert [(one["named"].name, one["slug"]) for one in panel["bookmarks"]] == [("Startgesprek", "gesprek")]
    assert panel["follows"] == [follow]


def test_own_page_asks_as_many_queries_for_three_as_for_one(actor, django_assert_max_num_queries):
    BookmarkFactory(account=actor.account)
    ThemeFollowFactory(account=actor.account)
    with django_assert_max_num_queries(20) as one:
        queries.kept_at_hand(actor.account, actor, NOW.date())
    for _turn in range(2):
        BookmarkFactory(account=actor.account)
        ThemeFollowFactory(account=actor.account)

    with django_assert_max_num_queries(len(one)):
        queries.kept_at_hand(actor.account, actor, NOW.date())


def test_the_panel_of_a_theme_says_whether_it_is_followed(actor):
    follow = ThemeFollowFactory(account=actor.account)

    assert queries.theme_panel(follow.theme, actor, NOW.date())["is_followed"]
    assert not queries.theme_panel(follow.theme, VISITOR, NOW.date())["is_followed"]


def test_a_visitor_costs_the_theme_page_no_query(django_assert_num_queries):
    theme = ThemeFactory()
    with django_assert_num_queries(0):
        queries.theme_panel(theme, VISITOR, NOW.date())


def test_whoever_follows_the_theme_or_the_one_above_may_care():
    above = ThemeFactory()
    below = ThemeFactory(parent=above)
    item = KnowledgeItemFactory(version__themes=[below])
    wanted = {ThemeFollowFactory(theme=above), ThemeFollowFactory(theme=below)}
    ThemeFollowFactory(theme=ThemeFactory(parent=above))
    ThemeFollowFactory(theme=below, account=UserFactory(is_active=False))

    assert set(queries.follows_of(item.live)) == wanted


def test_everything_is_handed_over(actor):
    kept = BookmarkFactory(account=actor.account)
    follow = ThemeFollowFactory(account=actor.account)

    assert queries.held_bookmarks(actor.account) == [{"kennisitem": kept.item.slug, "bewaard op": kept.at}]
    assert queries.held_follows(actor.account) == [{"thema": follow.theme.title, "sinds": follow.at}]
