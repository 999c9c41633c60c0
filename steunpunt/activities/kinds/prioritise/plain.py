"""A standing as plain JSON, and ballots from elsewhere as a profile: to check us against other programs."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

import numpy as np

from steunpunt.activities.kind import Card

from .pairwise import contest, on_the_table
from .profile import Profile, Ties, profile_of
from .standing import Standing
from .tally import standing_of, worded

Tiers = Sequence[Sequence[int]]
WITHOUT = {"ballots", "picture", "own", "labels", "question", "people", "weighted", "rows"}


def profile_from(rows: Sequence[tuple[int, Tiers]], cards: int, k: int | None, ties: Ties) -> Profile:
    """Card numbers count from 1; without k everything that anybody ordered counts."""
    places = np.zeros((len(rows), cards), dtype=np.int16)
    for row, (_, tiers) in enumerate(rows):
        place = 1
        for tier in tiers:
            places[row, np.asarray(tier) - 1] = place
            place += len(tier)
    longest = int((places > 0).sum(axis=1).max(initial=1))
    counts = np.array([voters for voters, _ in rows], dtype=np.int64)
    return profile_of(places, k or longest, counts=counts, ties=ties)


def standing_from(names: Sequence[str], profile: Profile) -> Standing:
    return worded(standing_of([Card(str(number), name) for number, name in enumerate(names, start=1)], profile))


def as_plain(standing: Standing, profile: Profile) -> dict[str, Any]:
    """Every figure, the table of all duels among them."""
    found = {key: value for key, value in asdict(standing).items() if key not in WITHOUT}
    rows = [_row(row) for row in asdict(standing)["rows"]]
    among = on_the_table(profile)
    wins = contest(profile.only(among)).wins
    return {"voters": found.pop("voters"), "cards": rows, **found, "wins": _table(among, wins.tolist())}


def _row(row: dict[str, Any]) -> dict[str, Any]:
    card = row.pop("card")
    kept = {key: value for key, value in row.items() if key not in {"by", "is_own", "merged", "cells"}}
    return {"id": card["id"], "title": card["title"], **kept}


def _table(among: Sequence[int], wins: Sequence[Sequence[float]]) -> dict[str, dict[str, float]]:
    """For each card by id: how many voters put it above each other card."""
    ids = [str(index + 1) for index in among]
    return {ids[i]: {ids[j]: line[j] for j in range(len(ids)) if j != i} for i, line in enumerate(wins)}
