"""`./bench standing`: the full standing of prioriteren for 10,000 ballots over 50 cards, without and with a thousand draws.

The ballots are what the room stores: plain JSON of five places each. Every figure and every sentence is made. Cards lie
closer together than chance would put them, so that the draws really change the order.
"""

import statistics
import time

import steunpunt.foundation.search  # noqa: F401 -- numpy with one thread, as in the platform
from steunpunt.activities.kind import Contributed
from steunpunt.activities.kinds.prioritise.tally import tally

BALLOTS, CARDS, K, TIMES = 10_000, 50, 5, 5


def run() -> tuple[list[tuple[str, ...]], dict[str, float]]:
    """The table and the figures: seconds, seconds_bootstrap (medians)."""
    settings, contributed = _settings(), _contributed()
    plain = _seconds(settings, contributed, firm=False)
    firm = _seconds(settings, contributed, firm=True)
    rows = [
        ("wat", "seconden (mediaan van 5)"),
        ("zonder trekkingen", f"{plain:.3f}"),
        ("met 1.000 trekkingen", f"{firm:.3f}"),
    ]
    return rows, {"seconds": round(plain, 3), "seconds_bootstrap": round(firm, 3)}


def _seconds(settings: dict[str, object], contributed: list[Contributed], *, firm: bool) -> float:
    taken = []
    for _ in range(TIMES):
        begin = time.perf_counter()
        standing = tally(settings, contributed, firm=firm)
        taken.append(time.perf_counter() - begin)
        assert standing.voters == BALLOTS
        assert sum(row.points for row in standing.rows) == BALLOTS * K * (K + 1) / 2
        assert standing.firmness.samples == (1000 if firm else 0)
    return statistics.median(taken)


def _settings() -> dict[str, object]:
    return {"k": K, "cards": [{"id": f"k{number}", "title": f"Kaart {number}"} for number in range(CARDS)]}


def _contributed() -> list[Contributed]:
    import numpy as np

    rng = np.random.default_rng(47)
    liking = rng.random((BALLOTS, CARDS)) - np.arange(CARDS) * 0.01
    orders = np.argsort(-liking, axis=1)[:, :K]
    return [
        Contributed(f"{number:05}", {"places": [{"card": f"k{card}", "argument": ""} for card in order]})
        for number, order in enumerate(orders.tolist())
    ]
