"""What the toolbox looks through; without an index, as in these tests, and with one in a journey."""

import pytest

from steunpunt.foundation.access import Actor
from steunpunt.foundation.worklist.models import WorkItem
from steunpunt.knowledge.matching import Need
from steunpunt.knowledge.models import Audience, ItemState
from steunpunt.knowledge.queries.toolbox import (
    items_named,
    items_to_answer,
    method_of,
    methods_for,
    proposal_shown,
    themes_named,
    was_proposed,
)
from steunpunt.network.queries.choices import choices
from tests.factories.knowledge import KnowledgeItemFactory, OpenQuestionFactory
from tests.factories.network import ThemeFactory
from tests.knowledge.making import NOW, member_of

pytestmark = pytest.mark.django_db
VISITOR = Actor.visitor()
STAFF = Actor.for_system("test")


def items(found):
    return {method.item for method in found.methods}


def test_any_longer_word_is_enough_and_more_words_come_first():
    one = KnowledgeItemFactory(version__title="Starters leren", version__outcome="")
    both = KnowledgeItemFactory(version__title="Starters en studenten leren", version__outcome="")
    KnowledgeItemFactory(version__title="Iets anders", version__outcome="")

    found = methods_for(VISITOR, Need("hoe laten we starters en studenten zien?"))

    assert found.is_simple
    assert {method.item: method.place for method in found.methods} == {both: 0, one: 1}


def test_what_the_reader_may_not_see_is_not_among_them():
    hidden = KnowledgeItemFactory(version__title="Starters leren", audience=Audience.MEMBERS)
    KnowledgeItemFactory(version__title="Starters leren", state=ItemState.DRAFT)
    theme = hidden.live.themes.get()

    assert items(methods_for(VISITOR, Need("starters"))) == set()
    assert items(methods_for(VISITOR, Need(themes=(theme.slug,)))) == set()
    assert items(methods_for(member_of(), Need("starters"))) == {hidden}


def test_a_main_theme_brings_what_falls_under_it_without_words():
    main = ThemeFactory(slug="begeleiden", title="Begeleiden")
    below = ThemeFactory(parent=main, title="Op de werkplek")
    item = KnowledgeItemFactory(version__themes=[below])
    KnowledgeItemFactory()

    (method,) = methods_for(VISITOR, Need(themes=("begeleiden",))).methods

    assert method.item == item
    assert method.place is None
    assert method.themes == {"begeleiden": "Op de werkplek", below.slug: "Op de werkplek"}


def test_time_phase_and_group_alone_bring_what_says_so():
    item = KnowledgeItemFactory(
        version__effort_hours=2, version__phases=["induction"], version__group_min=2, version__group_max=8
    )
    KnowledgeItemFactory(
        version__effort_hours=20, version__phases=["training"], version__group_min=9, version__group_max=20
    )
    KnowledgeItemFactory()

    assert items(methods_for(VISITOR, Need(hours=4))) == {item}
    assert items(methods_for(VISITOR, Need(phase="induction"))) == {item}
    assert items(methods_for(VISITOR, Need(group_size=5))) == {item}


def test_a_method_says_what_stands_on_the_item():
    item = KnowledgeItemFactory(
        version__details={"goal": "kringgesprek"}, version__effort_hours=3, version__sectors=["vo"]
    )

    method = method_of(item, item.live, choices().themes)

    assert "kringgesprek" in method.forms
    assert (method.hours, tuple(method.sectors)) == (3, ("vo",))


def test_three_methods_take_as_many_queries_as_one(django_assert_max_num_queries):
    theme = ThemeFactory()
    KnowledgeItemFactory(version__title="Starters", version__themes=[theme])
    methods_for(VISITOR, Need("starters"))
    with django_assert_max_num_queries(50) as one:
        methods_for(VISITOR, Need("starters"))
    KnowledgeItemFactory(version__title="Starters", version__themes=[theme])
    KnowledgeItemFactory(version__title="Starters", version__themes=[theme])

    with django_assert_max_num_queries(len(one)):
        assert len(methods_for(VISITOR, Need("starters")).methods) == 3


def test_staff_choose_from_what_fits_and_keep_what_they_chose():
    question = OpenQuestionFactory(text="starters begeleiden")
    fits = KnowledgeItemFactory(version__title="Starters", version__outcome="")
    other = KnowledgeItemFactory(version__title="Peer review", version__outcome="")

    assert items_to_answer(STAFF, question, "", []) == [fits]
    assert items_to_answer(STAFF, question, "review", [fits.public_id]) == [fits, other]
    assert items_to_answer(STAFF, question, "starters", [fits.public_id]) == [fits]


def test_items_and_themes_by_name():
    hidden, shown = KnowledgeItemFactory(audience=Audience.STAFF), KnowledgeItemFactory()
    theme = ThemeFactory()

    assert items_named(VISITOR, [hidden.public_id, shown.public_id]) == [shown]
    assert themes_named((theme.slug, "onbekend")) == [theme]


def test_what_was_proposed_is_known_and_shown():
    question, item = OpenQuestionFactory(), KnowledgeItemFactory()
    work = WorkItem.objects.create(
        kind="k",
        subject=question.reference,
        title="x",
        data={"item": item.public_id, "question": question.public_id},
        opened_at=NOW,
    )

    assert was_proposed("k", question.reference, item.public_id)
    assert not was_proposed("k", question.reference, "anders")
    assert proposal_shown(work) == {"question": question, "item": item}
