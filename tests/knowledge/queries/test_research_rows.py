"""The agenda as open data, and what a theme and a partnership show of it."""

from datetime import UTC, datetime

import pytest

from steunpunt.foundation.access import Actor
from steunpunt.knowledge.models import QuestionStatus
from steunpunt.knowledge.queries.research_rows import agenda_rows, partnership_panel, theme_panel
from tests.factories.knowledge import ResearchQuestionFactory, ResearchWorkFactory
from tests.factories.network import PartnershipFactory, ThemeFactory
from tests.knowledge.making import NOW

pytestmark = pytest.mark.django_db
VISITOR, TODAY = Actor.visitor(), NOW.date()


def test_a_row_tells_who_asks_and_who_works_on_it():
    asker = PartnershipFactory(version__name="Vraagt")
    question = ResearchQuestionFactory(
        text="Wat helpt?", level="nation", themes=[ThemeFactory(title="Begeleiden")], origin__partnership=asker
    )
    merged = ResearchQuestionFactory(merged_into=question, merged_at=NOW)
    ResearchWorkFactory(question=merged, partnership=PartnershipFactory(version__name="Werkt"))
    for state in ({"accepted_at": None}, {"status": QuestionStatus.RETIRED}):
        ResearchQuestionFactory(**state)

    (row,) = agenda_rows(Actor.visitor())

    assert row[0:2] == (question.public_id, question.slug)
    assert row[2:5] == ("Wat helpt?", "landelijk", "open")
    assert row[6:12] == ("Begeleiden", "Landelijk", "Vraagt", "Werkt", "2026-09-01", "nee")


def test_rows_ask_as_many_queries_for_three_as_for_one(django_assert_max_num_queries):
    def more():
        ResearchWorkFactory(question=ResearchQuestionFactory(origin__partnership=PartnershipFactory()))

    more()
    list(agenda_rows(VISITOR))
    with django_assert_max_num_queries(50) as one:
        list(agenda_rows(VISITOR))
    more()
    more()
    list(agenda_rows(VISITOR))
    with django_assert_max_num_queries(len(one)):
        list(agenda_rows(VISITOR))


def test_a_theme_shows_its_newest_questions_and_nothing_when_there_are_none():
    main = ThemeFactory()
    part = ThemeFactory(parent=main)
    for _ in range(6):
        ResearchQuestionFactory(themes=[part])

    panel = theme_panel(main, VISITOR, TODAY)

    assert (panel["number"], len(panel["questions"])) == (6, 5)
    assert theme_panel(ThemeFactory(), VISITOR, TODAY) is None


def test_a_partnership_shows_what_it_works_on_and_what_it_asks():
    partnership = PartnershipFactory()
    asked = ResearchQuestionFactory(origin__partnership=partnership)
    work = ResearchWorkFactory(
        partnership=partnership, question=ResearchQuestionFactory(origin__partnership=partnership)
    )
    hidden = ResearchQuestionFactory(origin__partnership=partnership, status=QuestionStatus.RETIRED)
    ResearchWorkFactory(partnership=partnership, question=hidden)

    panel = partnership_panel(partnership, VISITOR, TODAY)

    assert panel == {"work": [(work.question, work)], "asked": [asked]}
    assert partnership_panel(PartnershipFactory(), VISITOR, TODAY) is None


def test_what_came_on_the_agenda_just_after_midnight_has_the_new_day():
    ResearchQuestionFactory(accepted_at=datetime(2026, 9, 1, 22, 30, tzinfo=UTC))

    assert next(agenda_rows(VISITOR))[10] == "2026-09-02"
