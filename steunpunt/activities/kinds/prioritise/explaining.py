"""How each figure is reckoned, so that anybody can check it by hand."""

from .numbers import decimal, in_words, listed, plural, with_points
from .profile import Floats
from .standing import Row, Standing


def sum_of(cells: "Floats | None", at_place: "tuple[int, ...]", k: int) -> str:
    """`5 + 4 + 5 = 14` with few voters, `12×5 + 8×4 = 92` with many."""
    if cells is not None:
        parts = [with_points(float(value)) for value in cells if value]
        total = with_points(float(sum(cells)))
    else:
        parts = [f"{with_points(many)}×{k - place}" for place, many in enumerate(at_place) if many]
        total = with_points(sum(many * (k - place) for place, many in enumerate(at_place)))
    return f"{' + '.join(parts)} = {total}" if len(parts) > 1 else total


def explanations(standing: Standing) -> tuple[tuple[str, str], ...]:
    """Per figure its name and a sentence or two, with the numbers of this standing filled in."""
    if not standing.voters:
        return ()
    found = [_points(standing), _chosen(standing), _height(standing), _plane(standing), _places()]
    found += [_duels(standing), _agreement(standing), _firmness(standing), _own(standing)]
    return tuple((name, text) for name, text in found if text)


def _example(standing: Standing) -> Row | None:
    return next((row for row in standing.rows if row.points), None)


def _points(standing: Standing) -> tuple[str, str]:
    k = standing.k
    first = (
        "Plaats 1 geeft 1 punt."
        if k == 1
        else f"Plaats 1 geeft {k} punten en elke plaats lager 1 punt minder, tot plaats {k} met 1 punt."
    )
    weighed = f" Elke {standing.unit} telt zo vaak mee als zij mensen heeft." if standing.weighted else ""
    row = _example(standing)
    shown = f" {row.card.title}: {row.sum}." if row and row.sum else ""
    return "Punten", f"{first} Niet gekozen is 0.{weighed}{shown}"


def _chosen(standing: Standing) -> tuple[str, str]:
    return "Gekozen door", f"Bij hoeveel {plural(standing.unit)} de kaart op een plaats staat, hoe laag ook."


def _height(standing: Standing) -> tuple[str, str]:
    row = _example(standing)
    if row is None or row.mean_place is None:
        return "Hoe hoog", ""
    steps = [f"{with_points(many)}×{place}" for place, many in enumerate(row.at_place, start=1) if many]
    sum_ = f"({' + '.join(steps)}) : {with_points(row.chosen)} = {decimal(row.mean_place, 2)}"
    return "Hoe hoog", f"De gemiddelde plaats bij wie de kaart koos. {row.card.title}: {sum_}."


def _plane(standing: Standing) -> tuple[str, str]:
    text = f"Naar rechts: het deel van de {plural(standing.unit)} dat de kaart koos. Omhoog: de gemiddelde plaats, met plaats 1 bovenaan."
    if not standing.weighted:
        text += f" Het aantal keer gekozen maal ({standing.k + 1} min de gemiddelde plaats) zijn de punten."
    return "Vlak", text


def _places() -> tuple[str, str]:
    return "Gelijke plaatsen", "Evenveel punten is dezelfde plaats; de volgende wordt overgeslagen: 1, 2, 2, 4."


def _duels(standing: Standing) -> tuple[str, str]:
    duels = standing.duels
    if len(duels.among) < 2:
        return "Eén tegen één", ""
    order = [f"{place}. {card.title} ({with_points(score)})" for place, card, score in duels.order[:3]]
    return "Eén tegen één", (
        f"Van elke twee kaarten wint de kaart die bij de meeste {plural(standing.unit)} hoger staat; gekozen gaat voor niet "
        f"gekozen. Winst telt 1, gelijk een half (Copeland). Alleen kaarten die minstens de helft kon kiezen, doen mee: "
        f"{in_words(len(duels.among))}. Bovenaan: {listed(order)}."
    )


def _agreement(standing: Standing) -> tuple[str, str]:
    found = standing.agreement
    if found.w is None:
        return "Eensgezindheid", ""
    return "Eensgezindheid", (
        f"Kendalls W over {in_words(found.cards)} kaarten: 1 is overal dezelfde volgorde, 0 is geen overeenkomst. Wat niet is gekozen, "
        f"deelt het gemiddelde van de overgebleven plaatsen, met correctie voor gelijke plaatsen. Bij toeval kwamen "
        f"zoveel {plural(standing.unit)} uit op {decimal(found.by_chance or 0, 2)}. Bij korte lijstjes is W vanzelf laag: het is geen rapportcijfer."
    )


def _firmness(standing: Standing) -> tuple[str, str]:
    found = standing.firmness
    if found.way == "leave_one_out":
        return "Stevigheid", (
            f"We lieten elke {standing.unit} één keer weg en telden opnieuw. In {in_words(found.same_order)} van de "
            f"{in_words(found.samples)} keer bleef de top 3 gelijk, in {in_words(found.same_first)} de eerste plaats."
        )
    if found.way == "bootstrap":
        return "Stevigheid", (
            f"{with_points(found.samples)} keer trokken we evenveel {plural(standing.unit)} uit deze {plural(standing.unit)}, met teruglegging "
            f"(begingetal {found.seed}, zodat iedereen hetzelfde krijgt), en telden opnieuw."
        )
    return "Stevigheid", ""


def _own(standing: Standing) -> tuple[str, str]:
    if not standing.own:
        return "Nieuwe kaarten", ""
    return (
        "Nieuwe kaarten",
        "Anderen kregen deze kaarten niet te zien. Daarom staan ze apart en tellen ze niet als ‘niet gekozen’.",
    )
