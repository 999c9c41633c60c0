"""The names of partnerships that were published somewhere: unverified entries, each with its source."""

import csv
from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings

from steunpunt.foundation.access import Actor
from steunpunt.network.actions.partnership import start_partnership
from steunpunt.network.actions.standing import set_lead
from steunpunt.network.models import (
    LeadOrganisation,
    Partnership,
    PartnershipState,
    PartnershipStatus,
    PartnershipVersion,
)

FILE = "register/partnerschappen_bekend.csv"
STATES = {
    "aspirant": PartnershipState.ASPIRANT,
    "erkend": PartnershipState.RECOGNISED,
    "onbekend": PartnershipState.UNKNOWN,
}


@dataclass(frozen=True)
class Known:
    """A line of the file, read."""

    name: str
    sector: str
    state: PartnershipState
    seen_on: date | None
    seen_text: str
    lead: str
    area: str
    source: str


def read_known() -> list[Known]:
    with (settings.REGISTER_DIR / FILE).open(encoding="utf-8", newline="") as lines:
        return [_read(row) for row in csv.DictReader(lines)]


def load_known_partnerships(*, by: Actor, at: datetime) -> None:
    for known in read_known():
        _add(known, by=by, at=at)


def _read(row: dict[str, str]) -> Known:
    seen = row["peildatum"]
    return Known(
        name=row["naam"],
        sector=row["sector"].lower(),
        state=STATES[row["status"]],
        seen_on=_first_day(seen),
        seen_text=seen if seen[:1].isdigit() else "",
        lead=row["penvoerder"],
        area=row["regio"],
        source=row["bron"],
    )


def _first_day(text: str) -> date | None:
    """The first day of a year or month; None when the date of the publication is unknown."""
    if not text[:1].isdigit():
        return None
    year, _, month = text.partition("-")
    return date(int(year), int(month or 1), 1)


def _add(known: Known, *, by: Actor, at: datetime) -> Partnership:
    since = {"valid_from": known.seen_on, "begin_unknown": True}
    partnership = start_partnership(
        Partnership(source=known.source[:250], source_date_text=known.seen_text),
        PartnershipVersion(name=known.name, sectors=[known.sector], area_text=known.area, **since),
        PartnershipStatus(state=known.state, source=known.source[:250], **since),
        by=by,
        at=at,
    )
    if known.lead and known.seen_on:
        set_lead(LeadOrganisation(partnership=partnership, name_as_published=known.lead, **since), by=by, at=at)
    return partnership
