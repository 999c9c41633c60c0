"""Versions of items: the open one, what waits, what differs."""

import pytest

from steunpunt.foundation.access import Actor
from steunpunt.knowledge.models import ItemState
from steunpunt.knowledge.queries.versions import differences, latest_version, visible_versions, waiting_versions
from tests.factories.foundation import UserFactory, staff_actor
from tests.factories.knowledge import ItemVersionFactory, KnowledgeItemFactory
from tests.factories.network import ThemeFactory
from tests.knowledge.making import NOW

pytestmark = pytest.mark.django_db


def test_the_latest_is_the_open_one():
    item = KnowledgeItemFactory()
    version = ItemVersionFactory(item=item, number=2)

    assert latest_version(item) == version


def test_an_open_version_is_seen_by_who_works_on_it_only():
    item = KnowledgeItemFactory()
    ItemVersionFactory(item=item, number=2)

    assert visible_versions(Actor.visitor(), item).count() == 1
    assert visible_versions(Actor.of(item.author), item).count() == 2


def test_what_waits_is_for_staff_longest_first():
    late = KnowledgeItemFactory(state=ItemState.IN_REVIEW, version__submitted_at=NOW)
    KnowledgeItemFactory(state=ItemState.DRAFT)

    assert [version.item for version in waiting_versions(staff_actor())] == [late]
    assert not waiting_versions(Actor.of(UserFactory())).exists()


def test_differences_name_every_field_and_what_changed():
    theme = ThemeFactory(title="Begeleiden")
    item = KnowledgeItemFactory(
        kind="learning_task", version__title="Oud", version__details={"goal": "Luisteren"}, version__themes=[theme]
    )
    new = ItemVersionFactory(
        item=item, number=2, title="Nieuw", details={"goal": "Luisteren"}, themes=[theme], outcome=item.live.outcome
    )

    rows = {row.label: row for row in differences(item.live, new)}

    assert [label for label, row in rows.items() if row.is_changed] == ["titel"]
    assert (rows["titel"].old, rows["titel"].new) == ("Oud", "Nieuw")
    assert rows["thema's"].new == "Begeleiden"
    assert rows["Wat leert de student ervan?"].old == "Luisteren"
