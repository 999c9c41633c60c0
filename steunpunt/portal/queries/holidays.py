"""The school holidays that come next, out of the calendar file in `data/kalender`."""

import csv
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from django.conf import settings

FILE = "kalender/schoolvakanties_2024-2030.csv"
REGIONS = ("Noord", "Midden", "Zuid")


@dataclass(frozen=True)
class Holiday:
    """A school holiday; regions that have it on the same days stand together."""

    name: str
    begins: date
    ends: date
    regions: tuple[str, ...]

    @property
    def is_national(self) -> bool:
        return len(self.regions) == len(REGIONS)


def next_holidays(today: date, days: int) -> list[Holiday]:
    """The holidays that begin within so many days, the first one first."""
    return [one for one in _all(settings.REGISTER_DIR / FILE) if 0 <= (one.begins - today).days <= days]


@lru_cache(maxsize=2)
def _all(path: Path) -> tuple[Holiday, ...]:
    if not path.exists():
        return ()
    found: dict[tuple[date, date, str], list[str]] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            key = (date.fromisoformat(row["begin"]), date.fromisoformat(row["eind"]), row["vakantie"])
            found.setdefault(key, []).append(row["regio"])
    return tuple(
        Holiday(name, begins, ends, tuple(sorted(regions, key=REGIONS.index)))
        for (begins, ends, name), regions in sorted(found.items())
    )
