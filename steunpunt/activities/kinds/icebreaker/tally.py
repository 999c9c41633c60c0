"""How many cards people drew. Plain Python."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from steunpunt.activities.kind import Contributed


@dataclass(frozen=True, slots=True)
class Drawn:
    """What there is to tell: numbers only."""

    people: int
    cards: int
    questions: tuple[str, ...]

    @property
    def each(self) -> float:
        """Cards a person, on average."""
        return round(self.cards / self.people, 1) if self.people else 0.0


def count(settings: Mapping[str, Any], contributed: Sequence[Contributed]) -> Drawn:
    drawn = [int(one.content.get("drawn", 0)) for one in contributed]
    return Drawn(len(drawn), sum(drawn), tuple(settings.get("questions", ())))


def card(questions: Sequence[str], drawn: int, seed: int) -> str:
    """The card that this person drew last: every card once before one comes again, in an own order."""
    if not questions or drawn < 1:
        return ""
    again, place = divmod(drawn - 1, len(questions))
    order = list(questions)
    random.Random(seed + again).shuffle(order)  # noqa: S311 -- cards, no secrets
    return order[place]
