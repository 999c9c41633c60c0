"""The stream of the example: marked, posted by the actions, and built once."""

from datetime import UTC, date, datetime

import pytest

from steunpunt.examples.bulletins import FOR, POSTS, build_bulletins
from steunpunt.foundation.access import Actor
from steunpunt.knowledge.models import MOST_CHARACTERS, Bulletin, BulletinState, Sender
from steunpunt.knowledge.queries.near_doubles import near_doubles
from steunpunt.knowledge.rules.bulletins import may_post_for
from steunpunt.network.actions.lists import load_lists
from tests.factories.foundation import UserFactory, staff_actor

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 9, 1, 12, tzinfo=UTC)
SYSTEM = Actor.for_system("voorbeeld")


@pytest.fixture
def world():
    load_lists(at=NOW)
    return UserFactory(email=POSTS)


def test_all_are_posted_marked_and_short(world):
    count = build_bulletins(by=SYSTEM, at=NOW)

    rows = Bulletin.objects.all()
    assert count == rows.count() >= 14
    assert {row.state for row in rows} == {BulletinState.PUBLISHED}
    assert all(row.is_example and row.published_at <= NOW and len(row.text) <= MOST_CHARACTERS for row in rows)
    assert all(row.roles.exists() and row.themes.exists() and row.source for row in rows)
    assert not Sender.objects.filter(is_example=False).exists()
    assert build_bulletins(by=SYSTEM, at=NOW) == 0


def test_somebody_posts_for_a_sender(world):
    build_bulletins(by=SYSTEM, at=NOW)

    assert may_post_for(Actor(account=world, today=NOW.date()), Sender.objects.get(name=FOR))


def test_there_is_something_to_come_and_something_to_merge(world):
    build_bulletins(by=SYSTEM, at=NOW)

    soon = Bulletin.objects.filter(effective_on__gt=NOW.date()).order_by("effective_on")
    assert list(soon.values_list("effective_on", flat=True)) == [date(2027, 1, 1), date(2027, 8, 1)]
    first = near_doubles(staff_actor())[0]
    assert {side.sender.name for side in first.sides} == {"DUO", FOR}
