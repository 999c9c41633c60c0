"""The sum of a top 3: per theme the wishes, those that say the same together, with how many voters have each."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from steunpunt.activities.kind import Content, Contributed, Settings

MOST = 3
ELSEWHERE = ""
"""The theme of a wish that fits none of the themes."""


@dataclass(frozen=True, slots=True)
class Wish:
    """One wish as it was written; its key leads to the contribution."""

    key: str
    theme: str
    text: str
    voter: str
    group: str = ""


@dataclass(frozen=True, slots=True)
class SharedWish:
    """What one or more voters wish. All wishes that it was made of stay with it."""

    key: str
    title: str
    theme: str
    voters: int
    origins: tuple[Wish, ...]
    is_merged: bool
    """Whether a person put different words together."""
    lead: str
    """The key of the one that gives it its words; it was not put under another one by hand."""

    @property
    def wordings(self) -> tuple[str, ...]:
        """Every other way in which it was written."""
        said = {plain(wish.text): wish.text for wish in self.origins if wish.text}
        return tuple(text for key, text in said.items() if key != plain(self.title))

    @property
    def groups(self) -> tuple[str, ...]:
        return tuple(sorted({wish.group for wish in self.origins if wish.group}))


@dataclass(frozen=True, slots=True)
class ThemeWishes:
    """One theme with its wishes, those of most voters first."""

    id: str
    title: str
    wishes: tuple[SharedWish, ...]
    erased: int
    """How many wishes were erased and belong to nothing else."""

    @property
    def others(self) -> int:
        """How many stand below the first three."""
        return max(0, len(self.wishes) - MOST)


@dataclass(frozen=True, slots=True)
class Standing:
    """Everything that screens and paper show of a top 3."""

    count: int
    themes: tuple[ThemeWishes, ...]

    @property
    def wishes(self) -> tuple[SharedWish, ...]:
        """Of all themes, those of most voters first."""
        return _ordered(wish for theme in self.themes for wish in theme.wishes)

    @property
    def merged(self) -> tuple[SharedWish, ...]:
        return tuple(wish for wish in self.wishes if wish.is_merged)


def tally(settings: Settings, contributed: Sequence[Contributed]) -> Standing:
    given = [*settings.get("themes", ())]
    found = _by_theme(wishes_in(settings, contributed))
    themes = [_theme(one["id"], one["title"], found.get(one["id"], []), settings) for one in given]
    if loose := found.get(ELSEWHERE):
        themes.append(_theme(ELSEWHERE, "", loose, settings))
    return Standing(len(contributed), tuple(themes))


def wishes_in(settings: Settings, contributed: Sequence[Contributed]) -> list[Wish]:
    """Every wish, in the order of the keys. A person may have placed one in another theme."""
    known = {one["id"] for one in settings.get("themes", ())}
    placed: Mapping[str, str] = settings.get("placed") or {}
    found = []
    for one in contributed:
        for wish in one.content.get("wishes", ()):
            key = f"{one.voter}:{wish['n']}"
            theme = placed.get(key, wish.get("theme", ELSEWHERE))
            theme = theme if theme in known else ELSEWHERE
            found.append(Wish(key, theme, wish.get("text", ""), one.voter, one.group))
    return sorted(found, key=lambda wish: wish.key)


def plain(text: str) -> str:
    """Two wishes that differ in capitals, spaces or the dot at the end are the same."""
    return " ".join(text.casefold().split()).strip(" .!,;")


def erased(content: Content) -> Content:
    """Numbers and themes stay, so that every count stays."""
    return {**content, "wishes": [{**wish, "text": ""} for wish in content.get("wishes", ())]}


def _by_theme(wishes: Iterable[Wish]) -> dict[str, list[Wish]]:
    found: dict[str, list[Wish]] = defaultdict(list)
    for wish in wishes:
        found[wish.theme].append(wish)
    return found


def _theme(own: str, title: str, wishes: Sequence[Wish], settings: Settings) -> ThemeWishes:
    merged: Mapping[str, str] = settings.get("merged") or {}
    titles: Mapping[str, str] = settings.get("titles") or {}
    shared = [_shared(together, merged, titles) for together in _together(wishes, merged)]
    erased_ones = sum(len(one.origins) for one in shared if not one.title)
    return ThemeWishes(own, title, _ordered(one for one in shared if one.title), erased_ones)


def _together(wishes: Sequence[Wish], merged: Mapping[str, str]) -> list[list[Wish]]:
    """Those with the same words, and those that a person put together, also through each other."""
    root = {wish.key: wish.key for wish in wishes}

    def top(key: str) -> str:
        while root[key] != key:
            key = root[key]
        return key

    first: dict[str, str] = {}
    same = [(wish.key, first.setdefault(plain(wish.text), wish.key)) for wish in wishes if wish.text]
    put = [(source, target) for source, target in merged.items() if source in root and target in root]
    for one, other in [*same, *put]:
        low, high = sorted((top(one), top(other)))
        root[high] = low
    groups: dict[str, list[Wish]] = defaultdict(list)
    for wish in wishes:
        groups[top(wish.key)].append(wish)
    return list(groups.values())


def _shared(wishes: Sequence[Wish], merged: Mapping[str, str], titles: Mapping[str, str]) -> SharedWish:
    keys = {wish.key for wish in wishes}
    sources = [wish for wish in wishes if merged.get(wish.key) in keys]
    led = {plain(wish.text) for wish in sources} | {""}
    leading = [wish for wish in wishes if wish not in sources and plain(wish.text) not in led] or [*wishes]
    given = [titles[wish.key] for wish in wishes if wish.key in titles] if sources else []
    return SharedWish(
        key=wishes[0].key,
        title=given[0] if given else _most_written(leading) or _most_written(wishes),
        theme=wishes[0].theme,
        voters=len({wish.voter for wish in wishes}),
        origins=tuple(wishes),
        is_merged=bool(sources),
        lead=leading[0].key,
    )


def _most_written(wishes: Sequence[Wish]) -> str:
    counts = Counter(wish.text for wish in wishes if wish.text)
    return min(counts, key=lambda text: (-counts[text], text), default="")


def _ordered(wishes: Iterable[SharedWish]) -> tuple[SharedWish, ...]:
    return tuple(sorted(wishes, key=lambda wish: (-wish.voters, wish.title.casefold(), wish.key)))
