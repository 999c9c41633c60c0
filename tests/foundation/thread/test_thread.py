"""The thread links records in both directions and survives a merge and its undoing."""

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import permutations
from random import Random

import pytest
from django.db.models import QuerySet

from steunpunt.foundation.access import Actor
from steunpunt.foundation.accounts.models import User
from steunpunt.foundation.boards import RecordPin, records
from steunpunt.foundation.thread.actions import link, move_back, move_links, unlink
from steunpunt.foundation.thread.models import Link, Relation
from steunpunt.foundation.thread.queries import thread_of

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 9, 1, 12, tzinfo=UTC)
STAFF = Actor.for_system("test")


def _visible(actor: Actor) -> QuerySet[User]:
    return User.objects.all() if actor.is_staff else User.objects.filter(is_example=True)


@pytest.fixture(autouse=True)
def proof_records() -> Iterator[None]:
    """Accounts stand in for records, so that the foundation is tested without a room above it."""
    pin = RecordPin("proef", "proef", User, _visible, lambda user: user.first_name, lambda user: f"/{user.pk}/")
    records.pin(pin)
    yield
    records._pins.pop("proef")


def _record(name: str, *, shown: bool = True) -> str:
    user = User.objects.create_user(f"{name}@example.nl", first_name=name, is_example=shown)
    return f"proef:{user.public_id}"


def _tie(source: str, target: str, relation: Relation = Relation.CONCLUDED_IN) -> Link:
    return link(source, target, relation, by=STAFF, at=NOON)


def test_both_ends_show_the_link():
    question, answer = _record("vraag"), _record("antwoord")
    _tie(question, answer)

    assert [(s.record.title, s.forward) for s in thread_of(question, STAFF)] == [("antwoord", True)]
    assert [(s.record.title, s.forward) for s in thread_of(answer, STAFF)] == [("vraag", False)]


def test_a_hidden_record_leaves_no_trace():
    question = _record("vraag")
    _tie(question, _record("geheim", shown=False))

    assert thread_of(question, Actor.visitor()) == []


def test_the_same_link_twice_is_one_link():
    question, answer = _record("vraag"), _record("antwoord")

    assert _tie(question, answer) == _tie(question, answer)


def test_a_link_can_be_taken_away():
    question, answer = _record("vraag"), _record("antwoord")
    _tie(question, answer)
    unlink(question, answer, Relation.CONCLUDED_IN)

    assert thread_of(question, STAFF) == []


def test_merging_moves_links_and_undoing_moves_them_back():
    double, kept, answer = _record("dubbel"), _record("blijft"), _record("antwoord")
    _tie(double, answer)
    move_links(double, kept)
    moved = [step.record.title for step in thread_of(answer, STAFF)]
    move_back(double, kept)

    assert moved == ["blijft"]
    assert [step.record.title for step in thread_of(answer, STAFF)] == ["dubbel"]


def test_merging_leaves_what_the_kept_record_had_already():
    double, kept, answer = _record("dubbel"), _record("blijft"), _record("antwoord")
    _tie(double, answer)
    _tie(kept, answer)
    move_links(double, kept)
    move_back(double, kept)

    assert len(thread_of(kept, STAFF)) == 1
    assert len(thread_of(double, STAFF)) == 1


def test_undoing_a_chain_of_merges_brings_the_link_home():
    first, second, third, answer = (_record(name) for name in ("een", "twee", "drie", "antwoord"))
    _tie(first, answer)
    move_links(first, second)
    move_links(second, third)
    move_back(second, third)
    move_back(first, second)

    assert [step.record.title for step in thread_of(answer, STAFF)] == ["een"]


def test_both_ends_of_a_link_can_be_merged_and_each_is_undone_by_itself():
    question, answer, kept, other = (_record(name) for name in ("vraag", "antwoord", "blijft", "ander"))
    _tie(question, answer)
    move_links(question, kept)
    move_links(answer, other)
    move_back(question, kept)

    assert [step.record.title for step in thread_of(question, STAFF)] == ["ander"]
    assert thread_of(kept, STAFF) == []


def test_link_between_two_that_became_one_is_not_shown_and_comes_back():
    double, kept = _record("dubbel"), _record("blijft")
    _tie(double, kept)
    move_links(double, kept)
    merged = thread_of(kept, STAFF)
    move_back(double, kept)

    assert merged == []
    assert [step.record.title for step in thread_of(kept, STAFF)] == ["dubbel"]


def test_link_that_was_made_after_the_merge_stays_after_undoing_it():
    double, kept, answer = _record("dubbel"), _record("blijft"), _record("antwoord")
    _tie(double, answer)
    move_links(double, kept)
    _tie(kept, answer)
    merged = len(thread_of(kept, STAFF))
    move_back(double, kept)

    assert (merged, len(thread_of(kept, STAFF)), len(thread_of(double, STAFF))) == (1, 1, 1)


def test_link_that_was_taken_away_meanwhile_does_not_come_back():
    double, kept, answer = _record("dubbel"), _record("blijft"), _record("antwoord")
    _tie(double, answer)
    move_links(double, kept)
    unlink(kept, answer, Relation.CONCLUDED_IN)
    move_back(double, kept)

    assert thread_of(double, STAFF) == []


def _standing() -> list[tuple[str, str]]:
    return list(Link.objects.order_by("pk").values_list("source", "target"))


def _through(reference: str, merges: list[tuple[str, str]]) -> str:
    """Where an end hangs after these merges, one after the other."""
    for old, new in merges:
        reference = new if reference == old else reference
    return reference


@pytest.mark.parametrize("seed", range(12))
def test_merges_are_undone_in_any_order(seed):
    """After each step every link hangs where the merges that still stand bring it."""
    chance = Random(seed)
    names = [f"proef:{letter}" for letter in "abcdefg"]
    for source, target in chance.sample(list(permutations(names, 2)), 14):
        _tie(source, target)
    begun, merges = _standing(), []

    for step in range(24):
        free = [name for name in names if name not in dict(merges)]
        if step < 16 and len(free) > 1 and (not merges or chance.random() < 0.6):
            merges.append(tuple(chance.sample(free, 2)))
            move_links(*merges[-1])
        elif merges:
            move_back(*merges.pop(chance.randrange(len(merges))))
        assert _standing() == [(_through(source, merges), _through(target, merges)) for source, target in begun]

    assert (merges, _standing()) == ([], begun)


def test_a_thread_takes_the_same_number_of_queries_for_one_and_three_links(django_assert_num_queries):
    question = _record("vraag")
    _tie(question, _record("a"))
    with django_assert_num_queries(2):
        thread_of(question, STAFF)
    _tie(question, _record("b"))
    _tie(question, _record("c"))
    with django_assert_num_queries(2):
        thread_of(question, STAFF)
