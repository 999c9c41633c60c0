"""Frameworks as a tree, their ties both ways, and two side by side."""

import pytest

from steunpunt.foundation.access import Actor
from steunpunt.knowledge.models import Rank
from steunpunt.knowledge.queries import frameworks
from tests.factories.knowledge import CriterionFactory, CrosswalkFactory, FrameworkFactory

VISITOR = Actor.visitor()
pytestmark = pytest.mark.django_db


@pytest.fixture
def old():
    return FrameworkFactory(title="Oud", position=1)


@pytest.fixture
def new():
    return FrameworkFactory(title="Nieuw", position=2)


def test_kinds_without_frameworks_are_left_out(old):
    parent = CriterionFactory(framework=old)
    CriterionFactory(framework=old, parent=parent, rank=Rank.CRITERION)

    [(kind, [row])] = frameworks.frameworks_by_kind(VISITOR)

    assert (kind, row.standards, row.points) == ("quality", 1, 1)


def test_what_holds_stands_first(old, new):
    holds = FrameworkFactory(in_force="yes", position=9)
    over = FrameworkFactory(in_force="no", position=0)

    assert frameworks.frameworks_by_kind(VISITOR)[0][1] == [holds, old, new, over]


def test_the_tree_keeps_the_order(old):
    second = CriterionFactory(framework=old, code="2", position=5)
    CriterionFactory(framework=old, code="1", position=1)
    CriterionFactory(framework=old, code="2.1", position=6, parent=second, rank=Rank.CRITERION)

    tree = frameworks.framework_tree(old, VISITOR)

    assert [[one.criterion.code for one in top.walk()] for top in tree] == [["1"], ["2", "2.1"]]


def test_a_tie_is_seen_from_both_sides(old, new):
    walk = CrosswalkFactory(source__framework=old, target__framework=new, target__code="W1 b")

    [there] = frameworks.framework_tree(old, VISITOR)[0].ties
    [back] = frameworks.framework_tree(new, VISITOR)[0].ties

    assert (there.other, there.framework, there.anchor) == (walk.target, new, "punt-W1-b")
    assert (back.other, back.framework) == (walk.source, old)


def test_neighbours_come_with_how_often(old, new):
    other = FrameworkFactory()
    CrosswalkFactory(source__framework=old, target__framework=other)
    CrosswalkFactory.create_batch(2, source__framework=old, target__framework=new)

    assert frameworks.neighbours_of(frameworks.framework_tree(old, VISITOR)) == [(new, 2), (other, 1)]


def test_side_by_side_shows_what_has_no_match_in_its_place(old, new):
    left = [CriterionFactory(framework=old, code=code, position=place) for place, code in enumerate("ABC")]
    right = [CriterionFactory(framework=new, code=code, position=place) for place, code in enumerate("XYZ")]
    below = CriterionFactory(framework=old, code="B1", position=9, parent=left[1], rank=Rank.CRITERION)
    CrosswalkFactory(source=below, target=right[1])
    CrosswalkFactory(source=right[0], target=left[2])

    def codes(pairs):
        return [tuple(side and side.criterion.code for side in (pair.own, pair.other)) for pair in pairs]

    assert codes(frameworks.side_by_side(old, new, VISITOR)) == [
        ("A", None),
        ("B1", "Y"),
        ("C", "X"),
        (None, "Z"),
    ]
    assert codes(frameworks.side_by_side(new, old, VISITOR)) == [
        ("X", "C"),
        ("Y", "B1"),
        ("Z", None),
        (None, "A"),
    ]


def test_ties_with_a_third_framework_do_not_count_as_a_match(old, new):
    CrosswalkFactory(source__framework=old, target__framework=FrameworkFactory())
    CriterionFactory(framework=new)

    assert all(pair.crosswalk is None for pair in frameworks.side_by_side(old, new, VISITOR))


def test_a_tree_takes_as_many_queries_for_three_as_for_one(old, new, django_assert_num_queries):
    for _ in range(3):
        CrosswalkFactory(source__framework=old, target__framework=new)

    with django_assert_num_queries(2):
        tree = frameworks.framework_tree(old, VISITOR)
        [str(tie.framework) for top in tree for branch in top.walk() for tie in branch.ties]


def test_what_it_replaces_and_who_cites_it(old, new):
    old.replaced_by = new
    old.source = "Regeling, BWBR0025839, bijlage 1"
    old.save()

    assert list(frameworks.replaced_by(new, VISITOR)) == [old]
    assert list(frameworks.frameworks_citing(VISITOR, "BWBR0025839")) == [old]


def test_rows_of_one_framework_or_of_all(old, new):
    standard = CriterionFactory(framework=old, code="1", title="Visie", text="Een visie.", article="art. 1")
    CriterionFactory(framework=old, code="1.1", title="", parent=standard, rank=Rank.CRITERION, position=1)
    CriterionFactory(framework=new, code="W1")

    rows = list(frameworks.framework_rows(VISITOR, old.slug))

    assert [row[2:6] for row in rows] == [("1", "", "standaard", "Visie"), ("1.1", "1", "criterium", "")]
    assert rows[0][:2] == (old.slug, "Oud")
    assert len(list(frameworks.framework_rows(VISITOR))) == 3
