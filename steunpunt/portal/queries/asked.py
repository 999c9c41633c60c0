"""Reading a question to search out of an address: strange values are left out, never an error."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.http import QueryDict

from steunpunt.foundation.boards import facets
from steunpunt.foundation.search.models import MOST_CHARACTERS
from steunpunt.foundation.search.queries import KIND

LAST_PAGE = 50
MOST_VALUES = 12
LONGEST_VALUE = 80
PAGE = "pagina"


@dataclass(frozen=True)
class Asked:
    """What somebody asks: words, chosen values per facet, and which page of the results."""

    text: str = ""
    chosen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    page: int = 1

    @property
    def is_fresh(self) -> bool:
        """A question as it was typed, and not a way through its results."""
        return bool(self.text) and not self.chosen and self.page == 1

    def query(self, text: str | None = None) -> str:
        """The question as part of an address, without its page."""
        pairs = [("q", self.text if text is None else text)]
        return urlencode(pairs + [(code, value) for code, values in self.chosen.items() for value in values])

    def without_value(self, code: str, value: str) -> "Asked":
        return self._with(code, tuple(one for one in self.chosen.get(code, ()) if one != value))

    def _with(self, code: str, values: tuple[str, ...]) -> "Asked":
        chosen = {key: some for key, some in {**self.chosen, code: values}.items() if some}
        return Asked(self.text, chosen)


def read_question(sent: QueryDict) -> Asked:
    """The question in an address or a sent form."""
    chosen = {}
    for code in (KIND, *(pin.code for pin in facets)):
        values = dict.fromkeys(_clean(one, LONGEST_VALUE) for one in sent.getlist(code)[:MOST_VALUES])
        if kept := tuple(one for one in values if one):
            chosen[code] = kept
    number = sent.get(PAGE, "")
    page = min(max(int(number), 1), LAST_PAGE) if number.isascii() and number.isdigit() and len(number) < 6 else 1
    return Asked(_clean(sent.get("q", ""), MOST_CHARACTERS), chosen, page)


def _clean(text: str, most: int) -> str:
    return text.replace("\x00", "").strip()[:most].strip()
