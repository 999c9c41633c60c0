"""Reading the choice of a reader of the stream from an address, and writing it back into one."""

from dataclasses import replace
from urllib.parse import urlencode

from django.http import QueryDict

from steunpunt.foundation.sectors import Sector
from steunpunt.knowledge.formats.record import clean
from steunpunt.knowledge.queries.readership import Readership
from steunpunt.knowledge.queries.stream import NEW, WHEN, StreamChoice

PARAMETERS = {"sectors": "sector", "roles": "rol", "themes": "thema", "senders": "afzender"}
TEXT, MOMENT, FOR, PAGE = "q", "wanneer", "voor", "pagina"
MINE, EVERYBODY = "mij", "iedereen"
MOST_VALUES, LONGEST = 20, 100


def read_choice(query: QueryDict) -> StreamChoice:
    """What stands in the address; what makes no sense counts as not chosen."""
    many = {name: _values(query, word) for name, word in PARAMETERS.items()}
    many["sectors"] = tuple(value for value in many["sectors"] if value in Sector.values)
    when = query.get(MOMENT, NEW)
    return StreamChoice(**many, text=_plain(query.get(TEXT, "")), when=when if when in WHEN else NEW)


def wants_own(query: QueryDict) -> bool:
    """Whether the reader's own roles and sectors are chosen: asked for, or nothing was asked for at all."""
    return query.get(FOR) == MINE or not (set(query) - {PAGE})


def for_reader(choice: StreamChoice, own: Readership) -> StreamChoice:
    return replace(choice, sectors=own.sectors, roles=own.roles)


def pairs_of(choice: StreamChoice, *, without: str = "") -> list[tuple[str, str]]:
    """The choice as names and values, for an address or for hidden fields."""
    found = [(word, value) for name, word in PARAMETERS.items() if name != without for value in getattr(choice, name)]
    if choice.text and without != "text":
        found.append((TEXT, choice.text))
    if choice.when and without != "when":
        found.append((MOMENT, choice.when))
    return found


def address_of(choice: StreamChoice) -> str:
    """The query of a page with this choice; nothing chosen is said too, so that nothing is chosen for the reader."""
    found = pairs_of(choice)
    if choice.is_any:
        found.insert(0, (FOR, EVERYBODY))
    return f"?{urlencode(found)}"


def toggled(choice: StreamChoice, name: str, value: str) -> StreamChoice:
    """With this value when it was not chosen, without it when it was."""
    values = getattr(choice, name)
    changed = tuple(one for one in values if one != value) if value in values else (*values, value)
    return choice.with_values(name, changed)


def _values(query: QueryDict, word: str) -> tuple[str, ...]:
    cleaned = (_plain(value) for value in query.getlist(word)[:MOST_VALUES])
    return tuple(dict.fromkeys(value for value in cleaned if value))


def _plain(text: str) -> str:
    return clean(text).strip()[:LONGEST]
