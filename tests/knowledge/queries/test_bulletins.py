"""Who sees which bulletin, and where a merged one went."""

from datetime import date

import pytest

from steunpunt.foundation.access import Actor
from steunpunt.knowledge.models import BulletinState
from steunpunt.knowledge.queries import bulletins as queries
from steunpunt.knowledge.queries.bulletin_rows import about_theme, newest, open_rows
from steunpunt.knowledge.queries.senders import sender_by_slug, senders_counted
from tests.factories.foundation import signed_in_actor, staff_actor
from tests.factories.knowledge import BulletinFactory, SenderAllowanceFactory, SenderFactory
from tests.factories.network import ThemeFactory
from tests.knowledge.making import poster_for

pytestmark = pytest.mark.django_db
VISITOR = Actor.visitor()
TODAY = date(2026, 9, 1)


def one_of_each(sender):
    kept = BulletinFactory(sender=sender)
    return {
        "published": kept,
        "double": BulletinFactory(sender=sender, into=kept),
        "draft": BulletinFactory(sender=sender, state=BulletinState.DRAFT),
        "withdrawn": BulletinFactory(sender=sender, state=BulletinState.WITHDRAWN),
    }


def test_nobody_sees_more_than_what_is_published_and_stands_by_itself():
    sender = SenderFactory()
    rows = one_of_each(sender)

    for actor in (VISITOR, signed_in_actor(), poster_for(sender), staff_actor()):
        assert list(queries.visible_bulletins(actor)) == [rows["published"]]
        assert [queries.visible_bulletin(actor, row.slug) for row in rows.values()] == [
            rows["published"],
            None,
            None,
            None,
        ]


def test_who_posts_for_a_sender_works_on_all_of_it():
    sender = SenderFactory()
    rows = one_of_each(sender)
    other = BulletinFactory()

    assert set(queries.editable_bulletins(poster_for(sender))) == set(rows.values())
    assert other in set(queries.editable_bulletins(staff_actor()))
    for actor in (VISITOR, signed_in_actor()):
        assert not queries.editable_bulletins(actor).exists()
        assert queries.editable_bulletin(actor, other.public_id) is None


def test_the_address_of_a_double_leads_to_the_one_that_stays():
    kept = BulletinFactory()
    double = BulletinFactory(into=kept)
    inner = BulletinFactory(into=double)
    withdrawn = BulletinFactory(into=kept, state=BulletinState.WITHDRAWN)
    lost = BulletinFactory(into=BulletinFactory(state=BulletinState.WITHDRAWN))

    assert queries.moved_to(VISITOR, double.slug) == queries.moved_to(VISITOR, inner.slug) == kept
    assert queries.moved_to(VISITOR, withdrawn.slug) is None
    assert queries.moved_to(VISITOR, lost.slug) is None
    assert set(queries.below(kept)) == {double.pk, inner.pk, withdrawn.pk}


def test_a_part_for_everybody_makes_the_whole_for_everybody():
    kept = BulletinFactory(sectors=["po"])
    BulletinFactory(sectors=["mbo"], into=kept)
    assert kept.reached_sectors == ["po", "mbo"]
    BulletinFactory(into=kept)

    assert queries.visible_bulletin(VISITOR, kept.slug).reached_sectors == []


def test_lists_for_staff_are_for_staff():
    sender = SenderFactory()
    double = BulletinFactory(into=BulletinFactory(), sender=sender)
    row = SenderAllowanceFactory(sender=sender)
    SenderAllowanceFactory(sender=sender, valid_until=TODAY)

    assert list(queries.merged_bulletins(staff_actor())) == [double]
    assert list(queries.allowances_of(staff_actor(), sender, TODAY)) == [row]
    for actor in (VISITOR, poster_for(sender)):
        assert not queries.merged_bulletins(actor).exists()
        assert not queries.allowances_of(actor, sender, TODAY).exists()


def test_senders_are_counted():
    sender = SenderFactory(slug="duo")
    BulletinFactory(sender=sender)
    BulletinFactory(sender=sender, state=BulletinState.DRAFT)
    SenderAllowanceFactory(sender=sender)
    SenderAllowanceFactory(sender=sender)
    SenderAllowanceFactory(sender=sender, valid_until=date(2021, 1, 1))

    row = senders_counted(queries.visible_senders(VISITOR), TODAY).get()

    assert (row.posted, row.people) == (1, 2)
    assert sender_by_slug(VISITOR, "duo") == sender


def test_a_few_for_the_front_page_and_for_a_theme():
    theme = ThemeFactory()
    assert newest(VISITOR, "", TODAY) is None
    assert about_theme(theme, VISITOR, TODAY) is None
    mine, other = BulletinFactory(sectors=["vo"], themes=[theme]), BulletinFactory(sectors=["po"])
    BulletinFactory(state=BulletinState.WITHDRAWN, themes=[theme])

    assert newest(VISITOR, "vo", TODAY)["rows"] == [mine]
    assert set(newest(VISITOR, "", TODAY)["rows"]) == {mine, other}
    assert about_theme(theme, VISITOR, TODAY)["rows"] == [mine]


def test_the_file_holds_what_readers_see():
    kept = BulletinFactory(source="Bron A", source_link="https://a.example")
    BulletinFactory(source="Bron B", into=kept)
    BulletinFactory(state=BulletinState.DRAFT)

    (row,) = open_rows(VISITOR)

    assert row[0] == kept.slug
    assert row[10:12] == ("Bron A; Bron B", "https://a.example")
