"""A record with everything in it, for the tests of the formats."""

from dataclasses import replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from steunpunt.meetings.formats.record import MeetingRecord, Named

BASE = "https://steunpunt.example"
ZONE = ZoneInfo("Europe/Amsterdam")
FULL = MeetingRecord(
    public_id="m7f3q2bx",
    slug="starters-begeleiden",
    url=f"{BASE}/bijeenkomsten/starters-begeleiden/",
    kind="regiobijeenkomst",
    kind_name="regiobijeenkomst",
    title="Starters; begeleiden, en <meer>",
    summary="Wat werkt?\n\nEn wat niet; dat ook.",
    starts_at=datetime(2026, 12, 3, 13, 30, tzinfo=ZONE),
    ends_at=datetime(2026, 12, 3, 16, 30, tzinfo=ZONE),
    venue="De Werkplaats",
    address="Voorbeeldplein 1, Utrecht",
    is_online=True,
    sectors=("po", "vo"),
    themes=(Named("begeleiden", "Begeleiden", f"{BASE}/thema/begeleiden/"),),
    partnership=Named("oost", "De Opleidingsschool; Oost, Noord", f"{BASE}/partnerschappen/oost/"),
    series=Named("r1", "Toekomst", f"{BASE}/bijeenkomsten/reeksen/toekomst/"),
    capacity=40,
    registration_until=datetime(2026, 12, 1, 23, 59, tzinfo=ZONE),
    is_cancelled=False,
    cancel_reason="",
    is_public=True,
    is_example=False,
    revision=4,
)


def full(**given: Any) -> MeetingRecord:
    """A record of which nothing is empty; `given` replaces."""
    return replace(FULL, **given)


def bare(**given: Any) -> MeetingRecord:
    """A record with nothing but what every meeting has."""
    empty: dict[str, Any] = {
        "summary": "",
        "venue": "",
        "address": "",
        "is_online": False,
        "sectors": (),
        "themes": (),
        "partnership": None,
        "series": None,
        "capacity": None,
        "registration_until": None,
    }
    return replace(FULL, **{**empty, **given})
