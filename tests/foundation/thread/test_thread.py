"""The thread links records in both directions and survives a merge and its undoing."""

from collections.abc import Iterator
from datetime import UTC, datetime

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


def test_a_thread_takes_the_same_number_of_queries_for_one_and_three_links(django_assert_num_queries):
    question = _record("vraag")
    _tie(question, _record("a"))
    with django_assert_num_queries(2):
        thread_of(question, STAFF)
    _tie(question, _record("b"))
    _tie(question, _record("c"))
    with django_assert_num_queries(2):
        thread_of(question, STAFF)
