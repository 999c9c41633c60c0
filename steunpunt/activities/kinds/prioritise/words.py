"""What a standing says, in whole Dutch sentences. Counts below twenty voters, percentages beside them from there on."""

from collections.abc import Mapping, Sequence

from .numbers import MANY, capital, decimal, in_words, listed, plural, share, with_points
from .standing import TOP, Firmness, Row, Standing

WIDE, SELDOM_TOP = 0.75, 0.25
FEW, MOSTLY_TOP = 0.40, 0.75
MOST = 2
ENOUGH = 4
"""Fewer voters make no pattern."""

LIKENESS = (
    (0.6, "zijn het sterk eens over de volgorde"),
    (0.3, "zijn het grotendeels eens over de volgorde"),
    (0.1, "zijn het voor een deel eens over de volgorde"),
    (-1.0, "kiezen ieder een eigen volgorde: zij lijken niet meer op elkaar dan bij toeval"),
)


def kind_of_row(row: Row, k: int) -> str:
    """Broadly chosen and seldom high, or chosen by few and then high; needs places below the top to mean anything."""
    if row.offered < ENOUGH or not row.chosen or k <= TOP:
        return ""
    if row.chosen >= WIDE * row.offered and row.in_top <= SELDOM_TOP * row.chosen:
        return "wide_low"
    if 1 < row.chosen <= FEW * row.offered and row.in_top >= MOSTLY_TOP * row.chosen:
        return "few_fierce"
    return ""


def pattern(row: Row, k: int, unit: str) -> str:
    """`Antennefunctie is door vier van de vijf groepen gekozen, maar staat bij niemand in de top 3.`"""
    kind = kind_of_row(row, k)
    who = share(row.chosen, row.offered, unit)
    if kind == "wide_low":
        top = f"bij {_how_many(row.in_top, row.chosen)}" if row.in_top else "bij niemand"
        return f"{row.card.title} is door {who} gekozen, maar staat {top} in de top 3."
    if kind == "few_fierce":
        top = (
            "en staat daar steeds" if row.in_top == row.chosen else f"en staat bij {_how_many(row.in_top, row.chosen)}"
        )
        return f"{row.card.title} is alleen door {who} gekozen, {top} in de top 3."
    return ""


def _how_many(part: int, whole: int) -> str:
    if whole >= MANY:
        return f"{with_points(part)} van die {with_points(whole)}"
    return f"{in_words(part)} van die {in_words(whole)}"


def findings(standing: Standing) -> tuple[str, ...]:
    """What stands out first, then who leads, how sure that is, and what is new."""
    if not standing.voters:
        return ("Er is nog niets ingebracht.",)
    if not any(row.points for row in (*standing.rows, *standing.own)):
        return ("Er is nog niets gekozen.",)
    found = [*_kinds_first(standing), first_place(standing), second_opinion(standing)]
    found += [agreement(standing), firm(standing), *written(standing), weighing(standing)]
    return tuple(sentence for sentence in found if sentence)


def _kinds_first(standing: Standing) -> list[str]:
    """Broadly chosen and never high goes before chosen by few; of each the two that stand highest."""
    found = []
    for wanted in ("wide_low", "few_fierce"):
        rows = [row for row in standing.rows if row.kind == wanted]
        found += [pattern(row, standing.k, standing.unit) for row in rows[:MOST]]
        if rest := len(rows) - MOST if len(rows) > MOST else 0:
            found.append(f"Dat geldt voor nog {in_words(rest)} {'kaart' if rest == 1 else 'kaarten'}.")
    return found


def leaders(rows: Sequence[Row]) -> list[Row]:
    return [row for row in rows if row.place == 1 and row.points]


def first_place(standing: Standing) -> str:
    first = leaders(standing.rows)
    if not first:
        return ""
    points = _points(first[0].points)
    if len(first) == 1:
        who = share(first[0].chosen, first[0].offered, standing.unit)
        return f"{first[0].card.title} staat bovenaan met {points}, gekozen door {who}."
    return f"{listed([row.card.title for row in first])} delen de eerste plaats, met elk {points}."


def _points(points: float) -> str:
    return "1 punt" if points == 1 else f"{with_points(points)} punten"


def second_opinion(standing: Standing) -> str:
    duels = standing.duels
    if len(duels.among) < 2 or not duels.leaders:
        return ""
    if duels.winner is None:
        at_top = [card.title for place, card, _ in duels.order if place == 1]
        most = "wint de meeste" if len(at_top) == 1 else "winnen de meeste"
        tail = "" if duels.agrees else f"; {listed(at_top)} {most} onderlinge vergelijkingen"
        return f"Geen kaart wint één tegen één van alle andere{tail}."
    if duels.agrees:
        return f"{duels.winner.title} wint ook één tegen één van elke andere kaart."
    first = listed([card.title for card in duels.leaders])
    stands = "staat" if len(duels.leaders) == 1 else "staan"
    return f"Let op: {first} {stands} op punten bovenaan, maar één tegen één wint {duels.winner.title} van elke andere kaart."


def agreement(standing: Standing) -> str:
    found = standing.agreement
    if found.w is None or found.likeness is None:
        return ""
    words = next(text for least, text in LIKENESS if found.likeness >= least or least < 0)
    return f"De {plural(standing.unit)} {words} (W = {decimal(found.w, 2)}, bij toeval {decimal(found.by_chance or 0, 2)})."


def firm(standing: Standing) -> str:
    if standing.firmness.way == "leave_one_out":
        return _without_one(standing)
    if standing.firmness.way == "bootstrap":
        return _in_draws(standing.firmness)
    return ""


def _without_one(standing: Standing) -> str:
    found, unit = standing.firmness, standing.unit
    article = "één groep" if unit == "groep" else f"één {unit}"
    if found.same_order == found.samples:
        return f"De top 3 is stevig: ook zonder {article}, welke ook, blijft de volgorde gelijk."
    if found.same_first == found.samples:
        return f"De eerste plaats is stevig, maar de volgorde daaronder hangt aan enkele {plural(unit)}: {_changers(found, unit)}."
    return f"De volgorde hangt aan enkele {plural(unit)}: {_changers(found, unit)}.{_fallen(standing)}"


def _changers(found: Firmness, unit: str) -> str:
    changers = [one.voter for one in found.without if not one.keeps_order]
    if len(changers) > 5:
        return f"zonder één van {in_words(len(changers))} van de {in_words(found.samples)} {plural(unit)} verandert de top 3"
    return f"zonder {listed(changers, 'of')} verandert de top 3"


def _fallen(standing: Standing) -> str:
    """The clearest case of another card on top: with the smallest difference it says least."""
    titles = titles_of(standing)
    cases = [one for one in standing.firmness.without if one.runner]
    if not cases:
        return ""
    case = max(cases, key=lambda one: one.points - one.runner_points)
    return (
        f" Zonder {case.voter} staat {listed([titles[key] for key in case.first])} bovenaan, "
        f"met {with_points(case.points)} tegen {with_points(case.runner_points)} punten voor {titles[case.runner]}."
    )


def titles_of(standing: Standing) -> Mapping[str, str]:
    return {row.card.id: row.card.title for row in (*standing.rows, *standing.own)}


def _in_draws(found: Firmness) -> str:
    """A draw takes as many ballots out of the same heap, some twice and some not."""
    draws = with_points(found.samples)
    if found.same_order >= 0.95 * found.samples:
        how = "De top 3 is stevig"
    elif found.same_first >= 0.95 * found.samples:
        how = "De eerste plaats is stevig, de volgorde daaronder minder"
    else:
        how = "De volgorde hangt mede af van wie er toevallig waren"
    return (
        f"{how}: in {with_points(found.same_first)} van {draws} trekkingen blijft de eerste plaats gelijk, "
        f"in {with_points(found.same_order)} de hele top 3."
    )


def written(standing: Standing) -> list[str]:
    """Write-ins with where they come from; many of them in one sentence."""
    if len(standing.own) > 3:
        return [f"{capital(in_words(len(standing.own)))} kaarten zijn nieuw: anderen konden ze niet kiezen."]
    return [
        f"{capital(origin(row, standing.unit))}: {row.card.title} ({_points(row.points)}); anderen konden dit niet kiezen."
        for row in standing.own
    ]


def origin(row: Row, unit: str) -> str:
    """`nieuw, van groep 3`."""
    if row.by and len(row.by) <= 3:
        return f"nieuw, van {listed(row.by)}"
    many = in_words(row.chosen) if row.chosen < MANY else with_points(row.chosen)
    return f"nieuw, van {many} {unit if row.chosen == 1 else plural(unit)}"


def weighing(standing: Standing) -> str:
    if not standing.weighted:
        return ""
    return f"Punten zijn gewogen naar het aantal mensen per {standing.unit} ({with_points(standing.people)} mensen in totaal)."


def headline(standing: Standing) -> str:
    """The title of the plane: what it shows first."""
    for wanted, text in (
        ("wide_low", "{}: breed gedragen, {} bovenaan"),
        ("few_fierce", "{}: door weinigen gekozen, dan wel hoog"),
    ):
        rows = [row for row in standing.rows if row.kind == wanted]
        if rows:
            return text.format(rows[0].card.title, "nooit" if not rows[0].in_top else "zelden")
    first = leaders(standing.rows)
    if len(first) == 1 and first[0].chosen >= WIDE * first[0].offered:
        return f"{first[0].card.title}: breed gedragen en hoog geplaatst"
    if len(first) == 1:
        return f"{first[0].card.title} staat het hoogst"
    return "Gedeelde eerste plaats" if first else "Hoe breed gedragen, hoe hoog gekozen?"
