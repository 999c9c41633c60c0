"""Reads the frameworks, their crosswalks and the regulations that come with the project, as plain lines."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from steunpunt.knowledge.models import Rank

FOLDER = Path(__file__).resolve().parent.parent / "data"
BELOW = {Rank.STANDARD: (Rank.ASPECT, Rank.CRITERION), Rank.ASPECT: (Rank.CRITERION,), Rank.CRITERION: ()}


@dataclass(frozen=True)
class CriterionLine:
    """A standard, aspect or criterion; `parent` is the code that it stands under."""

    code: str
    parent: str
    facts: dict[str, Any]


@dataclass(frozen=True)
class FrameworkLine:
    """One framework as the file has it, its tree laid out in reading order."""

    slug: str
    facts: dict[str, Any]
    replaced_by: str = ""
    levels: list[dict[str, Any]] = field(default_factory=list)
    criteria: list[CriterionLine] = field(default_factory=list)


@dataclass(frozen=True)
class CrosswalkLine:
    """From and to are a framework and a code in it."""

    source: tuple[str, str]
    target: tuple[str, str]
    facts: dict[str, Any]


@dataclass(frozen=True)
class RegulationLine:
    """One regulation with the slugs of its themes."""

    bwbr: str
    facts: dict[str, Any]
    themes: list[str]


def shipped_frameworks() -> list[FrameworkLine]:
    return [framework_line(row, place) for place, row in enumerate(_rows("frameworks", "framework"))]


def shipped_crosswalks() -> list[CrosswalkLine]:
    return [crosswalk_line(row) for row in _rows("frameworks", "crosswalk")]


def shipped_regulations() -> list[RegulationLine]:
    return [regulation_line(row) for row in _rows("regulations", "regulation")]


def framework_line(row: dict[str, Any], place: int = 0) -> FrameworkLine:
    """One framework of the file; `place` is its order among the others."""
    facts = {
        "kind": row["kind"],
        "title": row["title"],
        "summary": row.get("summary", "").strip(),
        "source": row.get("source", ""),
        "is_verified": row.get("verified", False),
        "valid_from": row.get("valid_from"),
        "valid_until": row.get("valid_until"),
        "in_force": row.get("in_force", "unknown"),
        "position": (place + 1) * 10,
    }
    levels = [
        {"code": level["code"], "title": level["title"], "text": level.get("text", ""), "position": order}
        for order, level in enumerate(row.get("levels", []))
    ]
    found = [one for standard in row.get(Rank.STANDARD, []) for one in _flat(standard, Rank.STANDARD, "")]
    criteria = [CriterionLine(one.code, one.parent, one.facts | {"position": at}) for at, one in enumerate(found)]
    return FrameworkLine(row["slug"], facts, row.get("replaced_by", ""), levels, criteria)


def _flat(row: dict[str, Any], rank: Rank, parent: str) -> Iterator[CriterionLine]:
    """The row itself and then all below it, in the order of reading."""
    words = {name: row.get(name, "").strip() for name in ("title", "text", "article")}
    yield CriterionLine(row["code"], parent, {"rank": rank.value, **words})
    for below in BELOW[rank]:
        for one in row.get(below, []):
            yield from _flat(one, below, row["code"])


def crosswalk_line(row: dict[str, Any]) -> CrosswalkLine:
    facts = {"relation": row["relation"], "note": row.get("note", ""), "is_verified": row.get("verified", False)}
    ends = [(row[end]["framework"], row[end]["code"]) for end in ("from", "to")]
    return CrosswalkLine(ends[0], ends[1], facts)


def regulation_line(row: dict[str, Any]) -> RegulationLine:
    facts = {
        "title": row["title"],
        "kind": row["kind"],
        "signed_on": row.get("signed_on"),
        "text_as_of": row.get("text_as_of", ""),
        "in_force": row.get("in_force", "unknown"),
        "summary": row["summary"].strip(),
        "sectors": row.get("sectors", []),
    }
    return RegulationLine(row["bwbr"], facts, row.get("themes", []))


def _rows(name: str, table: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = tomllib.loads((FOLDER / f"{name}.toml").read_text())[table]
    return rows
