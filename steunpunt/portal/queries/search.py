"""Asking every kind of record on the search board for the same words."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from steunpunt.foundation.access import Actor
from steunpunt.foundation.boards import search

MOST_CHARACTERS = 100
FEW = 5


@dataclass(frozen=True)
class Group:
    """What one kind of record has for these words."""

    kind: str
    label: str
    card: str
    rows: Sequence[Any] | QuerySet[Any]
    count: int

    @property
    def few(self) -> list[Any]:
        return list(self.rows[:FEW])

    @property
    def more(self) -> int:
        return max(0, self.count - FEW)


def find(actor: Actor, text: str) -> list[Group]:
    """Every kind, in the order of the board, also those that have nothing."""
    groups = []
    for pin in search:
        rows = pin.match(pin.visible(actor), text)
        count = rows.count() if isinstance(rows, QuerySet) else len(rows)
        groups.append(Group(pin.kind, str(pin.label), pin.card, rows, count))
    return groups
