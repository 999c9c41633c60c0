"""The heat map: what a cell counts, what it calls empty, and which gaps there are."""

import pytest

from steunpunt.foundation.access import Actor
from steunpunt.knowledge.models import QuestionStatus
from steunpunt.knowledge.queries.agenda import Agenda
from steunpunt.knowledge.queries.agenda_map import (
    ALL,
    NEGLECTED,
    Cell,
    gaps,
    heat_map,
    is_countable,
    theme_to_open,
)
from steunpunt.knowledge.queries.agenda_places import Place
from tests.factories.knowledge import ResearchQuestionFactory, ResearchWorkFactory
from tests.factories.network import ProvinceFactory, ThemeFactory

pytestmark = pytest.mark.django_db
VISITOR = Actor.visitor()


@pytest.fixture
def themes():
    main = ThemeFactory(slug="begeleiden", title="Begeleiden", position=1)
    return {
        "main": main,
        "part": ThemeFactory(slug="werkplek", title="Werkplek", parent=main),
        "idle": ThemeFactory(slug="scholing", title="Scholing", parent=main),
        "other": ThemeFactory(slug="inductie", title="Inductie", position=2),
    }


def numbers(found):
    return {row.theme.slug: {cell.place.key: cell.count for cell in row.cells if cell.count} for row in found.rows}


def test_cells_count_questions_per_theme_and_place(themes):
    utrecht, drenthe = ProvinceFactory(), ProvinceFactory(code="PV22", name="Drenthe")
    for place in (utrecht, drenthe):
        ResearchQuestionFactory(level="region", themes=[themes["part"]], origin__province=place)
    ResearchQuestionFactory(level="nation", themes=[themes["part"], themes["idle"]])
    ResearchQuestionFactory(level="region", themes=[themes["part"]], origin__province=utrecht, accepted_at=None)

    found = heat_map(Agenda(VISITOR))

    assert numbers(found) == {"begeleiden": {"Utrecht": 1, "Drenthe": 1, "landelijk": 1}, "inductie": {}}
    assert (found.total, [row.total for row in found.rows]) == (3, [3, 0])
    assert found.themes_without == ["Inductie"]
    assert found.places_without == []


def test_a_place_that_nobody_asks_from_is_named_but_not_what_lies_nowhere(themes):
    ProvinceFactory()
    ResearchQuestionFactory(level="nation", themes=[themes["main"]])

    assert heat_map(Agenda(VISITOR)).places_without == ["Utrecht"]


def test_one_theme_opens_into_its_parts(themes):
    ResearchQuestionFactory(level="nation", themes=[themes["part"]])
    ResearchQuestionFactory(level="nation", themes=[themes["other"]])
    agenda = Agenda(VISITOR)

    found = heat_map(agenda, ALL, theme_to_open(VISITOR, "begeleiden"))

    assert numbers(found) == {"werkplek": {"landelijk": 1}, "scholing": {}}
    assert (found.total, found.everything) == (1, 1)
    assert theme_to_open(VISITOR, "inductie") is None
    assert theme_to_open(VISITOR, "") is None


def test_the_map_counts_what_it_is_asked_to(themes):
    busy = ResearchQuestionFactory(level="nation", themes=[themes["main"]], status=QuestionStatus.IN_RESEARCH)
    ResearchWorkFactory(question=busy)
    ResearchQuestionFactory(level="nation", themes=[themes["main"]])
    ResearchWorkFactory(question=ResearchQuestionFactory(level="nation", themes=[themes["main"]]))
    agenda = Agenda(VISITOR)

    totals = {what: heat_map(agenda, what).total for what in (ALL, "open", "in_research", "answered", NEGLECTED)}

    assert totals == {ALL: 3, "open": 2, "in_research": 1, "answered": 0, NEGLECTED: 1}
    assert [is_countable(what) for what in ("", "open", NEGLECTED, "retired", "x")] == [True, True, True, False, False]


def test_a_shade_darker_from_one_two_and_four():
    assert [Cell(Place("x", "x"), count).shade for count in (0, 1, 2, 3, 4, 40)] == [0, 1, 2, 2, 3, 3]


def test_gaps_are_themes_without_a_question_and_open_ones_that_nobody_works_on(themes):
    neglected = ResearchQuestionFactory(themes=[themes["part"]])
    ResearchWorkFactory(question=ResearchQuestionFactory(themes=[themes["part"]]))

    first, second = gaps(Agenda(VISITOR))

    assert (first.theme, first.is_empty, first.empty_parts) == (themes["main"], False, [themes["idle"]])
    assert first.neglected == [neglected.pk]
    assert (second.theme, second.is_empty, second.neglected) == (themes["other"], True, [])


def test_a_theme_where_nothing_is_missing_is_no_gap():
    ResearchWorkFactory()

    assert gaps(Agenda(VISITOR)) == []
