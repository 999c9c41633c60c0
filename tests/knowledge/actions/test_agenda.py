"""Bringing questions and origins, and taking an origin out."""

from datetime import timedelta
from threading import Thread
from time import sleep

import pytest
from django.db import connection, transaction

from steunpunt.foundation.access import Actor, Refusal
from steunpunt.foundation.ledger.queries import history_of
from steunpunt.foundation.thread.models import Link
from steunpunt.knowledge.actions.agenda import RESERVED, Brought, add_origin, free_slug, propose, take_out_origin
from steunpunt.knowledge.actions.agenda_merging import merge
from steunpunt.knowledge.models import QuestionStatus, ResearchQuestion
from tests.factories.foundation import signed_in_actor, staff_actor
from tests.factories.knowledge import KnowledgeItemFactory, ResearchQuestionFactory
from tests.factories.network import PartnershipFactory, ThemeFactory
from tests.knowledge.making import NOW, member_of

pytestmark = pytest.mark.django_db
TEXT = "Hoe leren studenten van starters?"


def proposed(by=None, **given):
    facts = {"text": TEXT, "level": "school", "themes": [ThemeFactory()], **given}
    return propose(by=by or member_of(), at=NOW, **facts)


def test_a_proposal_waits_and_keeps_who_brought_it_in_which_words():
    partnership = PartnershipFactory()
    member = member_of(partnership)

    question = proposed(member, origin=Brought(partnership=partnership, meeting="Regiodag"), explanation=" Omdat. ")

    origin = question.origins.get()
    assert (question.accepted_at, question.status, question.slug) == (None, "open", "hoe-leren-studenten-van-starters")
    assert (origin.wording, origin.partnership, origin.account) == (TEXT, partnership, member.account)
    assert (origin.meeting, origin.brought_on, question.explanation) == ("Regiodag", NOW.date(), "Omdat.")
    assert [entry.deed for entry in history_of(question.reference)] == ["question-proposed"]


def test_another_room_brings_a_question_with_the_record_that_it_came_from():
    """What the toolbox leaves unanswered comes in as an origin with a reference and a day."""
    item = KnowledgeItemFactory()
    day = NOW.date() - timedelta(days=3)

    question = proposed(
        Actor.for_system("gereedschap"),
        origin=Brought(
            wording="Wat nu?", source="Vraag aan de gereedschapskist", reference=item.reference, brought_on=day
        ),
    )

    origin = question.origins.get()
    assert (origin.reference, origin.brought_on, origin.wording, origin.account) == (
        item.reference,
        day,
        "Wat nu?",
        None,
    )
    assert list(Link.objects.values_list("source", "target", "relation")) == [
        (item.reference, question.reference, "raised_in")
    ]


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"text": " "}, "text"),
        ({"text": "x" * 301}, "text"),
        ({"level": "wereld"}, "level"),
        ({"themes": []}, "themes"),
        ({"origin": Brought(brought_on=NOW.date() + timedelta(days=1))}, "brought_on"),
    ],
)
def test_what_is_not_right_is_refused_at_its_field_and_nothing_is_kept(given, field):
    with pytest.raises(Refusal) as refused:
        proposed(**given)
    assert refused.value.field == field
    assert not ResearchQuestion.objects.exists()


def test_more_than_three_themes_are_refused():
    with pytest.raises(Refusal, match="hooguit drie"):
        proposed(themes=[ThemeFactory() for _ in range(4)])


def test_who_belongs_nowhere_proposes_nothing():
    for actor in (Actor.visitor(), signed_in_actor()):
        with pytest.raises(Refusal, match="partnerschap"):
            proposed(actor)


def test_nobody_speaks_for_a_partnership_of_others():
    with pytest.raises(Refusal) as refused:
        proposed(origin=Brought(partnership=PartnershipFactory()))
    assert refused.value.field == "partnership"
    assert not ResearchQuestion.objects.exists()


def test_others_who_ask_the_same_stand_beside_it():
    question = ResearchQuestionFactory(text=TEXT)
    partnership = PartnershipFactory()

    add_origin(question, Brought(wording="En andersom?", partnership=partnership), by=member_of(partnership), at=NOW)

    assert set(question.origins.values_list("wording", flat=True)) == {TEXT, "En andersom?"}
    assert history_of(question.reference)[0].deed == "question-origin-added"


@pytest.mark.parametrize("state", [{"accepted_at": None}, {"status": QuestionStatus.RETIRED}])
def test_a_member_adds_nothing_to_what_is_not_on_the_agenda(state):
    question = ResearchQuestionFactory(**state)

    with pytest.raises(Refusal, match="niet op de agenda"):
        add_origin(question, Brought(), by=member_of(), at=NOW)


def test_nothing_is_added_to_a_question_that_went_up_in_another():
    question = ResearchQuestionFactory(merged_into=ResearchQuestionFactory(), merged_at=NOW)

    with pytest.raises(Refusal, match="opgegaan"):
        add_origin(question, Brought(), by=staff_actor(), at=NOW)


def test_an_origin_is_taken_out_with_its_link_but_the_last_one_stays():
    question = ResearchQuestionFactory()
    item = KnowledgeItemFactory()
    member = member_of()
    origin = add_origin(question, Brought(reference=item.reference), by=member, at=NOW)

    take_out_origin(origin, by=member, at=NOW)

    assert not Link.objects.exists()
    with pytest.raises(Refusal, match="enige herkomst"):
        take_out_origin(question.origins.get(), by=staff_actor(), at=NOW)


def test_after_a_merge_an_origin_is_taken_out_with_its_link_too():
    question, kept = ResearchQuestionFactory(), ResearchQuestionFactory()
    item, other = KnowledgeItemFactory(), KnowledgeItemFactory()
    origin = add_origin(question, Brought(reference=item.reference), by=staff_actor(), at=NOW)
    add_origin(kept, Brought(reference=other.reference), by=staff_actor(), at=NOW)
    merge(kept, question, by=staff_actor(), at=NOW)

    take_out_origin(origin, by=staff_actor(), at=NOW)

    assert list(Link.objects.values_list("source", "target")) == [(other.reference, kept.reference)]
    assert history_of(kept.reference)[0].deed == "question-origin-removed"


def test_a_link_stays_while_another_origin_of_the_whole_needs_it():
    question, kept = ResearchQuestionFactory(), ResearchQuestionFactory()
    item = KnowledgeItemFactory()
    origins = [add_origin(row, Brought(reference=item.reference), by=staff_actor(), at=NOW) for row in (question, kept)]
    merge(kept, question, by=staff_actor(), at=NOW)

    take_out_origin(origins[0], by=staff_actor(), at=NOW)

    assert Link.objects.filter(source=item.reference, target=kept.reference).exists()


def test_who_did_not_bring_it_takes_nothing_out():
    question = ResearchQuestionFactory()
    origin = add_origin(question, Brought(), by=member_of(), at=NOW)

    with pytest.raises(Refusal):
        take_out_origin(origin, by=member_of(), at=NOW)


def test_an_address_is_free_and_none_of_the_site_itself():
    ResearchQuestionFactory(slug="wat-helpt")

    assert free_slug("Wat helpt?") != "wat-helpt"
    assert free_slug("Wat helpt echt?") == "wat-helpt-echt"
    assert all(free_slug(word) != word for word in RESERVED)
    assert free_slug("???") == "vraag"


def test_the_same_is_not_proposed_twice_by_the_same_while_it_waits():
    member = member_of()
    first = proposed(member)

    with pytest.raises(Refusal, match="net al voorgesteld") as refused:
        proposed(member, text=f" {TEXT} ")
    proposed(member, text="Een andere vraag?")
    proposed(member_of())
    ResearchQuestion.objects.filter(pk=first.pk).update(status=QuestionStatus.RETIRED)
    proposed(member)

    assert refused.value.field == "text"
    assert ResearchQuestion.objects.count() == 4


def sent_by(member, theme, refused):
    """A proposal over a connection of its own."""
    try:
        proposed(member, themes=[theme])
    except Refusal as refusal:
        refused.append((refusal.message, refusal.field))
    finally:
        connection.close()


@pytest.mark.django_db(transaction=True)
def test_a_double_click_becomes_one_question_and_a_sentence():
    member, theme, refused = member_of(), ThemeFactory(), []

    threads = [Thread(target=sent_by, args=(member, theme, refused)) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert refused == [("Deze vraag is net al voorgesteld.", "text")]
    assert ResearchQuestion.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_an_address_that_another_is_just_taking_is_refused_with_a_sentence():
    member, theme, refused = member_of(), ThemeFactory(), []
    thread = Thread(target=sent_by, args=(member, theme, refused))

    with transaction.atomic():
        ResearchQuestionFactory(slug="hoe-leren-studenten-van-starters")
        thread.start()
        _wait_for_one_that_waits()
    thread.join()

    assert refused == [("Deze vraag is net al voorgesteld.", "text")]


def _wait_for_one_that_waits():
    for _ in range(200):
        with connection.cursor() as cursor:
            cursor.execute("select pg_stat_clear_snapshot()")
            cursor.execute(
                "select exists (select from pg_stat_activity"
                " where wait_event_type = 'Lock' and datname = current_database())"
            )
            if cursor.fetchone()[0]:
                return
        sleep(0.05)
    raise AssertionError("The proposal does not wait for the other one.")


def test_the_same_words_of_the_same_partnership_stand_there_once():
    partnership = PartnershipFactory()
    question = ResearchQuestionFactory(origin__partnership=partnership, origin__wording="Zo?")

    with pytest.raises(Refusal, match="staat er al") as refused:
        add_origin(question, Brought(wording=" Zo? ", partnership=partnership), by=member_of(partnership), at=NOW)
    add_origin(question, Brought(wording="Of zo?", partnership=partnership), by=member_of(partnership), at=NOW)
    other = PartnershipFactory()
    add_origin(question, Brought(wording="Zo?", partnership=other), by=member_of(other), at=NOW)
    staff = staff_actor()
    add_origin(question, Brought(wording="Zo?"), by=staff, at=NOW)
    with pytest.raises(Refusal, match="staat er al"):
        add_origin(question, Brought(wording="Zo?"), by=staff, at=NOW)

    assert (refused.value.field, question.origins.count()) == ("wording", 4)
