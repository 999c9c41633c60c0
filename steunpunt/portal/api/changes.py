"""The changes of the API, newest first; shown at /api/v1/changelog."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Change:
    """One version: from when, and what is different."""

    version: str
    on: date
    points: tuple[str, ...]


CHANGES = (
    Change(
        "1.2.0",
        date(2026, 11, 25),
        (
            "Nieuw: bijeenkomsten, met soort, sector, thema, dagen en woorden om mee te kiezen.",
            "Wat er al was, is niet veranderd.",
        ),
    ),
    Change(
        "1.1.0",
        date(2026, 11, 25),
        (
            "Nieuw: kennisitems, met soort, sector, thema en woorden om mee te kiezen. Wat er al was, is niet veranderd.",
        ),
    ),
    Change(
        "1.0.0",
        date(2026, 11, 22),
        (
            "Eerste versie: partnerschappen, organisaties, lidmaatschappen, opleidingen, thema's en regio's.",
            "Alles is op te vragen zoals het was of wordt op een dag, met de parameter op.",
        ),
    ),
)
