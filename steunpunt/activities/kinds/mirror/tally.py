"""The sum of a mirror: per theme what goes well and what asks attention, each with who recognises it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from steunpunt.activities.kind import Content, Contributed, Settings

GOOD, ATTENTION = "good", "attention"
SIDES = (GOOD, ATTENTION)


@dataclass(frozen=True, slots=True)
class Point:
    """What one or more voters wrote, with their examples, and how many recognise it, they themselves included."""

    key: str
    theme: str
    side: str
    text: str
    examples: tuple[str, ...]
    voters: int
    authors: int
    keys: tuple[str, ...]

    @property
    def supporters(self) -> int:
        """Those who did not write it themselves."""
        return self.voters - self.authors


@dataclass(frozen=True, slots=True)
class ThemePoints:
    """One theme with its two columns."""

    id: str
    title: str
    good: tuple[Point, ...]
    attention: tuple[Point, ...]
    erased: int
    """How many points lost their words."""

    @property
    def columns(self) -> tuple[tuple[str, tuple[Point, ...]], ...]:
        return ((GOOD, self.good), (ATTENTION, self.attention))


@dataclass(frozen=True, slots=True)
class Standing:
    """Everything that screens and paper show of a mirror."""

    count: int
    themes: tuple[ThemePoints, ...]

    @property
    def good(self) -> tuple[Point, ...]:
        return _ordered(point for theme in self.themes for point in theme.good)

    @property
    def attention(self) -> tuple[Point, ...]:
        return _ordered(point for theme in self.themes for point in theme.attention)

    @property
    def points(self) -> tuple[Point, ...]:
        return (*self.good, *self.attention)

    def title_of(self, point: Point) -> str:
        return next(theme.title for theme in self.themes if theme.id == point.theme)


@dataclass(frozen=True, slots=True)
class _Written:
    """One point of one voter."""

    key: str
    voter: str
    theme: str
    side: str
    text: str
    example: str


def tally(settings: Settings, contributed: Sequence[Contributed]) -> Standing:
    written = _written(settings, contributed)
    supports = _supports(contributed)
    themes = tuple(
        _theme(theme, [point for point in written if point.theme == theme["id"]], supports)
        for theme in settings.get("themes", ())
    )
    return Standing(len(contributed), themes)


def plain(text: str) -> str:
    """Points that differ in capitals, spaces or the dot at the end are the same."""
    return " ".join(text.casefold().split()).strip(" .!,;")


def erased(content: Content) -> Content:
    """Numbers, themes and supports stay, so that every count stays."""
    points = [{**point, "text": "", "example": ""} for point in content.get("points", ())]
    return {**content, "points": points}


def _written(settings: Settings, contributed: Sequence[Contributed]) -> list[_Written]:
    known = {theme["id"] for theme in settings.get("themes", ())}
    found = [
        _Written(
            key=f"{one.voter}:{point['n']}",
            voter=one.voter,
            theme=point["theme"],
            side=point["side"],
            text=point.get("text", ""),
            example=point.get("example", ""),
        )
        for one in contributed
        for point in one.content.get("points", ())
        if point.get("theme") in known and point.get("side") in SIDES
    ]
    return sorted(found, key=lambda point: point.key)


def _supports(contributed: Sequence[Contributed]) -> dict[str, set[str]]:
    """For each point who recognised it."""
    found: dict[str, set[str]] = defaultdict(set)
    for one in contributed:
        for key in one.content.get("supports", ()):
            found[key].add(one.voter)
    return found


def _theme(theme: Mapping[str, str], written: Sequence[_Written], supports: Mapping[str, set[str]]) -> ThemePoints:
    said = [point for point in written if point.text]
    sides = {side: _points([point for point in said if point.side == side], supports) for side in SIDES}
    return ThemePoints(theme["id"], theme["title"], sides[GOOD], sides[ATTENTION], len(written) - len(said))


def _points(written: Iterable[_Written], supports: Mapping[str, set[str]]) -> tuple[Point, ...]:
    same: dict[str, list[_Written]] = defaultdict(list)
    for point in written:
        same[plain(point.text)].append(point)
    return _ordered(_point(points, supports) for points in same.values())


def _point(written: Sequence[_Written], supports: Mapping[str, set[str]]) -> Point:
    authors = {point.voter for point in written}
    voters = authors.union(*(supports.get(point.key, set()) for point in written))
    counts = Counter(point.text for point in written)
    return Point(
        key=written[0].key,
        theme=written[0].theme,
        side=written[0].side,
        text=min(counts, key=lambda text: (-counts[text], text)),
        examples=tuple(sorted({point.example for point in written if point.example})),
        voters=len(voters),
        authors=len(authors),
        keys=tuple(point.key for point in written),
    )


def _ordered(points: Iterable[Point]) -> tuple[Point, ...]:
    return tuple(sorted(points, key=lambda point: (-point.voters, point.text.casefold(), point.key)))
