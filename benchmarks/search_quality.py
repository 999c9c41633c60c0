"""`./bench search-quality`: do questions in other words find the right text, in four ways of searching?

The public test set: own questions over the 29 regulations by article (when they stand beside the project) and over the
knowledge items of the example, all texts in one heap. The questions were written from the texts and not changed
after a measurement; nothing in the engine was chosen by them.
"""

import sys
import tomllib
from pathlib import Path
from typing import Any

from benchmarks import regulations
from steunpunt.foundation.search.quality import Score, TestSet, Text, compare

ROOT = Path(__file__).resolve().parent.parent
DATA = Path(__file__).resolve().parent / "data"
ITEMS = ROOT / "steunpunt" / "knowledge" / "data" / "example_items.toml"


def run() -> tuple[list[tuple[str, ...]], dict[str, float]]:
    """The table and the figures: questions, ours_r1, ours_r10, ours_mrr, lead_r10, lead_mrr."""
    test = test_set()
    if not test.answers:
        raise SystemExit("Er is niets om vragen over te stellen: geen regelingen en geen voorbeelditems.")
    scores = compare(test, lambda text: print(f"  {text}", file=sys.stderr, flush=True))
    rows: list[tuple[str, ...]] = [("zoekwijze", "R@1", "R@10", "MRR")]
    rows += [(one.name, f"{one.r1:.3f}", f"{one.r10:.3f}", f"{one.mrr:.3f}") for one in scores]
    return rows, _figures(scores, len(test.answers))


def _figures(scores: list[Score], questions: int) -> dict[str, float]:
    """Ours is the last one: with meaning where the model runs."""
    ours, others = scores[-1], scores[:-1]
    return {
        "questions": questions,
        "ours_r1": round(ours.r1, 3),
        "ours_r10": round(ours.r10, 3),
        "ours_mrr": round(ours.mrr, 3),
        "lead_r10": round(ours.r10 - max(one.r10 for one in others), 3),
        "lead_mrr": round(ours.mrr - max(one.mrr for one in others), 3),
    }


def test_set() -> TestSet:
    """What is there of both parts, in one heap."""
    texts, rows = _regulations()
    items, asked = _items()
    texts |= items
    rows += asked
    questions = {str(number): text for number, (text, _) in enumerate(rows)}
    answers = {str(number): frozenset(right) for number, (_, right) in enumerate(rows)}
    print(f"  {len(texts)} teksten, {len(rows)} vragen", file=sys.stderr)
    return TestSet(texts, questions, answers)


def _regulations() -> tuple[dict[str, Text], list[tuple[str, list[str]]]]:
    if not regulations.is_there():
        print("  De 29 regelingen staan niet naast het project; hun vragen blijven weg.", file=sys.stderr)
        return {}, []
    texts = {name: Text(title, text) for name, (title, text) in regulations.articles().items()}
    return texts, [(row["text"], row["in"]) for row in _questions("search_questions.toml")]


def _items() -> tuple[dict[str, Text], list[tuple[str, list[str]]]]:
    if not ITEMS.exists():
        print("  De voorbeelditems van de kennisbank zijn er niet; hun vragen blijven weg.", file=sys.stderr)
        return {}, []
    items = tomllib.loads(ITEMS.read_text(encoding="utf-8"))["item"]
    parts = ("yield", "conditions", "body")
    texts = {row["slug"]: Text(row["title"], "\n".join(row.get(part, "") for part in parts)) for row in items}
    return texts, [(row["text"], [row["slug"]]) for row in _questions("item_questions.toml") if row["slug"] in texts]


def _questions(name: str) -> list[dict[str, Any]]:
    path = DATA / name
    return tomllib.loads(path.read_text(encoding="utf-8"))["question"] if path.exists() else []
