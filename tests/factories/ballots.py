"""Ballots for priorities, written short: a string of letters is a ballot, a letter that is no card is a write-in."""

from collections.abc import Mapping, Sequence
from typing import Any

from steunpunt.activities.kind import Contributed

SERVICES = {
    "K": "Kennisdeling",
    "T": "Omgeving transparant maken",
    "A": "Antennefunctie",
    "S": "Informatie stroomlijnen",
    "B": "Informatie bundelen",
    "O": "Kennisontwikkeling",
    "G": "Onderwerp agenderen",
}
"""The seven services of the workshop of 2014 in short words."""

WORKSHOP = ("BTKAO", "TKBSA", "TSBAO", "KSTWA", "KTSVB")
"""Invented ballots of five subgroups with the pattern of the report; V and W are cards of their own."""


def settings(cards: Mapping[str, str] | str = SERVICES, k: int = 5, **more: Any) -> dict[str, Any]:
    named = {letter: letter for letter in cards} if isinstance(cards, str) else cards
    return {
        "question": "Welke diensten eerst?",
        "k": k,
        "cards": [{"id": i, "title": t} for i, t in named.items()],
        **more,
    }


def content(ballot: str, cards: Mapping[str, str] | str = SERVICES) -> dict[str, Any]:
    return {"places": [{"card": one} if one in cards else {"own": f"Eigen kaart {one}"} for one in ballot]}


def groups(
    ballots: Sequence[str], cards: Mapping[str, str] | str = SERVICES, people: Sequence[int] = ()
) -> list[Contributed]:
    """Each ballot of a subgroup: groep 1, groep 2 and so on."""
    heads = [*people, *([4] * (len(ballots) - len(people)))]
    return [
        Contributed(f"v{number}", content(ballot, cards), group=f"groep {number}", people=heads[number - 1])
        for number, ballot in enumerate(ballots, start=1)
    ]


def persons(ballots: Sequence[str], cards: Mapping[str, str] | str = SERVICES) -> list[Contributed]:
    return [Contributed(f"p{number:05}", content(ballot, cards)) for number, ballot in enumerate(ballots)]
