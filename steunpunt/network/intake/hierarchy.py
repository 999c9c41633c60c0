"""The schools and boards that the rows of a file point to: a BRIN stands between board and site."""

from collections.abc import Iterable
from typing import Any

from . import kinds
from .problems import Problem
from .rows import BOARD_WITHOUT_NAME, RegisterRow

TWO_BOARDS = "Vestigingen van BRIN {brin} noemen verschillende besturen; {board} van {site} is gebruikt."
SHARED_FACTS = ("name", "sector", "structure", "place", "municipality", "denomination")


def parents(rows: Iterable[RegisterRow]) -> list[RegisterRow]:
    """A row for each school above the sites and each board above the schools, in a fixed order."""
    sites: dict[str, list[RegisterRow]] = {}
    boards: dict[str, int] = {}
    for row in rows:
        if row.kind == kinds.SITE:
            sites.setdefault(row.facts["part_of"][1], []).append(row)
        board = row.board or _board_above(row)
        if board:
            boards.setdefault(board, row.line)
    schools = [_school(brin, below) for brin, below in sorted(sites.items())]
    return [_board(number, line) for number, line in sorted(boards.items())] + schools


def _board_above(row: RegisterRow) -> str:
    kind, code = row.facts.get("part_of", ("", ""))
    return code if kind == kinds.BOARD else ""


def _board(number: str, line: int) -> RegisterRow:
    facts: dict[str, Any] = {"name": BOARD_WITHOUT_NAME.format(number=number)}
    return RegisterRow(line, kinds.BOARD, number, facts, is_derived=True)


def _school(brin: str, sites: list[RegisterRow]) -> RegisterRow:
    """What the first site says of the school: its name, place and board."""
    first = min(sites, key=lambda row: row.code)
    facts = {name: first.facts[name] for name in SHARED_FACTS if name in first.facts}
    warnings = []
    if first.board:
        facts["part_of"] = (kinds.BOARD, first.board)
    if len({row.board for row in sites}) > 1:
        reason = TWO_BOARDS.format(brin=brin, board=first.board, site=first.code)
        warnings.append(Problem(first.line, "BEVOEGD GEZAG NUMMER", first.board, reason))
    return RegisterRow(first.line, kinds.SCHOOL, brin, facts, warnings, is_derived=True)
