"""Reads ballots in the forms of PrefLib: soi, soc, toi and toc, that is complete or not, with or without equal places."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

FORMS = ("soi", "soc", "toi", "toc")
MOST_CARDS, MOST_CELLS = 5_000, 200_000_000
MOST_VOTERS = 10**9

HEADER = re.compile(r"#\s*([^:]+?)\s*:\s*(.*)")
BALLOT = re.compile(r"(\d+)\s*:\s*(.*)")
ITEM = re.compile(r"\s*(?:\{([^{}]*)\}|(\d+))\s*(,|$)")


class BadBallots(ValueError):  # noqa: N818 -- it is what the file holds, not what went wrong here
    """A file that cannot be read, with the row and the reason."""


@dataclass(frozen=True, slots=True)
class Ballots:
    """How many voters ordered the cards so; a tier holds the cards that share a place."""

    form: str
    names: tuple[str, ...]
    title: str = ""
    rows: tuple[tuple[int, tuple[tuple[int, ...], ...]], ...] = ()
    """The number of voters and their tiers of card numbers, from 1."""


@dataclass(slots=True)
class _Reading:
    """What was read up to the row at hand."""

    form: str
    facts: dict[str, tuple[int, str]] = field(default_factory=dict)
    names: dict[int, str] = field(default_factory=dict)
    rows: list[tuple[int, tuple[tuple[int, ...], ...]]] = field(default_factory=list)
    cards: int = 0


def read_ballots(data: bytes, file_name: str = "") -> Ballots:
    """All ballots of a file; the form stands in it, or else in its name."""
    reading = _Reading(form=file_name.rpartition(".")[2].lower())
    for number, line in _lines(data):
        if line.startswith("#"):
            _header(reading, number, line)
        else:
            _ballot(reading, number, line)
    return _finished(reading)


def _lines(data: bytes) -> Iterator[tuple[int, str]]:
    for number, raw in enumerate(data.splitlines(), start=1):
        try:
            line = raw.decode("utf-8-sig").strip()
        except UnicodeDecodeError:
            raise BadBallots(f"Regel {number}: dit is geen tekst in UTF-8.") from None
        if line:
            yield number, line


def _header(reading: _Reading, number: int, line: str) -> None:
    found = HEADER.fullmatch(line)
    if not found:
        return
    key, value = found.group(1).upper(), found.group(2).strip()
    if key.startswith("ALTERNATIVE NAME "):
        _name(reading, number, key.removeprefix("ALTERNATIVE NAME "), value)
        return
    reading.facts[key] = (number, value)
    if key == "NUMBER ALTERNATIVES":
        reading.cards = _whole(number, value, "het aantal mogelijkheden", MOST_CARDS)
    if key == "DATA TYPE":
        reading.form = value.lower()


def _name(reading: _Reading, number: int, which: str, value: str) -> None:
    card = _whole(number, which, "het nummer van een mogelijkheid", MOST_CARDS)
    if card in reading.names:
        raise BadBallots(f"Regel {number}: mogelijkheid {card} krijgt voor de tweede keer een naam.")
    reading.names[card] = value


def _whole(number: int, value: str, what: str, most: int) -> int:
    found = int(value) if value.isascii() and value.isdigit() and len(value) < 12 else 0
    if not 1 <= found <= most:
        raise BadBallots(
            f"Regel {number}: {what} moet een getal van 1 tot en met {most} zijn, er staat ‘{value[:40]}’."
        )
    return found


def _ballot(reading: _Reading, number: int, line: str) -> None:
    if reading.form not in FORMS:
        raise BadBallots(f"Regel {number}: onbekende vorm ‘{reading.form[:20]}’; lezen kan soi, soc, toi en toc.")
    if not reading.cards:
        raise BadBallots(f"Regel {number}: er staat geen ‘# NUMBER ALTERNATIVES’ boven de stemmen.")
    found = BALLOT.fullmatch(line)
    if not found:
        raise BadBallots(f"Regel {number}: verwacht ‘aantal: volgorde’, er staat ‘{line[:40]}’.")
    voters = _whole(number, found.group(1), "het aantal stemmen", MOST_VOTERS)
    tiers = tuple(_tiers(number, found.group(2)))
    _check(reading, number, tiers)
    reading.rows.append((voters, tiers))
    if len(reading.rows) * reading.cards > MOST_CELLS:
        raise BadBallots(f"Regel {number}: het bestand is te groot.")


def _tiers(number: int, text: str) -> Iterator[tuple[int, ...]]:
    """`1,{2,3},4` as (1), (2, 3), (4)."""
    at, comma = 0, bool(text)
    while at < len(text):
        found = ITEM.match(text, at)
        if not found or found.end() == at:
            raise BadBallots(f"Regel {number}: de volgorde is niet te lezen bij ‘{text[at : at + 20]}’.")
        at, comma = found.end(), found.group(3) == ","
        inside = found.group(1) if found.group(1) is not None else found.group(2)
        cards = inside.split(",")
        yield tuple(_whole(number, card.strip(), "een mogelijkheid", MOST_CARDS) for card in cards)
    if comma:
        raise BadBallots(
            f"Regel {number}: achter de laatste komma staat niets."
            if text
            else f"Regel {number}: er staat geen volgorde."
        )


def _check(reading: _Reading, number: int, tiers: tuple[tuple[int, ...], ...]) -> None:
    cards = [card for tier in tiers for card in tier]
    if not cards:
        raise BadBallots(f"Regel {number}: er staat geen volgorde.")
    if unknown := [card for card in cards if card > reading.cards]:
        raise BadBallots(f"Regel {number}: mogelijkheid {unknown[0]} bestaat niet, er zijn er {reading.cards}.")
    if twice := [card for card in cards if cards.count(card) > 1]:
        raise BadBallots(f"Regel {number}: mogelijkheid {twice[0]} staat er twee keer.")
    if reading.form.startswith("s") and len(tiers) < len(cards):
        raise BadBallots(f"Regel {number}: gelijke plaatsen horen niet in de vorm {reading.form}.")
    if reading.form.endswith("c") and len(cards) < reading.cards:
        raise BadBallots(
            f"Regel {number}: in de vorm {reading.form} staan alle {reading.cards} mogelijkheden; hier zijn het er {len(cards)}."
        )


def _finished(reading: _Reading) -> Ballots:
    if not reading.rows:
        raise BadBallots("Er staan geen stemmen in dit bestand.")
    _compare(reading, "NUMBER VOTERS", sum(voters for voters, _ in reading.rows), "stemmen")
    _compare(reading, "NUMBER UNIQUE ORDERS", len(reading.rows), "regels met een volgorde")
    names = tuple(reading.names.get(card) or f"mogelijkheid {card}" for card in range(1, reading.cards + 1))
    return Ballots(reading.form, names, reading.facts.get("TITLE", (0, ""))[1], tuple(reading.rows))


def _compare(reading: _Reading, key: str, counted: int, what: str) -> None:
    """A file that says how much it holds and holds something else was cut off or changed."""
    number, said = reading.facts.get(key, (0, ""))
    if said and said != str(counted):
        raise BadBallots(f"Regel {number}: {key} zegt {said[:20]}, maar er zijn {counted} {what}.")
