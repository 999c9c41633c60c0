"""The sum of a score: per part how result and ambition lie, and what may be shown of sectors and partnerships."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from steunpunt.activities.analysis.small_groups import enough, may_name, parts_to_show
from steunpunt.activities.analysis.spread import Spread, rounded, spread_of
from steunpunt.activities.kind import Content, Contributed, Settings

from .picture import STEP, Column, Plane, columns_of, plane_of

HIGHEST = 10


@dataclass(frozen=True, slots=True)
class Marks:
    """Result and ambition of some people together. Their gap is that of the means: it tells nothing more than these."""

    name: str
    result: Spread
    ambition: Spread

    @property
    def count(self) -> int:
        return self.result.total

    @property
    def gap(self) -> float:
        return rounded(rounded(self.ambition.mean) - rounded(self.result.mean))

    @property
    def columns(self) -> tuple[Column, ...]:
        return columns_of(self.result, self.ambition)

    @property
    def width(self) -> int:
        """Of the picture with the columns."""
        return STEP * len(self.result.counts)


@dataclass(frozen=True, slots=True)
class Earlier:
    """What an earlier round gave for a part."""

    title: str
    result: float
    ambition: float


@dataclass(frozen=True, slots=True)
class PartStanding:
    """One part. `marks` is empty as long as fewer than five answered it."""

    id: str
    title: str
    text: str
    count: int
    marks: Marks | None
    sectors: tuple[Marks, ...]
    hides_sectors: bool
    """Whether sectors took part that may not be shown."""
    named: tuple[Marks, ...]
    hides_names: bool
    earlier: Earlier | None
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """Everything that screens and paper show of a score."""

    count: int
    highest: int
    parts: tuple[PartStanding, ...]

    @property
    def shown(self) -> tuple[PartStanding, ...]:
        return tuple(part for part in self.parts if part.marks)

    @property
    def plane(self) -> Plane:
        means = [
            (number, part.marks.result.mean, part.marks.ambition.mean)
            for number, part in enumerate(self.parts, start=1)
            if part.marks
        ]
        return plane_of(means, self.highest)

    @property
    def by_gap(self) -> tuple[PartStanding, ...]:
        """Those where more is wanted than there is, the largest gap first; equal ones in the order of the parts."""
        wanting = [part for part in self.shown if part.marks and part.marks.gap > 0]
        return tuple(sorted(wanting, key=lambda part: -part.marks.gap if part.marks else 0.0))


@dataclass(frozen=True, slots=True)
class _Answer:
    """What one voter gave for one part."""

    result: int
    ambition: int
    sector: str
    partnership: str


def tally(settings: Settings, contributed: Sequence[Contributed]) -> Standing:
    highest = int(settings.get("highest", HIGHEST))
    parts = tuple(_part(part, settings, contributed, highest) for part in settings.get("parts", ()))
    return Standing(len(contributed), highest, parts)


def _part(
    part: Mapping[str, Any], settings: Settings, contributed: Sequence[Contributed], highest: int
) -> PartStanding:
    found = [(one, marks_in(one.content, part["id"], highest)) for one in contributed]
    answers = [_Answer(*marks, one.sector, one.partnership) for one, marks in found if marks]
    sectors, hides_sectors = _by_sector(answers, highest)
    named, hides_names = _by_name(answers, sectors, highest) if settings.get("by_name") else ((), False)
    return PartStanding(
        id=part["id"],
        title=part["title"],
        text=part.get("text", ""),
        count=len(answers),
        marks=_marks("", answers, highest) if enough(len(answers)) else None,
        sectors=sectors,
        hides_sectors=hides_sectors,
        named=named,
        hides_names=hides_names,
        earlier=_earlier(settings, part["id"]),
        remarks=tuple(sorted(filter(None, (remark_in(one.content, part["id"]) for one in contributed)))),
    )


def marks_in(content: Content, part: str, highest: int) -> tuple[int, int] | None:
    """Result and ambition of a part; half an answer, or one beside the scale, does not count."""
    given = _given(content, part)
    pair = given.get("result"), given.get("ambition")
    fits = all(type(mark) is int and 1 <= mark <= highest for mark in pair)
    return pair if fits else None  # type: ignore[return-value]


def remark_in(content: Content, part: str) -> str:
    return str(_given(content, part).get("remark", "")).strip()


def _given(content: Content, part: str) -> Mapping[str, Any]:
    given = content.get("parts", {}).get(part, {})
    return given if isinstance(given, Mapping) else {}


def _marks(name: str, answers: Sequence[_Answer], highest: int) -> Marks:
    result = spread_of([answer.result for answer in answers], highest)
    ambition = spread_of([answer.ambition for answer in answers], highest)
    assert result is not None  # noqa: S101 -- callers give at least one answer
    assert ambition is not None  # noqa: S101
    return Marks(name, result, ambition)


def _by_sector(answers: Sequence[_Answer], highest: int) -> tuple[tuple[Marks, ...], bool]:
    groups = _grouped(answers, "sector")
    shown = parts_to_show({name: len(group) for name, group in groups.items()}, len(answers))
    return tuple(_marks(name, groups[name], highest) for name in shown), len(shown) < len(groups)


def _by_name(answers: Sequence[_Answer], sectors: Sequence[Marks], highest: int) -> tuple[tuple[Marks, ...], bool]:
    """Partnerships that agreed to be named and sent one score, or of which five people or more gave theirs.

    What two to four people of one partnership gave stays hidden: the partnership agreed, they did not. And all names
    stay away when the others in a shown whole or sector would be found by taking the named ones off.
    """
    groups = {name: group for name, group in _grouped(answers, "partnership").items() if _one_or_enough(len(group))}
    loose = [answer for answer in answers if answer.partnership in groups]
    shown = {marks.name for marks in sectors}
    cells = [(len(answers), len(loose))]
    cells += [(marks.count, sum(answer.sector == marks.name for answer in loose)) for marks in sectors]
    hidden = [answer for answer in answers if answer.sector not in shown]
    cells.append((len(hidden), sum(answer.partnership in groups for answer in hidden)))
    if not groups or not enough(len(answers)) or not may_name(cells):
        return (), bool(groups)
    return tuple(_marks(name, groups[name], highest) for name in sorted(groups)), False


def _one_or_enough(count: int) -> bool:
    return count == 1 or enough(count)


def _grouped(answers: Sequence[_Answer], by: str) -> dict[str, list[_Answer]]:
    groups: dict[str, list[_Answer]] = defaultdict(list)
    for answer in answers:
        if name := getattr(answer, by):
            groups[name].append(answer)
    return groups


def _earlier(settings: Settings, part: str) -> Earlier | None:
    round_ = settings.get("earlier") or {}
    marks = round_.get("parts", {}).get(part)
    return Earlier(round_.get("title", ""), marks["result"], marks["ambition"]) if marks else None
