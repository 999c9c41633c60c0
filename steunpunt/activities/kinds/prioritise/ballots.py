"""From what voters handed in to a profile: cards, merging by hand, write-ins and who had what before them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

import numpy as np
from numpy.typing import NDArray

from steunpunt.activities.kind import Card, Contributed, Settings

from .profile import NOT_CHOSEN, NOT_OFFERED, Profile, profile_of

ERASED = "eigen kaart (tekst gewist)"
DEFAULT_K = 5


@dataclass(frozen=True, slots=True)
class Table:
    """The cards in order of the table, the write-ins behind them, and the ballots."""

    cards: tuple[Card, ...]
    own: tuple[Card, ...]
    """Write-ins that were not merged into a card of the table."""
    ballots: tuple[dict[str, int], ...]
    """Per voter the place of each card that was chosen."""
    voters: tuple[Contributed, ...]
    k: int
    weighted: bool
    merged: Mapping[str, tuple[str, ...]]
    """Per card the titles that went up in it."""
    titles: Mapping[str, str]
    """Of every card that was ever named, merged or not."""

    @property
    def unit(self) -> str:
        """Where every voter has a subgroup of its own, the subgroups are the voters."""
        groups = [one.group for one in self.voters]
        return "groep" if groups and all(groups) and len(set(groups)) == len(groups) else "deelnemer"

    @property
    def labels(self) -> list[str]:
        if self.unit == "groep":
            return [one.group for one in self.voters]
        return [f"deelnemer {number}" for number in range(1, len(self.voters) + 1)]


def own_key(title: str) -> str:
    """The same words are the same write-in, whatever capitals and spaces."""
    words = " ".join(title.casefold().split())
    return f"eigen-{blake2b(words.encode(), digest_size=6).hexdigest()}"


def cards_of(settings: Settings) -> list[Card]:
    """The cards that the facilitator laid down."""
    return [
        Card(str(one["id"]), str(one["title"]), str(one.get("text", "")), str(one.get("reference", "")))
        for one in settings.get("cards", [])
    ]


def k_of(settings: Settings) -> int:
    return max(1, int(settings.get("k") or DEFAULT_K))


def table_of(settings: Settings, contributed: Sequence[Contributed]) -> Table:
    """The same for any order of the contributions: they are sorted by subgroup and voter first."""
    voters = sorted(contributed, key=lambda one: (natural(one.group), one.voter))
    laid = {card.id: card for card in cards_of(settings)}
    written = _written(voters)
    known = {**written, **laid}
    into = _targets(settings.get("merged") or {}, known)
    k = k_of(settings)
    return Table(
        cards=tuple(card for key, card in laid.items() if key not in into),
        own=tuple(card for key, card in sorted(written.items()) if key not in into and key not in laid),
        ballots=tuple(_ballot(one.content, k, into, known) for one in voters),
        voters=tuple(voters),
        k=k,
        weighted=bool(settings.get("weighted")),
        merged=_merged_titles(into, known),
        titles={key: card.title for key, card in known.items()},
    )


def natural(name: str) -> list[tuple[int, int | str]]:
    """Groep 2 before groep 10."""
    return [(0, int(part)) if part.isdigit() else (1, part.casefold()) for part in re.split(r"(\d+)", name) if part]


def entries(content: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """What stands at each place; a content that is no ballot is an empty one."""
    found = content.get("places")
    return [one for one in found if isinstance(one, Mapping)] if isinstance(found, list) else []


def key_of(entry: Mapping[str, Any]) -> str:
    """The card of an entry; a write-in keeps its key when its words were erased."""
    if "card" in entry:
        return str(entry["card"])
    return str(entry.get("key") or own_key(str(entry.get("own", ""))))


def _written(voters: Sequence[Contributed]) -> dict[str, Card]:
    """All write-ins; of two spellings the first in the alphabet is shown."""
    found: dict[str, Card] = {}
    for one in voters:
        for entry in entries(one.content):
            if "card" in entry:
                continue
            key, title = key_of(entry), " ".join(str(entry.get("own", "")).split())
            if key not in found or (title and not found[key].title) or (title and title < found[key].title):
                found[key] = Card(key, title)
    return {key: card if card.title else Card(key, ERASED) for key, card in found.items()}


def _targets(merged: Mapping[str, str], known: Mapping[str, Card]) -> dict[str, str]:
    """Where each merged card ends, through chains; what would go round in a circle stays where it is."""
    found = {}
    for start in merged:
        seen, at = {start}, start
        while at in merged and merged[at] in known and merged[at] not in seen:
            at = merged[at]
            seen.add(at)
        circles = at in merged and merged[at] in seen
        if at != start and not circles and start in known:
            found[start] = at
    return found


def _ballot(content: Mapping[str, Any], k: int, into: Mapping[str, str], known: Mapping[str, Card]) -> dict[str, int]:
    """The best place counts when two cards became one; the others keep the place they had."""
    places: dict[str, int] = {}
    for place, entry in enumerate(entries(content)[:k], start=1):
        key = into.get(key_of(entry), key_of(entry))
        if key in known:
            places.setdefault(key, place)
    return places


def _merged_titles(into: Mapping[str, str], known: Mapping[str, Card]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for start, end in sorted(into.items()):
        found.setdefault(end, []).append(known[start].title)
    return {end: tuple(titles) for end, titles in found.items()}


def profile_on_the_table(table: Table) -> tuple[tuple[Card, ...], Profile]:
    """The cards of the table, and the write-ins that at least half of the voters brought themselves."""
    brought = {card.id: sum(card.id in ballot for ballot in table.ballots) for card in table.own}
    shared = [card for card in table.own if 2 * brought[card.id] >= len(table.ballots)]
    cards = (*table.cards, *shared)
    return cards, profile_of(_places(table, cards), table.k, weights=weights_of(table), tied=False)


def _places(table: Table, cards: Sequence[Card]) -> NDArray[np.int16]:
    column = {card.id: index for index, card in enumerate(cards)}
    places = np.full((len(table.ballots), len(cards)), NOT_CHOSEN, dtype=np.int16)
    places[:, len(table.cards) :] = NOT_OFFERED
    cells = [
        (row, column[key], at) for row, one in enumerate(table.ballots) for key, at in one.items() if key in column
    ]
    if cells:
        rows, columns, values = np.array(cells).T
        places[rows, columns] = values
    return places


def weights_of(table: Table) -> "NDArray[np.float64]":
    return np.array([max(1, one.people) if table.weighted else 1 for one in table.voters], dtype=float)
