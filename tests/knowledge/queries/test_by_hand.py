"""What the ledger tells of changes and removals by hand."""

import pytest

from steunpunt.foundation.access import Actor
from steunpunt.foundation.ledger.actions import record
from steunpunt.knowledge.queries.by_hand import kept_by_hand, removed_by_hand
from tests.factories.foundation import staff_actor
from tests.knowledge.making import NOW

pytestmark = pytest.mark.django_db


def note(by, subjects, deed="framework-changed", changes=None):
    record(by=by, at=NOW, deed=deed, summary="iets", subjects=subjects, changes=changes)


def test_only_a_person_makes_a_change_by_hand_and_only_of_the_main_subject():
    note(Actor.for_system("kennis"), ["kader:a"])
    note(staff_actor(), ["kader:b", "kader:c"])

    assert kept_by_hand({"kader:a", "kader:b", "kader:c"}) == {"kader:b"}


def test_what_was_removed_is_known_by_its_name():
    note(staff_actor(), ["kader:a"], "framework-removed", {"adres": ["oud", None]})
    note(staff_actor(), ["kader:b"], "framework-removed")

    assert removed_by_hand("framework-removed", "adres") == {"oud"}
