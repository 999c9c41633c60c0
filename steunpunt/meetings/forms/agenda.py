"""Reading the choice of a reader of the agenda from an address, and writing it back into one."""

import re
from collections.abc import Iterable
from dataclasses import fields, replace
from urllib.parse import urlencode

from django.http import QueryDict

from steunpunt.meetings.queries.agenda import Choice

PARAMETERS = {
    "period": "periode",
    "kind": "soort",
    "sector": "sector",
    "theme": "thema",
    "partnership": "organisatie",
}
TEXT = "q"
LONGEST = 100
PERIOD = re.compile(r"\d{4}(-\d{2})?", re.ASCII)
UNSEEN = re.compile(r"[\x00-\x1f\x7f]")


def read_choice(query: QueryDict) -> Choice:
    """What stands in the address; what makes no sense counts as not chosen."""
    said = {name: _plain(query.get(word, "")) for name, word in {**PARAMETERS, "text": TEXT}.items()}
    if not PERIOD.fullmatch(said["period"]):
        said["period"] = ""
    return Choice(**said)


def pairs_of(choice: Choice, *, without: Iterable[str] = ()) -> list[tuple[str, str]]:
    """The choice as names and values, for an address or for hidden fields."""
    left_out = set(without)
    found = [(word, getattr(choice, name)) for name, word in PARAMETERS.items() if name not in left_out]
    if "text" not in left_out:
        found.append((TEXT, choice.text))
    return [(word, value) for word, value in found if value]


def address_of(choice: Choice, *, without: Iterable[str] = ()) -> str:
    """The query of a page with this choice; empty when nothing is chosen."""
    pairs = pairs_of(choice, without=without)
    return f"?{urlencode(pairs)}" if pairs else ""


def with_value(choice: Choice, name: str, value: str) -> Choice:
    """The same with this value; choosing what was chosen lets it go."""
    known = {field.name for field in fields(Choice)}
    return replace(choice, **{name: "" if getattr(choice, name) == value else value}) if name in known else choice


def _plain(text: str) -> str:
    return UNSEEN.sub("", text).strip()[:LONGEST]
