"""Which bulletins may say the same."""

import tomllib
from pathlib import Path

import pytest

from steunpunt import knowledge
from steunpunt.foundation.access import Actor
from steunpunt.knowledge.models import BulletinState
from steunpunt.knowledge.queries.near_doubles import near_doubles, near_doubles_of, same_page
from tests.factories.foundation import staff_actor
from tests.factories.knowledge import BulletinFactory

SHIPPED = tomllib.loads((Path(knowledge.__file__).parent / "data" / "bulletins.toml").read_text())["bulletin"]


def shipped(begin):
    row = next(row for row in SHIPPED if row["title"].startswith(begin))
    return {"title": row["title"], "text": row["text"], "source_link": row.get("source_link", "")}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://www.duo.nl/zakelijk/", "http://duo.nl/zakelijk", True),
        ("https://duo.nl/zakelijk?jaar=1", "https://duo.nl/zakelijk?jaar=2", False),
        ("https://duo.nl/a", "https://duo.nl/b", False),
        ("", "", False),
    ],
)
def test_a_page_is_the_same_however_its_link_was_copied(one, other, same):
    assert same_page(one, other) is same


@pytest.mark.django_db
def test_the_same_news_in_other_words_is_near_and_other_news_is_not():
    first = BulletinFactory(**shipped("Studentaantallen") | {"source_link": ""})
    second = BulletinFactory(**shipped("Opgave studentenaantallen"))
    BulletinFactory(**shipped("Minder dan 60") | {"source_link": ""})
    BulletinFactory(**shipped("Vaste voet"))

    (pair,) = near_doubles_of(Actor.visitor(), second)

    assert (pair.other, pair.has_same_source, pair.percent > 70) == (first, False, True)
    assert [{pair.one, pair.other} for pair in near_doubles(staff_actor())] == [{first, second}]


@pytest.mark.django_db
def test_one_source_counts_when_the_words_come_near():
    one = BulletinFactory(title="Wissel van penvoerder", text="Meld het uiterlijk 1 mei.", source_link="https://x.nl/a")
    near = BulletinFactory(title="Penvoerder wisselen", text="Doe dat uiterlijk 1 mei.", source_link="http://x.nl/a/")
    BulletinFactory(title="Nieuwe toetsen", text="Vanaf 2030 anders.", source_link="https://x.nl/a")

    assert [pair.other for pair in near_doubles_of(Actor.visitor(), one)] == [near]


@pytest.mark.django_db
@pytest.mark.parametrize("state", [BulletinState.DRAFT, BulletinState.WITHDRAWN])
def test_what_nobody_sees_is_like_nothing(state):
    same = shipped("Studentaantallen")
    shown = BulletinFactory(**same)
    BulletinFactory(**same, state=state)
    BulletinFactory(**same, into=shown)

    assert near_doubles_of(staff_actor(), shown) == near_doubles(staff_actor()) == []
    assert near_doubles(Actor.visitor()) == []
