"""Fills the knowledge base of the example: some forty items of our own writing, and one that waits for an editor."""

import tomllib
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.utils.timezone import localdate

from steunpunt import knowledge
from steunpunt.foundation.access import Actor
from steunpunt.foundation.accounts.models import User
from steunpunt.knowledge.actions.collections import collect, make_collection, revise_collection
from steunpunt.knowledge.actions.items import begin_item, submit
from steunpunt.knowledge.actions.review import publish, remark
from steunpunt.knowledge.actions.toolbox import answer, ask, follow
from steunpunt.knowledge.actions.use import report_use
from steunpunt.knowledge.models import Collection, KnowledgeItem, OpenQuestion
from steunpunt.network.models import Partnership, Role, Theme
from steunpunt.network.queries.belonging import partnerships_of

ITEMS = Path(knowledge.__file__).parent / "data" / "example_items.toml"
SAID = (
    "language",
    "year",
    "sectors",
    "phases",
    "licence",
    "effort_hours",
    "cost",
    "group_min",
    "group_max",
    "evidence",
)
COLLECTIONS = (
    (
        "Voor wie begint als schoolopleider",
        "Vier bijdragen om in de eerste maand te lezen, in de volgorde waarin je ze nodig hebt.",
        (
            ("startgesprek-werkplekbegeleiders", "Begin hier: dit gesprek voer je voor de eerste les."),
            ("kijkwijzer-gesprek-na-de-les", "Voor als werkplekbegeleiders vragen hoe zo’n gesprek ook kan."),
            ("leertaak-de-groep-in-kaart", "Een eerste taak die in elke groep past."),
            ("gezamenlijk-eindgesprek-startbekwaam", "Lees dit ruim voor het eerste eindgesprek."),
        ),
    ),
    (
        "Samen leren van student tot ervaren leraar",
        "Drie manieren om studenten, starters en ervaren collega’s van elkaar te laten leren.",
        (
            ("leerteam-studenten-en-starters", "De meest uitgewerkte van de drie."),
            ("leertaak-kleine-praktijkvraag", "Klein genoeg om deze maand te proberen."),
            ("proeftuin-intervisie-met-beeld", ""),
        ),
    ),
)
"""Collections of the support point: title, what it is for, and items with a word of why."""
QUESTIONS = ITEMS.parent / "toolbox_questions.toml"
ASKERS = ("begeleider", "student", "instituut", "coordinator", "bezoeker")
WAITS = "terugkijkgesprek-na-de-eerste-les"
FIRST_SHARED, BETWEEN = timedelta(days=20), timedelta(hours=10)
"""The oldest was shared when the example world had grown; one followed every ten hours."""


def build_knowledge(*, by: Actor, at: datetime) -> int:
    """Publish what is not there yet, and hand in one item that waits; how many were published."""
    known = set(KnowledgeItem.objects.values_list("slug", flat=True))
    partnerships = {row.slug: row for row in Partnership.objects.filter(is_example=True)}
    examples = tomllib.loads(ITEMS.read_text())["item"]
    fresh = [example for example in examples if example["slug"] not in known]
    for order, example in enumerate(reversed(fresh)):
        _publish(example, partnerships, by=by, at=at - FIRST_SHARED + order * BETWEEN)
    for example in fresh:
        _tell_of_use(example, partnerships, by=by, at=at)
    if WAITS not in known:
        _hand_in(at=at)
    for title, intro, entries in COLLECTIONS:
        if not Collection.objects.filter(title=title, is_example=True).exists():
            _put_together(title, intro, entries, at=at)
    _ask_questions(by=by, at=at)
    return len(fresh)


def _publish(example: dict[str, Any], partnerships: dict[str, Partnership], *, by: Actor, at: datetime) -> None:
    home = partnerships.get(example.get("partnership", ""))
    facts = {name: example[name] for name in SAID if name in example}
    facts |= {
        "kind": example["kind"],
        "title": example["title"],
        "outcome": example["yield"].strip(),
        "conditions": example["conditions"].strip(),
        "body": example["body"].strip(),
        "details": example.get("details", {}),
        "themes": list(Theme.objects.filter(slug__in=example["themes"])),
        "contact_role": Role.objects.get(code=example["role"]),
        "audience": example["audience"],
        "partnership": home,
    }
    item = begin_item(facts, by=by, at=at)
    KnowledgeItem.objects.filter(pk=item.pk).update(slug=example["slug"], is_example=True)
    item.refresh_from_db()
    submit(item, by=by, at=at)
    publish(item, by=by, at=at)


def _tell_of_use(example: dict[str, Any], partnerships: dict[str, Partnership], *, by: Actor, at: datetime) -> None:
    """What others did with it, as staff heard it from them in the days before."""
    item = KnowledgeItem.objects.get(slug=example["slug"])
    for order, use in enumerate(example.get("uses", [])):
        facts = {name: use[word] for name, word in (("adaptation", "adapted"), ("result", "result"))}
        facts["partnership"] = partnerships[use["partnership"]]
        report_use(item, facts, by=by, at=at - timedelta(days=2, hours=order * 5))


def _put_together(title: str, intro: str, entries: tuple[tuple[str, str], ...], *, at: datetime) -> None:
    """A collection of an editor, for everybody."""
    by = Actor.of(User.objects.get(email="redacteur@example.nl"))
    made = make_collection({"title": title, "intro": intro}, by=by, at=at)
    Collection.objects.filter(pk=made.pk).update(is_example=True)
    for slug, note in entries:
        collect(made, KnowledgeItem.objects.get(slug=slug), note, by=by, at=at)
    revise_collection(made, {"title": title, "intro": intro, "is_public": True}, by=by, at=at)


def _hand_in(*, at: datetime) -> None:
    """What a teacher educator sent in yesterday, with a question of the editor."""
    author, editor = (User.objects.get(email=f"{key}@example.nl") for key in ("instituut", "redacteur"))
    facts = {
        "kind": "practice",
        "title": "Terugkijkgesprek na de eerste les",
        "outcome": "Studenten en hun begeleiders kijken binnen een uur terug op de eerste zelfgegeven les. "
        "Studenten onthouden daardoor beter wat er goed ging.",
        "sectors": ["vo"],
        "phases": ["training"],
        "themes": list(Theme.objects.filter(slug="werkplekbegeleiding")),
        "contact_role": Role.objects.get(code="instituutsopleider"),
        "partnership": partnerships_of(Actor.of(author), localdate(at)).order_by("pk").first(),
    }
    item = begin_item(facts, by=Actor.of(author), at=at - timedelta(days=2))
    KnowledgeItem.objects.filter(pk=item.pk).update(slug=WAITS, is_example=True)
    item.refresh_from_db()
    submit(item, by=Actor.of(author), at=at - timedelta(days=1))
    remark(item, "Mooi! Hoe lang duurt zo'n gesprek, en wie begint?", by=Actor.of(editor), at=at - timedelta(hours=20))


def _ask_questions(*, by: Actor, at: datetime) -> None:
    """What the example people asked the toolbox, with the answers that there are; once, and one a day."""
    people = list(User.objects.filter(email__in=[f"{key}@example.nl" for key in ASKERS]).order_by("email"))
    if not people or OpenQuestion.objects.filter(is_example=True).exists():
        return
    rows = tomllib.loads(QUESTIONS.read_text())["question"]
    for order, row in enumerate(reversed(rows)):
        _ask(row, people[order % len(people) :] + people[: order % len(people)], order, by=by, at=at)


def _ask(row: dict[str, Any], people: list[User], order: int, *, by: Actor, at: datetime) -> None:
    """The first of these people asks; how many want to know it too differs per question."""
    asked_at = at - FIRST_SHARED + timedelta(days=order)
    themes = Theme.objects.filter(slug__in=row["themes"])
    question = ask(row["text"], themes, {"phase": row["phase"]}, by=Actor.of(people[0]), at=asked_at)
    OpenQuestion.objects.filter(pk=question.pk).update(is_example=True)
    for account in people[1 : 1 + order % len(people)]:
        follow(question, by=Actor.of(account), at=asked_at + BETWEEN)
    if row["items"]:
        items = list(KnowledgeItem.objects.filter(slug__in=row["items"]))
        answer(question, items, row["answer"], by=by, at=asked_at + 2 * BETWEEN)
