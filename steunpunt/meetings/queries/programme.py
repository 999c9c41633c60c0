"""The programme of a meeting as it is read: parts after each other, and rounds whose parts stand side by side."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from django.utils.timezone import localtime

from steunpunt.meetings.models import ProgrammeItem


@dataclass(frozen=True)
class Block:
    """One part for everybody, or a round with the parts between which somebody chooses."""

    round: int | None
    items: tuple[ProgrammeItem, ...]

    @property
    def starts_at(self) -> datetime:
        return min(item.starts_at for item in self.items)

    @property
    def ends_at(self) -> datetime:
        return max(item.ends_at for item in self.items)

    @property
    def is_choice(self) -> bool:
        return self.round is not None and len(self.items) > 1

    @property
    def has_own_times(self) -> bool:
        """Whether the parts of the round do not all begin and end together."""
        return len({(item.starts_at, item.ends_at) for item in self.items}) > 1


@dataclass(frozen=True)
class Day:
    """A day of the programme."""

    on: date
    blocks: tuple[Block, ...]


def programme_days(items: Iterable[ProgrammeItem]) -> list[Day]:
    """The parts as days of blocks, in the order in which they are held."""
    blocks = sorted(_blocks(list(items)), key=lambda block: (block.starts_at, block.ends_at))
    by_day = groupby(blocks, key=lambda block: localtime(block.starts_at).date())
    return [Day(on, tuple(found)) for on, found in by_day]


def _blocks(items: list[ProgrammeItem]) -> Iterable[Block]:
    rounds: dict[int, list[ProgrammeItem]] = {}
    for item in items:
        if item.round is None:
            yield Block(None, (item,))
        else:
            rounds.setdefault(item.round, []).append(item)
    for number, found in rounds.items():
        yield Block(number, tuple(sorted(found, key=lambda item: (item.starts_at, item.room, item.pk))))
