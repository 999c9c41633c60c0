"""Loading frameworks: once, again, with changes of the file, and after somebody changed something by hand."""

from dataclasses import replace

import pytest

from steunpunt.foundation.access import Actor
from steunpunt.foundation.ledger.models import LedgerEntry
from steunpunt.foundation.ledger.queries import history_of
from steunpunt.knowledge.actions.frameworks import load_frameworks, note_edit
from steunpunt.knowledge.actions.shipped import CriterionLine, CrosswalkLine, FrameworkLine
from steunpunt.knowledge.models import Criterion, Crosswalk, Framework, Level
from tests.factories.foundation import staff_actor
from tests.factories.knowledge import CriterionFactory, CrosswalkFactory, FrameworkFactory, LevelFactory
from tests.knowledge.making import NOW

SYSTEM = Actor.for_system("kennis")
pytestmark = pytest.mark.django_db


def criterion(code, parent="", rank="standard", **facts):
    words = {"title": f"Punt {code}", "text": "", "article": "", "position": 0}
    return CriterionLine(code, parent, words | {"rank": rank} | facts)


def line(slug="oud", **given):
    facts = {
        "kind": "quality",
        "title": f"Kader {slug}",
        "summary": "",
        "source": "",
        "is_verified": False,
        "valid_from": None,
        "valid_until": None,
        "in_force": "unknown",
        "position": 10,
    }
    criteria = given.pop("criteria", [criterion("1"), criterion("1.1", "1", "criterion", position=1)])
    levels = given.pop("levels", [{"code": "a", "title": "Begin", "text": "", "position": 0}])
    return FrameworkLine(slug, facts | given.pop("facts", {}), given.pop("replaced_by", ""), levels, criteria)


def load(*lines, walks=()):
    return load_frameworks(list(lines), list(walks), by=SYSTEM, at=NOW)


def test_a_framework_is_loaded_with_its_tree_and_levels():
    load(line())

    framework = Framework.objects.get()
    assert [(row.code, row.parent and row.parent.code) for row in framework.criteria.all()] == [
        ("1", None),
        ("1.1", "1"),
    ]
    assert [row.title for row in framework.levels.all()] == ["Begin"]
    assert history_of(framework.reference)[0].summary == "Kader toegevoegd: Kader oud"


def test_what_replaces_it_may_stand_later_in_the_file():
    load(line(replaced_by="nieuw"), line("nieuw"))

    assert Framework.objects.get(slug="oud").replaced_by.slug == "nieuw"


def test_loading_again_changes_nothing():
    walk = CrosswalkLine(("oud", "1"), ("nieuw", "1"), {"relation": "same", "note": "", "is_verified": True})
    lines = [line(replaced_by="nieuw"), line("nieuw")]

    assert [load(*lines, walks=[walk]), load(*lines, walks=[walk])] == [2, 0]
    assert LedgerEntry.objects.count() == 2


def test_a_changed_file_updates_in_place_and_tells_what_was():
    load(line())
    kept = Criterion.objects.get(code="1.1")

    load(line(criteria=[criterion("1"), criterion("1.1", "1", "criterion", position=1, text="Nieuw.")]))

    kept.refresh_from_db()
    assert kept.text == "Nieuw."
    entry = history_of(kept.framework.reference)[0]
    assert (entry.summary, entry.changes) == ("Kader bijgewerkt: Kader oud", {"criterium 1.1": [None, "Nieuw."]})


def test_what_the_file_drops_goes():
    load(line())

    load(line(criteria=[criterion("1")], levels=[]))

    assert (Criterion.objects.count(), Level.objects.count()) == (1, 0)


@pytest.mark.parametrize(
    "make",
    [lambda framework: framework, lambda framework: framework.criteria.first(), lambda f: f.levels.first()],
    ids=["the framework", "a criterion", "a level"],
)
def test_what_somebody_changed_by_hand_stays_whole(make):
    load(line())
    row = make(Framework.objects.get())
    type(row).objects.filter(pk=row.pk).update(title="Met de hand")
    note_edit(row, "changed", "%(what)s gewijzigd: %(name)s", {}, by=staff_actor(), at=NOW)

    assert load(line(facts={"summary": "Uit het bestand."})) == 0
    assert Framework.objects.get().summary == ""
    assert type(row).objects.get(pk=row.pk).title == "Met de hand"


def test_a_framework_of_the_same_name_made_by_hand_stays():
    framework = FrameworkFactory(slug="oud", title="Ons eigen kader")
    note_edit(framework, "added", "%(what)s toegevoegd: %(name)s", {}, by=staff_actor(), at=NOW)

    load(line())

    assert Framework.objects.get().title == "Ons eigen kader"


def test_what_somebody_removed_by_hand_does_not_come_back():
    load(line())
    framework = Framework.objects.get()
    note_edit(framework, "removed", "%(name)s", {"adres": ["oud", None]}, by=staff_actor(), at=NOW)
    framework.delete()

    assert load(line(), line("ander")) == 1
    assert Framework.objects.get().slug == "ander"


def test_a_crosswalk_to_a_criterion_that_is_gone_is_left_out():
    gone = CrosswalkLine(("oud", "1"), ("nieuw", "9"), {"relation": "same", "note": "", "is_verified": True})
    there = replace(gone, target=("nieuw", "1"))

    load(line(), line("nieuw"), walks=[gone, there])

    assert [(row.source.code, row.target.code) for row in Crosswalk.objects.all()] == [("1", "1")]


def test_a_crosswalk_that_the_file_drops_goes_and_is_told():
    walk = CrosswalkLine(("oud", "1"), ("nieuw", "1"), {"relation": "same", "note": "", "is_verified": True})
    load(line(), line("nieuw"), walks=[walk])

    load(line(), line("nieuw"))

    assert not Crosswalk.objects.exists()
    assert history_of(Framework.objects.get(slug="oud").reference)[0].summary == "Kader bijgewerkt: Kader oud"


def test_an_edit_shows_with_the_framework_first():
    walk = CrosswalkFactory()
    level = LevelFactory()
    point = CriterionFactory()
    for row in (walk, level, point):
        note_edit(row, "changed", "%(what)s gewijzigd: %(name)s", {}, by=staff_actor(), at=NOW)

    subjects = [entry.subjects for entry in LedgerEntry.objects.order_by("pk")]
    assert subjects == [
        [walk.source.framework.reference, walk.target.framework.reference],
        [level.framework.reference],
        [point.framework.reference, point.reference],
    ]


def test_loading_again_asks_few_questions(django_assert_max_num_queries):
    points = [criterion(str(number), position=number) for number in range(40)]
    load(line(criteria=points))

    with django_assert_max_num_queries(14):
        load(line(criteria=points))
