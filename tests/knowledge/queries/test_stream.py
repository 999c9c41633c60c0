"""The stream of bulletins: what each choice finds and counts, and what a digest asks."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from steunpunt.foundation.access import Actor
from steunpunt.knowledge.models import Bulletin, BulletinState
from steunpunt.knowledge.queries.readership import Readership
from steunpunt.knowledge.queries.stream import OVER, SOON, Stream, StreamChoice, bulletins_for, upcoming_for
from tests.factories.knowledge import MOMENT, BulletinFactory, SenderFactory
from tests.factories.network import RoleFactory, ThemeFactory

pytestmark = pytest.mark.django_db
TODAY = date(2026, 9, 1)
VISITOR = Actor(today=TODAY)
HIDDEN = [BulletinState.DRAFT, BulletinState.WITHDRAWN]


def items(actor=VISITOR, **chosen):
    return list(Stream(actor, StreamChoice(**chosen)).items())


def counts(**chosen):
    found = Stream(VISITOR, StreamChoice(**chosen)).options()
    return {name: {row.value: row.count for row in rows} for name, rows in found.items() if rows}


@pytest.fixture
def leader():
    return RoleFactory(code="programmaleider", title="programmaleider")


def test_newest_first_and_what_is_to_come_by_its_day():
    older = BulletinFactory(published_at=MOMENT, effective_on=date(2027, 1, 1))
    newer = BulletinFactory(published_at=MOMENT + timedelta(hours=1), effective_on=date(2028, 1, 1))
    past = BulletinFactory(published_at=MOMENT - timedelta(hours=1), effective_on=TODAY)

    assert items() == [newer, older, past]
    assert items(when=SOON) == [older, newer]
    assert Stream(VISITOR, StreamChoice()).soon(1) == [older]


def test_what_has_expired_stands_apart():
    BulletinFactory(effective_on=date(2026, 1, 1), expires_on=date(2026, 9, 2))
    over = BulletinFactory(effective_on=date(2026, 1, 1), expires_on=TODAY)

    assert items(when=OVER) == [over]
    assert over not in items()
    assert Stream(VISITOR, StreamChoice()).counts() == {"": 1, SOON: 0, OVER: 1}


def test_naming_nobody_speaks_to_all(leader):
    everybody = BulletinFactory()
    theirs = BulletinFactory(sectors=["vo"], roles=[leader])
    others = BulletinFactory(sectors=["po"], roles=[RoleFactory(code="bestuurder")])

    assert set(items(sectors=("vo",))) == {everybody, theirs}
    assert set(items(roles=("programmaleider",))) == {everybody, theirs}
    assert set(items(sectors=("vo", "po"))) == {everybody, theirs, others}
    assert items(sectors=("po",), roles=("programmaleider",)) == [everybody]


def test_a_double_brings_its_readers_and_its_sender(leader):
    duo, council = SenderFactory(slug="duo"), SenderFactory(slug="raad")
    theme = ThemeFactory(slug="geld")
    kept = BulletinFactory(sectors=["po"], roles=[RoleFactory(code="bestuurder")], sender=duo)
    BulletinFactory(sectors=["vo"], roles=[leader], sender=council, themes=[theme], into=kept)
    BulletinFactory(sectors=["mbo"], sender=council, into=kept, state=BulletinState.WITHDRAWN)

    for chosen in (
        {"sectors": ("vo",)},
        {"roles": ("programmaleider",)},
        {"senders": ("raad",)},
        {"senders": ("duo",)},
        {"themes": ("geld",)},
    ):
        assert items(**chosen) == [kept]
    assert items(sectors=("mbo",)) == []
    assert counts() == {
        "sectors": {"po": 1, "vo": 1},
        "roles": {"programmaleider": 1, "bestuurder": 1},
        "themes": {"geld": 1},
        "senders": {"duo": 1, "raad": 1},
    }


def test_a_main_theme_finds_and_counts_what_falls_under_it():
    main = ThemeFactory(slug="randvoorwaarden")
    below = ThemeFactory(slug="bekostiging", parent=main)
    bulletin = BulletinFactory(themes=[main, below])
    BulletinFactory()

    assert items(themes=("randvoorwaarden",)) == [bulletin] == items(themes=("bekostiging",))
    assert counts()["themes"] == {"randvoorwaarden": 1}


def test_a_filter_is_counted_over_what_the_others_leave(leader):
    sender = SenderFactory(slug="duo")
    BulletinFactory(sectors=["po"], roles=[leader], sender=sender)
    BulletinFactory(sectors=["vo"], sender=sender)

    assert counts(sectors=("po",)) == {
        "sectors": {"po": 1, "vo": 1},
        "roles": {"programmaleider": 1},
        "senders": {"duo": 1},
    }


def test_what_is_chosen_stays_in_sight_when_it_gives_nothing():
    BulletinFactory(sectors=["po"])

    assert counts(sectors=("mbo",))["sectors"] == {"po": 1, "mbo": 0}


@pytest.mark.parametrize("state", HIDDEN)
def test_what_is_not_on_the_site_is_in_no_list_and_no_count(state, leader):
    BulletinFactory(state=state, sectors=["vo"], roles=[leader], themes=[ThemeFactory()], effective_on=date(2030, 1, 1))

    assert items() == items(when=SOON) == items(sectors=("vo",)) == items(text="bericht") == []
    assert counts() == {}
    assert set(Stream(VISITOR, StreamChoice()).counts().values()) == {0}
    assert bulletins_for(VISITOR, Readership(("vo",)), since=datetime(2000, 1, 1, tzinfo=UTC)) == []


def test_words_narrow_the_stream_and_its_counts():
    """Without an index, as in this test, by title and text; with one it is a journey."""
    bulletin = BulletinFactory(title="Vaste voet vervalt", sectors=["po"])
    BulletinFactory(sectors=["vo"])

    assert items(text="voet vervalt") == [bulletin]
    assert counts(text="voet")["sectors"] == {"po": 1}


def test_a_digest_asks_what_is_new_and_to_come_for_its_reader(leader):
    reader = Readership(("vo",), ("programmaleider",))
    new = BulletinFactory(sectors=["vo"], roles=[leader], effective_on=date(2026, 10, 1))
    BulletinFactory(sectors=["vo"], published_at=MOMENT - timedelta(days=8), effective_on=date(2026, 12, 1))
    BulletinFactory(sectors=["po"])

    assert bulletins_for(VISITOR, reader, since=MOMENT) == [new]
    assert bulletins_for(VISITOR, reader, since=MOMENT - timedelta(days=9), before=MOMENT) != [new]
    assert upcoming_for(VISITOR, reader, until=date(2026, 11, 1)) == [new]


def test_as_many_questions_for_three_as_for_one(leader):
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            stream = Stream(VISITOR, StreamChoice(sectors=("po",)))
            shown = [(row.senders, row.reached_roles, row.reached_themes) for row in stream.items()]
            assert len(shown) == Bulletin.objects.filter(merged_into=None).count()
            stream.options()
            stream.counts()
        return len(queries)

    def make() -> None:
        BulletinFactory(roles=[leader], themes=[ThemeFactory()], into=BulletinFactory(roles=[leader]))

    make()
    asked()  # what is remembered of the themes is read once after they changed
    one = asked()
    make()
    make()
    asked()

    assert asked() == one
