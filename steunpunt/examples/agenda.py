"""Fills the research agenda of the example: two dozen questions, who asks and works on them, and one that waits."""

import tomllib
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.utils.timezone import localdate

from steunpunt import knowledge
from steunpunt.foundation.access import Actor
from steunpunt.foundation.accounts.models import User
from steunpunt.knowledge.actions.agenda import Brought, add_origin, propose
from steunpunt.knowledge.actions.agenda_editing import accept, answer, retire, set_status
from steunpunt.knowledge.actions.agenda_work import take_on
from steunpunt.knowledge.models import KnowledgeItem, ResearchQuestion, ResearchWork
from steunpunt.network.models import Partnership, Project, Theme

from .building import august

QUESTIONS = Path(knowledge.__file__).parent / "data" / "research_questions.toml"
SOURCE = "Voorbeeldgegevens: naar wensen uit bijeenkomsten van het veld"
WAITS = "Hoe bereid je studenten voor op een gesprek met ouders?"
FIRST_ASKED, BETWEEN = timedelta(days=18), timedelta(hours=9)
PROGRAMME = "Onderzoeksprogramma van het partnerschap"
ASKED_TOO = {
    "Wat hebben scholen in de schil aan samenwerking met kernscholen?": (
        "opleidingsschool-wadkant",
        "Waarom zou een schilschool meer willen doen dan stageplaatsen bieden?",
    ),
    "Hoe leren studenten en starters het best van elkaar?": (
        "samen-opleiden-noordzijde",
        "Wat hebben starters eraan als ze samen met studenten leren?",
    ),
}
"""Of two questions the slug of a partnership that asks it too, and its own words."""


def build_agenda(*, by: Actor, at: datetime) -> int:
    """Put what is not there yet on the agenda, and propose one that waits; how many were put on it."""
    known = set(ResearchQuestion.objects.values_list("text", flat=True))
    examples = tomllib.loads(QUESTIONS.read_text())["question"]
    fresh = [example for example in examples if example["text"] not in known]
    for order, example in enumerate(fresh):
        _build(example, by=by, at=at - FIRST_ASKED + order * BETWEEN)
    if WAITS not in known:
        _propose(at=at - timedelta(days=1))
    return len(fresh)


def _build(example: dict[str, Any], *, by: Actor, at: datetime) -> None:
    items = list(KnowledgeItem.objects.filter(slug__in=example["items"]).select_related("partnership").order_by("pk"))
    home = next((item.partnership for item in items if item.partnership), None)
    question = propose(
        text=example["text"],
        level=example["level"],
        themes=_themes(example),
        origin=Brought(partnership=home, source="" if home else SOURCE),
        by=by,
        at=at,
    )
    _mark(question)
    accept(question, by=by, at=at)
    if example["text"] in ASKED_TOO:
        slug, wording = ASKED_TOO[example["text"]]
        other = Partnership.objects.filter(slug=slug, is_example=True).first()
        add_origin(question, Brought(wording=wording, partnership=other), by=by, at=at)
    if example.get("known") and example["status"] != "retired":
        answer(question, example["known"], items, is_final=example["status"] == "answered", by=by, at=at)
    _stand(question, example, home, by=by, at=at)


def _stand(
    question: ResearchQuestion, example: dict[str, Any], home: Partnership | None, *, by: Actor, at: datetime
) -> None:
    """Who works on it, or why it is off the agenda."""
    if example["status"] == "retired":
        retire(question, example["known"], by=by, at=at)
    elif example["status"] == "in_research" and home:
        begin = august(localdate(at).year - 1)
        about = Project.objects.filter(is_example=True, themes__in=question.themes.all())
        project = about.filter(touches__partnership=home).order_by("slug").first()
        work = ResearchWork(
            question=question,
            partnership=home,
            valid_from=begin,
            programme="" if project else PROGRAMME,
            project=project,
        )
        take_on(work, by=by, at=at)
    elif example["status"] == "in_research":
        set_status(question, "in_research", "Buiten de partnerschappen wordt dit onderzocht.", by=by, at=at)


def _themes(example: dict[str, Any]) -> list[Theme]:
    return list(Theme.objects.filter(slug=example.get("subtheme") or example["theme"]))


def _propose(*, at: datetime) -> None:
    """What a teacher educator proposed yesterday."""
    author = Actor.of(User.objects.get(email="instituut@example.nl"))
    question = propose(
        text=WAITS,
        level="partnership",
        themes=Theme.objects.filter(slug="leertaken"),
        explanation="Studenten zien er het meest tegen op. We weten niet wat helpt.",
        by=author,
        at=at,
    )
    _mark(question)


def _mark(question: ResearchQuestion) -> None:
    ResearchQuestion.objects.filter(pk=question.pk).update(is_example=True)
