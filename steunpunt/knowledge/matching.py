"""Which methods fit a question, and why: plain values and sums, without Django or the database."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from steunpunt.foundation.search.analysis import analyse

RELEVANCE, HALF = 6.0, 5
"""What the first that search found counts for beside the choices, of which each counts for one; the sixth counts half."""
APART = frozenset({"group", "time"})
"""Who has too few people or hours cannot do it; what is for another phase or sector may still be of use."""
MOST_FITTING, MOST_DEVIATING = 6, 6
COMMON_PART, COMMON_FROM = 0.5, 6
"""A word that more than half of at least six compared methods say does not tell them apart."""
FIRST = 3
"""The first three that search found stand there in any case."""


@dataclass(frozen=True)
class Need:
    """What somebody looks for: the question as it was typed, and how it was sharpened; what was not said is empty."""

    text: str = ""
    themes: tuple[str, ...] = ()
    phase: str = ""
    sector: str = ""
    for_whom: str = ""
    setting: str = ""
    group_size: int | None = None
    hours: int | None = None

    @property
    def is_empty(self) -> bool:
        return not (self.words_typed or self.themes or self.phase or self.group_size or self.hours)

    @property
    def words_typed(self) -> str:
        """Everything that was said in words."""
        return " ".join(filter(None, (self.text, self.for_whom, self.setting)))


@dataclass(frozen=True)
class Method:
    """A knowledge item as far as it is compared with a question; `place` is where search put it, None when it did not."""

    item: Any
    forms: frozenset[str]
    """All forms of all words that it says."""
    themes: Mapping[str, str] = field(default_factory=dict)
    """Slug of a theme, or of what it falls under → title of the theme."""
    phases: Sequence[str] = ()
    sectors: Sequence[str] = ()
    hours: int | None = None
    group_min: int | None = None
    group_max: int | None = None
    place: int | None = None


@dataclass(frozen=True)
class Reason:
    """Why a method stands where it stands: what was compared, and with which values."""

    code: str
    values: tuple[Any, ...] = ()


@dataclass(frozen=True)
class Match:
    """A method with what speaks for it and what does not fit."""

    method: Method
    fits: tuple[Reason, ...]
    deviates: tuple[Reason, ...]
    points: float

    @property
    def is_apart(self) -> bool:
        return any(reason.code in APART for reason in self.deviates)


@dataclass(frozen=True)
class Outcome:
    """Methods that fit, those that ask for other people or more time, and the words that none of them says."""

    fitting: tuple[Match, ...] = ()
    deviating: tuple[Match, ...] = ()
    unsaid: tuple[str, ...] = ()


def words_of(text: str) -> dict[str, tuple[str, ...]]:
    """The words that say something, as they were written, each with the forms in which it may be met."""
    return {text[token.start : token.end]: token.forms.wide for token in analyse(text)}


def forms_of(text: str) -> frozenset[str]:
    """All forms of all words of a text."""
    return frozenset(form for token in analyse(text) for form in token.forms.wide)


def found_words(words: Mapping[str, Collection[str]], forms: Collection[str]) -> tuple[str, ...]:
    """Those words of which the text has some form."""
    return tuple(word for word, ways in words.items() if any(way in forms for way in ways))


def outcome(need: Need, methods: Iterable[Method]) -> Outcome:
    """The methods in order: what fits and was found best first; what cannot be done with these people or hours stands apart."""
    words = words_of(need.words_typed)
    known = list(methods)
    telling = _telling(words, known)
    matches = [_match(need, words, method) for method in known]
    matches = [match for match in matches if match.fits and _belongs(match, telling)]
    matches.sort(key=lambda match: -match.points)
    fitting = [match for match in matches if not match.is_apart][:MOST_FITTING]
    deviating = [match for match in matches if match.is_apart][:MOST_DEVIATING]
    said = frozenset().union(*(match.method.forms for match in (*fitting, *deviating)))
    unsaid = [word for word in words if not found_words({word: words[word]}, said)]
    return Outcome(tuple(fitting), tuple(deviating), tuple(unsaid))


def _telling(words: Mapping[str, Collection[str]], methods: Sequence[Method]) -> frozenset[str]:
    """The words that tell methods apart: all of them, but those that most methods say."""
    said = Counter(word for method in methods for word in found_words(words, method.forms))
    most = COMMON_PART * len(methods) if len(methods) >= COMMON_FROM else len(methods)
    return frozenset(word for word, count in said.items() if count <= most)


def _belongs(match: Match, telling: frozenset[str]) -> bool:
    """Whether more speaks for a method than words that most of them say."""
    place = match.method.place
    if place is None or place < FIRST:
        return True
    by_code = {reason.code: reason.values for reason in match.fits}
    return bool({"theme", "meaning"} & by_code.keys()) or not telling.isdisjoint(by_code.get("words", ()))


def _match(need: Need, words: Mapping[str, Collection[str]], method: Method) -> Match:
    spoken = _spoken(words, method)
    compared = [
        _theme(need, method),
        _phase(need, method),
        _sector(need, method),
        _group(need, method),
        _time(need, method),
    ]
    fits = [reason for fit, reason in filter(None, compared) if fit]
    deviates = [reason for fit, reason in filter(None, compared) if not fit]
    relevance = RELEVANCE / (1 + method.place / HALF) if method.place is not None else 0.0
    return Match(method, (*spoken, *fits), tuple(deviates), relevance + len(fits) - len(deviates))


Compared = tuple[bool, Reason] | None
"""Whether it fits and why; None when the question or the method does not say."""


def _spoken(words: Mapping[str, Collection[str]], method: Method) -> tuple[Reason, ...]:
    found = found_words(words, method.forms)
    if found:
        return (Reason("words", found),)
    return (Reason("meaning"),) if method.place is not None else ()


def _theme(need: Need, method: Method) -> Compared:
    shared = dict.fromkeys(title for slug, title in method.themes.items() if slug in need.themes)
    return (True, Reason("theme", tuple(shared))) if shared else None


def _phase(need: Need, method: Method) -> Compared:
    if not need.phase or not method.phases:
        return None
    fits = need.phase in method.phases
    return fits, Reason("phase", (need.phase,) if fits else tuple(method.phases))


def _sector(need: Need, method: Method) -> Compared:
    if not need.sector or not method.sectors:
        return None
    fits = need.sector in method.sectors
    return fits, Reason("sector", (need.sector,) if fits else tuple(method.sectors))


def _group(need: Need, method: Method) -> Compared:
    if need.group_size is None or (method.group_min is None and method.group_max is None):
        return None
    is_enough = method.group_min is None or need.group_size >= method.group_min
    is_few_enough = method.group_max is None or need.group_size <= method.group_max
    return is_enough and is_few_enough, Reason("group", (method.group_min, method.group_max))


def _time(need: Need, method: Method) -> Compared:
    if need.hours is None or method.hours is None:
        return None
    return method.hours <= need.hours, Reason("time", (method.hours,))
