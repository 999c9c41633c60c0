"""The rows of a standing: every card with its figures, and the write-ins in a list of their own."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from steunpunt.activities.kind import Card, Contributed

from .ballots import Table
from .explaining import sum_of
from .points import Totals, best_first, shared_places
from .profile import Floats, Profile, points_per_cell
from .standing import TOP, Row

SHOWN = 12
"""Up to so many voters the wall shows the place that each one gave."""


def rows_of(cards: Sequence[Card], profile: Profile, sums: Totals) -> tuple[Row, ...]:
    """Best first; the cells tell who put it where."""
    few = profile.voters <= SHOWN and len(profile.counts) == profile.voters
    cells = points_per_cell(profile) * profile.weights[:, None] if few else None
    return tuple(_row(index, cards, profile, sums, cells) for index in best_first(sums.points))


def _plain(profile: Profile) -> bool:
    """Whether a place always gives the same points: without weights and without equal places."""
    return not profile.tied and bool((profile.weights == 1).all())


def _row(index: int, cards: Sequence[Card], profile: Profile, sums: Totals, cells: Floats | None) -> Row:
    chosen = int(sums.chosen[index])
    at_place = tuple(int(many) for many in sums.at_place[index])
    shown = tuple(None if at < 0 else int(at) for at in profile.places[:, index]) if cells is not None else ()
    total = round(float(sums.points[index]), 6)
    reckoned = sum_of(None if cells is None else cells[:, index], at_place, profile.k)
    return Row(
        card=cards[index],
        place=0,
        points=total,
        chosen=chosen,
        offered=int(sums.offered[index]),
        in_top=int(sums.in_top[index]),
        mean_place=round(int(sums.place_sum[index]) / chosen, 6) if chosen else None,
        at_place=at_place,
        cells=shown,
        sum=reckoned if cells is not None or _plain(profile) else "",
    )


def placed(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Places among the rows that stand together in one list."""
    places = shared_places([row.points for row in rows])
    return tuple(replace(row, place=place) for row, place in zip(rows, places, strict=True))


def own_rows(table: Table) -> tuple[Row, ...]:
    """Counted one by one: there may be thousands, each on a few ballots."""
    brought: dict[str, list[tuple[Contributed, int]]] = {card.id: [] for card in table.own}
    for one, ballot in zip(table.voters, table.ballots, strict=True):
        for key, place in ballot.items():
            if key in brought:
                brought[key].append((one, place))
    found = [_own_row(card, brought[card.id], table) for card in table.own]
    return tuple(
        sorted((row for row in found if row.chosen), key=lambda row: (-row.points, row.card.title, row.card.id))
    )


def _own_row(card: Card, lines: Sequence[tuple[Contributed, int]], table: Table) -> Row:
    """Only who brought it could choose it."""
    places = [place for _, place in lines]
    cells = [(table.k + 1 - place) * (max(1, one.people) if table.weighted else 1) for one, place in lines]
    few = len(table.voters) <= SHOWN
    return Row(
        card=card,
        place=0,
        points=float(sum(cells)),
        chosen=len(lines),
        offered=len(lines),
        in_top=sum(place <= TOP for place in places),
        mean_place=round(sum(places) / len(places), 6) if places else None,
        at_place=tuple(places.count(place) for place in range(1, table.k + 1)),
        cells=tuple(ballot.get(card.id) for ballot in table.ballots) if few else (),
        by=tuple(one.group for one, _ in lines) if table.unit == "groep" else (),
        is_own=True,
        sum=sum_of(np.array(cells, dtype=float), (), table.k) if len(cells) <= SHOWN else "",
        merged=table.merged.get(card.id, ()),
    )
