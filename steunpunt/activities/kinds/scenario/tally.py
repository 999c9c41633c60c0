"""The sum of scenarios: which fits now and which is wanted, what that asks, and what each partner is after."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from steunpunt.activities.analysis.small_groups import enough, parts_to_show
from steunpunt.activities.kind import Content, Contributed, Settings

from .cards import NONE, offered


@dataclass(frozen=True, slots=True)
class Part:
    """How many of how many."""

    count: int
    total: int

    @property
    def percent(self) -> int:
        return (200 * self.count + self.total) // (2 * self.total) if self.total else 0


@dataclass(frozen=True, slots=True)
class Position:
    """One scenario with how many it fits now and how many want it; empty with fewer than five answers."""

    id: str
    title: str
    features: Mapping[str, str]
    now: Part | None
    wanted: Part | None
    earlier_now: Part | None
    earlier_wanted: Part | None

    @property
    def letter(self) -> str:
        return "" if self.id == NONE else self.id.upper()


@dataclass(frozen=True, slots=True)
class Row:
    """What those want whom one scenario fits now, in the order of the positions."""

    now: str
    counts: tuple[int, ...]

    @property
    def letter(self) -> str:
        return "" if self.now == NONE else self.now.upper()


@dataclass(frozen=True, slots=True)
class Asked:
    """Something that a scenario asks, with how many wrote it."""

    text: str
    voters: int


@dataclass(frozen=True, slots=True)
class AskedBy:
    """What the wanted scenario asks; without one where too few want it to show them apart."""

    wanted: str
    asks: tuple[Asked, ...]


@dataclass(frozen=True, slots=True)
class PartnerSaid:
    """What a partner is after: goals and interests as they were written."""

    id: str
    title: str
    goals: tuple[str, ...]
    interests: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """Everything that screens and paper show of scenarios."""

    count: int
    answered: int
    positions: tuple[Position, ...]
    rows: tuple[Row, ...]
    hides_rows: bool
    moving: int | None
    """How many want another scenario than fits now."""
    asks: tuple[AskedBy, ...]
    all_asks: tuple[Asked, ...]
    partners: tuple[PartnerSaid, ...]
    earlier: str

    @property
    def is_shown(self) -> bool:
        return enough(self.answered)

    @property
    def said(self) -> tuple[PartnerSaid, ...]:
        """The partners of whom something was written."""
        return tuple(partner for partner in self.partners if partner.goals or partner.interests)

    def title_of(self, own: str) -> str:
        return next((position.title for position in self.positions if position.id == own), "")


Pair = tuple[str, str]


def tally(settings: Settings, contributed: Sequence[Contributed]) -> Standing:
    known = [*(scenario["id"] for scenario in offered(settings)), NONE]
    pairs = [pair for one in contributed if (pair := pair_in(one.content, known))]
    now = Counter(pair[0] for pair in pairs)
    shown = parts_to_show(now, len(pairs))
    positions = _positions(settings, pairs)
    return Standing(
        count=len(contributed),
        answered=len(pairs),
        positions=positions,
        rows=tuple(_row(one.id, pairs, positions) for one in positions if one.id in shown),
        hides_rows=enough(len(pairs)) and len(shown) < len(now),
        moving=sum(one != other for one, other in pairs) if enough(len(pairs)) else None,
        asks=_asks(contributed, known),
        all_asks=_same((text, one.voter) for one in contributed for text in asks_in(one.content)),
        partners=tuple(_partner(partner, contributed) for partner in settings.get("partners", ())),
        earlier=(settings.get("earlier") or {}).get("title", ""),
    )


def pair_in(content: Content, known: Sequence[str]) -> Pair | None:
    """What fits now and what is wanted; half a position does not count."""
    now, wanted = content.get("now"), content.get("wanted")
    return (now, wanted) if now in known and wanted in known else None  # type: ignore[return-value]


def asks_in(content: Content) -> list[str]:
    return [ask for ask in content.get("asks", ()) if ask]


def _positions(settings: Settings, pairs: Sequence[Pair]) -> tuple[Position, ...]:
    """The scenarios; that none fits stands there only when somebody said so."""
    earlier: Mapping[str, Any] = settings.get("earlier") or {}
    counts = [Counter(pair[side] for pair in pairs) for side in (0, 1)]
    before = [Counter(earlier.get(side) or {}) for side in ("now", "wanted")]
    rest = [{"id": NONE, "title": ""}] if any(count[NONE] for count in counts) else []
    return tuple(
        Position(one["id"], one["title"], one, *(_part(count, one["id"]) for count in (*counts, *before)))
        for one in [*offered(settings), *rest]
    )


def _part(counts: Mapping[str, int], own: str) -> Part | None:
    total = sum(counts.values())
    return Part(counts.get(own, 0), total) if enough(total) else None


def _row(now: str, pairs: Sequence[Pair], positions: Sequence[Position]) -> Row:
    wanted = Counter(pair[1] for pair in pairs if pair[0] == now)
    return Row(now, tuple(wanted[one.id] for one in positions))


def _asks(contributed: Sequence[Contributed], known: Sequence[str]) -> tuple[AskedBy, ...]:
    """By wanted scenario where enough want it; the others together, so that no words point at a few people."""
    pairs = [pair_in(one.content, known) for one in contributed]
    sizes = Counter(pair[1] for pair in pairs if pair)
    shown = {*parts_to_show(sizes, len(contributed))} - {NONE}
    groups: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for one, pair in zip(contributed, pairs, strict=True):
        wanted = pair[1] if pair and pair[1] in shown else ""
        groups[wanted] += [(text, one.voter) for text in asks_in(one.content)]
    order = [*(own for own in known if own in groups), *([""] if "" in groups else [])]
    return tuple(AskedBy(own, _same(groups[own])) for own in order if groups[own])


def _same(asks: Iterable[tuple[str, str]]) -> tuple[Asked, ...]:
    voters: dict[str, set[str]] = defaultdict(set)
    wordings: dict[str, set[str]] = defaultdict(set)
    for text, voter in asks:
        key = " ".join(text.casefold().split()).strip(" .!,;")
        voters[key].add(voter)
        wordings[key].add(text)
    return _ordered(Asked(min(wordings[key]), len(voters[key])) for key in voters)


def _ordered(asks: Iterable[Asked]) -> tuple[Asked, ...]:
    return tuple(sorted(asks, key=lambda ask: (-ask.voters, ask.text.casefold(), ask.text)))


def _partner(partner: Mapping[str, str], contributed: Sequence[Contributed]) -> PartnerSaid:
    said = [one.content.get("partners", {}).get(partner["id"], {}) for one in contributed]
    goals, interests = (
        tuple(sorted({text for one in said if (text := one.get(name, ""))})) for name in ("goal", "interest")
    )
    return PartnerSaid(partner["id"], partner["title"], goals, interests)
