"""Help with typing and mending: only with words that stand in documents that this reader may find."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from . import engine
from .analysis import fold, forms, stop_words, word_forms
from .documents import Answer, Question
from .engine import PLAIN_WORD, Query
from .finding import Opened

FEWEST_LETTERS = 2
SHORT_WORD = 5
"""From so many letters on two typing errors may be mended, below it one."""
LOOK_AT = 10


def suggestions(build: Opened, typed: str, audience: tuple[str, ...], limit: int) -> list[str]:
    """Titles in which the typed words stand or begin, then the last word finished."""
    words = PLAIN_WORD.findall(f"{typed.lower()}")
    last = typed.lower().split()[-1] if typed.split() and not typed.endswith(" ") else ""
    if len(last) < FEWEST_LETTERS or not last.isalpha():
        return []
    before = [word for word in words[:-1] if word not in stop_words()]
    found = [*_titles(build, before, last, audience, limit), *_finished(build, typed, last, audience, limit)]
    unique = {text.casefold(): text for text in reversed(found)}
    return list(reversed(list(unique.values())))[:limit]


def _titles(build: Opened, before: list[str], last: str, audience: tuple[str, ...], limit: int) -> list[str]:
    """Half of the room is for titles."""
    reader = engine.filters(audience, {})
    endings = [word for word, _ in build.searcher.terms_with_prefix("title_written", last, reader[0], limit)]
    if not endings:
        return []
    query = engine.all_of([*reader, *(engine.terms("title_written", [word]) for word in before)])
    query = engine.all_of([query, engine.terms("title_written", endings)])
    hits = build.searcher.search(query, limit=max(1, limit // 2), count=False).hits
    return [str(build.searcher.doc(address).get_first("title")) for _, address in hits]


def _finished(build: Opened, typed: str, last: str, audience: tuple[str, ...], limit: int) -> list[str]:
    reader = engine.filters(audience, {})[0]
    ends = build.searcher.terms_with_prefix("written", last, reader, limit * 4)
    often = sorted(ends, key=lambda pair: (-pair[1], len(pair[0]), pair[0]))
    return [typed[: len(typed) - len(last)] + word for word, _ in often if word != last][:limit]


def mended(build: Opened, question: Question, answer: Answer) -> Answer:
    """The answer with "bedoelde u" when a word of the question stands nowhere and another one is near to it."""
    text = question.text
    for word in dict.fromkeys(PLAIN_WORD.findall(text)):
        if better := _better(build, word, question.audience):
            text = text.replace(word, better)
    return answer if text == question.text else replace(answer, did_you_mean=text)


def _better(build: Opened, word: str, audience: Iterable[str]) -> str:
    known = word_forms(word)
    if known is None or len(word) <= FEWEST_LETTERS + 1 or _stands(build, known.wide, audience):
        return ""
    return _nearest(build, word.lower(), audience)


def _stands(build: Opened, forms: Iterable[str], audience: Iterable[str]) -> bool:
    """Whether the word is met in a document that this reader may find."""
    query = engine.all_of([*engine.filters(audience, {}), engine.terms("wide", forms)])
    return bool(build.searcher.search(query, limit=1, count=False).hits)


def _nearest(build: Opened, word: str, audience: Iterable[str]) -> str:
    """The most usual among the nearest words, in documents of this reader."""
    most = 1 if len(word) <= SHORT_WORD else 2
    for distance in range(1, most + 1):
        fuzzy = Query.fuzzy_term_query(engine.schema_once(), "wide", fold(word), distance=distance)
        hits = build.searcher.search(engine.all_of([*engine.filters(audience, {}), fuzzy]), LOOK_AT, count=False).hits
        seen: Counter[str] = Counter()
        for _, address in hits:
            row = build.searcher.doc(address)
            met = set(forms(f"{row.get_first('title')} {row.get_first('text')}"))
            seen.update(near for near in met if _distance(fold(word), near, most) <= distance)
        if seen:
            return min(seen, key=lambda near: (-seen[near], near))
    return ""


def _distance(one: str, other: str, most: int) -> int:
    """Letters that are wrong, missing or too many; two that changed places count as one."""
    if abs(len(one) - len(other)) > most or len(set(one) ^ set(other)) > 2 * most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        earlier, before, row = before, row, [at]
        for place, against in enumerate(other, 1):
            cost = min(before[place] + 1, row[-1] + 1, before[place - 1] + (letter != against))
            if at > 1 and place > 1 and letter == other[place - 2] and one[at - 2] == against:
                cost = min(cost, earlier[place - 2] + 1)
            row.append(cost)
    return row[-1]
