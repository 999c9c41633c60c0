"""The figures of a method with the rule behind each, and what can be done with a question."""

from datetime import date

import pytest

from steunpunt.foundation.access import Actor
from steunpunt.foundation.accounts.models import User
from steunpunt.knowledge.matching import Need, Reason
from steunpunt.knowledge.models import ItemVersion, KnowledgeItem, OpenQuestion, QuestionState
from steunpunt.knowledge.queries.toolbox import method_of
from steunpunt.knowledge.rules.toolbox import (
    can_decide,
    can_merge,
    experiences,
    facet_words,
    figures_of,
    fits_well,
    group_words,
    may_ask,
    may_decide,
    told,
)
from steunpunt.network.queries.choices import choices
from tests.factories.knowledge import KnowledgeItemFactory, OpenQuestionFactory
from tests.factories.network import ThemeFactory

TODAY = date(2026, 9, 1)


def figures(kind: str = "practice", **said: object):
    version = ItemVersion(item=KnowledgeItem(kind=kind), title="x", **said)
    return {figure.label: figure for figure in figures_of(version, TODAY)}


@pytest.mark.parametrize(
    ("hours", "step", "word"),
    [(0, 1, "weinig"), (4, 1, "weinig"), (5, 2, "gemiddeld"), (16, 2, "gemiddeld"), (17, 3, "veel")],
)
def test_effort_goes_by_the_hours(hours, step, word):
    figure = figures(effort_hours=hours)["Moeite"]

    assert (figure.step, figure.steps, figure.value) == (step, 3, f"{word} ({hours} uur)")


@pytest.mark.parametrize(("cost", "step"), [("none", 0), ("low", 1), ("middle", 2), ("high", 3)])
def test_cost_goes_by_what_the_maker_chose(cost, step):
    figure = figures(cost=cost)["Kosten"]

    assert figure.step == step
    assert figure.marks == [at < step for at in range(3)]


@pytest.mark.parametrize(("evidence", "step"), [("experience", 1), ("several", 2), ("evaluated", 3), ("compared", 4)])
def test_evidence_goes_by_what_the_yield_rests_on(evidence, step):
    figure = figures(evidence=evidence)["Bewijs"]

    assert figure.step == step
    assert figure.value.startswith(f"{step} van 4")


def test_research_that_does_not_say_how_loses_a_step():
    silent = figures("research_result", evidence="compared", details={"method": " "})["Bewijs"]
    told_how = figures("research_result", evidence="compared", details={"method": "Tellen"})["Bewijs"]

    assert (silent.step, told_how.step) == (3, 4)
    assert "hoe het is onderzocht" in silent.rule
    assert "Eén stap eraf" not in told_how.rule


def test_old_evidence_loses_a_step_and_never_all():
    assert figures(evidence="several", year=2015)["Bewijs"].step == 1
    assert figures(evidence="several", year=2016)["Bewijs"].step == 2
    assert figures(evidence="experience", year=1990)["Bewijs"].step == 1


def test_what_was_not_filled_in_is_unknown_and_has_no_marks():
    found = figures()

    assert found.pop("Ervaringen").value == "nog geen"
    assert {figure.value for figure in found.values()} == {"onbekend"}
    assert all(figure.marks == [] and figure.rule for figure in found.values())


@pytest.mark.parametrize(
    ("least", "most", "words"),
    [
        (6, 10, "6 tot en met 10 mensen"),
        (2, 2, "2 mensen"),
        (1, 1, "1 mens"),
        (4, None, "vanaf 4 mensen"),
        (None, 9, "tot en met 9 mensen"),
        (None, None, ""),
    ],
)
def test_group_in_words(least, most, words):
    assert group_words(least, most) == words


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        (Reason("words", ("student", "starter")), "woorden: student, starter"),
        (Reason("meaning"), "inhoud lijkt op je vraag, in andere woorden"),
        (Reason("theme", ("Begeleiden",)), "thema: Begeleiden"),
        (Reason("phase", ("training", "induction")), "fase: samen opleiden, inductie"),
        (Reason("sector", ("po",)), "sector: primair onderwijs"),
        (Reason("group", (2, None)), "groep: vanaf 2 mensen"),
        (Reason("time", (3,)), "tijd: 3 uur"),
    ],
)
def test_reasons_in_words(reason, words):
    assert told(reason) == words


def test_what_was_not_said_of_a_question_is_left_out():
    assert facet_words(Need("x", group_size=8)) == [("Groep", "8 mensen")]
    assert len(facet_words(Need("x", (), "training", "po", "starters", "klas", 8, 4))) == 6


def test_a_question_needs_an_account_and_an_answer_needs_staff():
    account = User(email="a@example.nl")

    assert not may_ask(Actor.visitor())
    assert may_ask(Actor.of(account))
    assert not may_decide(Actor.of(account))
    assert may_decide(Actor.for_system("x"))


def test_only_an_open_question_is_decided_on_or_joined_with_one_that_is_not_closed():
    question, other = OpenQuestion(pk=1), OpenQuestion(pk=2, state=QuestionState.ANSWERED)
    closed = OpenQuestion(pk=3, state=QuestionState.CLOSED)

    assert can_decide(question)
    assert not can_decide(other)
    assert can_merge(question, other)
    assert not can_merge(other, question)
    assert not can_merge(question, closed)
    assert not can_merge(question, question)


@pytest.mark.django_db
def test_an_item_fits_a_question_by_theme_and_half_of_its_words():
    theme = ThemeFactory()
    question = OpenQuestionFactory(text="student met autisme begeleiden", themes=[theme])

    def fits(title, themes):
        item = KnowledgeItemFactory(version__title=title, version__outcome="", version__themes=themes)
        return fits_well(question, method_of(item, item.live, choices().themes))

    assert fits("Een student met autisme", [theme])
    assert not fits("Een student met autisme", [ThemeFactory()])
    assert not fits("Een student in de klas", [theme])


@pytest.mark.parametrize(("used", "value"), [(0, "nog geen"), (1, "1 keer gebruikt"), (3, "3 keer gebruikt")])
def test_experiences_are_what_others_told(used, value):
    version = ItemVersion(item=KnowledgeItem())
    version.item.used = used

    assert experiences(version, TODAY).value == value
