"""The standing of priorities from what voters handed in: the one door to all sums beside this file."""

from collections.abc import Sequence
from dataclasses import replace

from steunpunt.activities.kind import Card, Contributed, Settings

from .agreement import agreement
from .ballots import Table, entries, key_of, profile_on_the_table, table_of
from .explaining import explanations
from .firmness import firmness
from .pairwise import contest, on_the_table
from .plane import picture
from .points import Totals, best_first, shared_places, totals
from .profile import Profile
from .rows import SHOWN, own_rows, placed, rows_of
from .standing import Ballot, Duels, Row, Spot, Standing
from .words import findings, headline, kind_of_row

POSTERS = 60


def tally(settings: Settings, contributed: Sequence[Contributed], *, firm: bool = True) -> Standing:
    """All figures and sentences; `firm=False` leaves out the draws, which cost the most."""
    table = table_of(settings, contributed)
    cards, profile = profile_on_the_table(table)
    standing = standing_of(cards, profile, labels=table.labels, unit=table.unit, firm=firm)
    laid = {card.id for card in table.cards}
    standing = replace(
        standing,
        question=str(settings.get("question", "")),
        weighted=table.weighted,
        people=sum(max(1, one.people) for one in table.voters),
        rows=tuple(
            replace(row, merged=table.merged.get(row.card.id, ())) for row in standing.rows if row.card.id in laid
        ),
        own=own_rows(table),
        ballots=_posters(table),
    )
    return worded(standing)


def standing_of(
    cards: Sequence[Card], profile: Profile, *, labels: Sequence[str] = (), unit: str = "kiezer", firm: bool = True
) -> Standing:
    """The figures of a profile, without words."""
    ids = [card.id for card in cards]
    sums = totals(profile)
    return Standing(
        k=profile.k,
        voters=profile.voters,
        people=profile.voters,
        unit=unit,
        labels=tuple(labels) if profile.voters <= SHOWN else (),
        rows=rows_of(cards, profile, sums),
        duels=_duels(cards, profile, sums),
        agreement=agreement(profile),
        firmness=firmness(profile, labels or _numbered(profile), ids) if firm else Standing().firmness,
    )


def worded(standing: Standing) -> Standing:
    """The same with its plane and all its sentences."""
    longest = max([row.points for row in (*standing.rows, *standing.own)], default=0)
    standing = replace(standing, rows=_drawn(standing, longest), own=_drawn(standing, longest, own=True))
    standing = replace(standing, plane=_plane(standing))
    return replace(
        standing,
        picture=picture(standing),
        headline=headline(standing),
        findings=findings(standing),
        explanations=explanations(standing),
    )


def _drawn(standing: Standing, longest: float, *, own: bool = False) -> tuple[Row, ...]:
    """With place, pattern and the length of the bar."""
    return tuple(
        replace(
            row,
            kind="" if own else kind_of_row(row, standing.k),
            length=round(1000 * row.points / longest) if longest else 0,
        )
        for row in placed(standing.own if own else standing.rows)
    )


def _duels(cards: Sequence[Card], profile: Profile, sums: Totals) -> Duels:
    among = on_the_table(profile) if profile.voters else []
    if not among:
        return Duels()
    found = contest(profile.only(among))
    places = shared_places(found.scores)
    points = sums.points[among]
    first = [i for i, place in enumerate(shared_places(points)) if place == 1 and points[i] > 0]
    here = [found.winner] if found.winner is not None else [i for i, place in enumerate(places) if place == 1]
    return Duels(
        among=tuple(cards[index] for index in among),
        winner=None if found.winner is None else cards[among[found.winner]],
        order=tuple((places[i], cards[among[i]], float(found.scores[i])) for i in best_first(found.scores)),
        leaders=tuple(cards[among[i]] for i in first),
        agrees=first == here,
    )


def _plane(standing: Standing) -> tuple[Spot, ...]:
    """Breadth is the part of the voters that chose a card, height runs from place k (0) to place 1 (1)."""
    steps = max(standing.k - 1, 1)
    return tuple(
        Spot(row.card, row.chosen / row.offered, 1 - (row.mean_place - 1) / steps, row.kind)
        for row in standing.rows
        if row.mean_place is not None and row.offered
    )


def _numbered(profile: Profile) -> list[str]:
    return [f"kiezer {number}" for number in range(1, profile.voters + 1)]


def _posters(table: Table) -> tuple[Ballot, ...]:
    """The poster shows the subgroup's own words, also of a card that was merged afterwards."""
    if table.unit != "groep" or len(table.voters) > POSTERS:
        return ()
    return tuple(Ballot(one.group, _lines(one, table)) for one in table.voters)


def _lines(one: Contributed, table: Table) -> tuple[tuple[int, str, str, bool], ...]:
    return tuple(
        (
            place,
            str(entry.get("own") or table.titles.get(key_of(entry), "")),
            str(entry.get("argument", "")),
            "card" not in entry,
        )
        for place, entry in enumerate(entries(one.content)[: table.k], start=1)
        if key_of(entry) in table.titles
    )
