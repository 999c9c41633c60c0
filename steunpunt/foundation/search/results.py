"""From hits to results that a reader may see: every record is asked for once more where it lives."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from steunpunt.foundation.access import Actor
from steunpunt.foundation.boards import SearchPin, search

from .documents import Hit, Piece


@dataclass(frozen=True)
class Result:
    """A record that was found, as the reader may see it."""

    reference: str
    name: str
    """What kind of record it is, in one word."""
    url: str
    title: tuple[Piece, ...]
    passage: tuple[Piece, ...]
    card: str
    row: Any

    @property
    def plain_title(self) -> str:
        return "".join(piece.text for piece in self.title)


def results_of(actor: Actor, hits: Iterable[Hit]) -> list[Result]:
    """In the order of the hits; what the reader may not see (any more) is left out. A question per kind or so."""
    hits = list(hits)
    rows: dict[str, tuple[SearchPin, str, Any]] = {}
    for kind in dict.fromkeys(hit.reference.partition(":")[0] for hit in hits):
        if kind in search:
            pin = search.get(kind)
            own = [hit.reference.partition(":")[2] for hit in hits if hit.reference.startswith(f"{kind}:")]
            name = str(pin.name)
            rows |= {f"{kind}:{row.public_id}": (pin, name, row) for row in pin.found(actor, own)}
    return [_result(*rows[hit.reference], hit) for hit in hits if hit.reference in rows]


def _result(pin: SearchPin, name: str, row: Any, hit: Hit) -> Result:
    return Result(
        reference=hit.reference,
        name=name,
        url=pin.url(row),
        title=hit.title,
        passage=hit.snippet if pin.shows_passage else (),
        card=pin.card,
        row=row,
    )


def result_of(pin: SearchPin, row: Any) -> Result:
    """A row that was found without the index."""
    title = (Piece(pin.title(row)),)
    return Result(f"{pin.kind}:{row.public_id}", str(pin.name), pin.url(row), title, (), pin.card, row)
