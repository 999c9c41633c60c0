"""Who sits with whom: by lot, and mixed by where people come from. Plain Python."""

import random
from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

Person = TypeVar("Person", bound=Hashable)


def how_many_groups(people: int, size: int) -> int:
    """As many groups as give at least `size` people each, so that nobody sits alone; one at least."""
    return max(1, people // max(1, size))


def by_lot(people: Sequence[Person], groups: int, chance: random.Random) -> list[list[Person]]:
    """Everybody in one of so many groups; the sizes differ by one at most."""
    shuffled = list(people)
    chance.shuffle(shuffled)
    return _dealt(shuffled, groups)


def mixed(
    people: Sequence[Person], origin: Mapping[Person, tuple[str, str]], groups: int, chance: random.Random
) -> list[list[Person]]:
    """As by lot, but people of one sector are spread as evenly as can be, and within a sector those of one house.

    Dealt like cards from a sorted pile: who stand beside each other come in different groups.
    """
    shuffled = list(people)
    chance.shuffle(shuffled)
    # A random order of sectors and houses, so that the first group does not always get the same ones.
    rank = {one: chance.random() for pair in origin.values() for one in pair}
    shuffled.sort(key=lambda one: [(rank.get(part, 0.0), part) for part in origin.get(one, ("", ""))])
    dealt = _dealt(shuffled, groups)
    chance.shuffle(dealt)
    return dealt


def _dealt(pile: Sequence[Person], groups: int) -> list[list[Person]]:
    return [list(pile[number :: max(1, groups)]) for number in range(max(1, groups))]
