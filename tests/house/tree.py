"""Where the house tests find the code: rooms, files and their syntax trees."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CODE = ROOT / "steunpunt"
ROOMS = ["foundation", "network", "knowledge", "meetings", "activities", "followup", "placement"]
ROOMS += ["quality", "schemes", "exchange", "portal", "examples"]
"""From the ground up; those that are not built yet are skipped."""


def python_files(*, below: Path = CODE) -> list[Path]:
    return sorted(path for path in below.rglob("*.py") if "migrations" not in path.parts)


def templates() -> list[Path]:
    return sorted(CODE.rglob("templates/**/*.html"))


def room_of(path: Path) -> str:
    return path.relative_to(CODE).parts[0]


def floor_of(path: Path) -> str:
    """The floor a file stands on: its name, or that of the folder that took its place."""
    parts = path.relative_to(CODE).with_suffix("").parts[1:]
    floors = {"models", "events", "queries", "rules", "actions", "forms", "views", "api", "editing", "jobs"}
    floors |= {"reactions", "manifest", "urls", "management", "intake", "formats"}
    # In foundation the parts come first (`events/actions.py`), in the other rooms the floors do.
    order = reversed(parts) if room_of(path) == "foundation" else parts
    return next((part for part in order if part in floors), "")


@cache
def syntax(path: Path) -> ast.Module:
    return ast.parse(path.read_text(), filename=str(path))


def calls(path: Path) -> Iterator[ast.Call]:
    return (node for node in ast.walk(syntax(path)) if isinstance(node, ast.Call))


def where(path: Path, node: ast.AST) -> str:
    return f"{path.relative_to(ROOT)}:{getattr(node, 'lineno', 0)}"
