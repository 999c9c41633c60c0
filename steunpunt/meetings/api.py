"""The agenda in the API: meetings that everybody may come to or could have come to."""

from datetime import datetime
from typing import Any, Literal

from django.conf import settings
from django.http import Http404, HttpRequest
from ninja import Path, Query, Router
from pydantic import Field, field_validator
from pydantic_core import PydanticCustomError

from steunpunt.foundation.rest.responses import ERRORS
from steunpunt.foundation.rest.schemas import Answer, Day, Links, Listing, OnADay, Paged, listing

from .formats.record import KIND_OF, MeetingRecord, Named, records_of
from .models import ProgrammeItem
from .queries.taking import Wanted, meetings_in_order, public_meeting, theme_is_known, wanted_meetings

router = Router(tags=["bijeenkomsten"])
SOURCE = "Agenda van het steunpunt: bijeenkomsten van partnerschappen en van het steunpunt zelf."
Kind = Literal[
    "themabijeenkomst",
    "spiegelbijeenkomst",
    "regiobijeenkomst",
    "congres",
    "kenniskring",
    "rondetafelgesprek",
    "losse-werkvorm",
]
Sector = Literal["po", "vo", "mbo", "ho"]


class AboutMeetings(Paged):
    """Which meetings; names of partnerships are those of the day."""

    q: str = Field("", max_length=100, description="Zoekt in titel, tekst en plaats.")
    soort: list[Kind] = Field([], description="Een of meer soorten.")
    sector: list[Sector] = Field([], description="Een of meer sectoren; wat voor alle sectoren is, telt mee.")
    thema: list[str] = Field([], description="Id van een thema; wat eronder valt, telt mee.")
    vanaf: Day | None = Field(None, description="Eerste dag (JJJJ-MM-DD). Zonder: ook alles wat is geweest.")
    tot_en_met: Day | None = Field(None, description="Laatste dag (JJJJ-MM-DD).")

    @field_validator("thema")
    @classmethod
    def every_theme_is_known(cls, value: list[str]) -> list[str]:
        if not all(theme_is_known(slug) for slug in value):
            raise PydanticCustomError("unknown_value", "unknown value")
        return value


class Elsewhere(Answer):
    """Something else with its page."""

    id: str
    naam: str
    adres: str


class Meeting(Answer):
    """When people come together, where and about what."""

    links: Links = Field(alias="_links")
    id: str
    slug: str
    soort: Kind
    titel: str
    begint: datetime
    eindigt: datetime
    stand: Literal["gaat-door", "gaat-niet-door"]
    plaats: str
    adres: str
    online: bool = Field(description="Of je online mee kunt doen; de link krijgt wie zich aanmeldt.")
    sectoren: list[Sector] = Field(description="Leeg: voor alle sectoren.")
    themas: list[Elsewhere]
    partnerschap: Elsewhere | None = Field(description="Wie het organiseert; zonder: het steunpunt.")
    reeks: Elsewhere | None
    voorbeeld: bool = Field(description="Of dit een verzonnen voorbeeld is.")


class Part(Answer):
    """A part of the programme."""

    id: str
    titel: str
    toelichting: str
    begint: datetime
    eindigt: datetime
    ronde: int | None = Field(description="Onderdelen met hetzelfde nummer zijn tegelijk; leeg: voor iedereen.")
    zaal: str
    plaatsen: int | None


class MeetingWhole(Meeting):
    """A meeting with everything that it says, and its programme."""

    tekst: str
    plaatsen: int | None
    aanmelden_tot: datetime | None
    reden_afgelast: str
    programma: list[Part]


@router.get(
    "/bijeenkomsten",
    response=Listing[Meeting],
    operation_id="bijeenkomsten",
    summary="Bijeenkomsten",
    by_alias=True,
    openapi_extra=ERRORS,
)
def meetings(request: HttpRequest, asked: Query[AboutMeetings]) -> dict[str, Any]:
    """Wat er voor iedereen op de agenda staat of stond, op volgorde van begin."""
    kinds = [KIND_OF[word] for word in asked.soort]
    text = asked.q.replace("\x00", "")
    wanted = Wanted(kinds, asked.sector, asked.thema, text, asked.vanaf, asked.tot_en_met)
    page = listing(request, asked, list(wanted_meetings(wanted).values_list("pk", flat=True)), source=SOURCE)
    found = records_of(meetings_in_order(page["resultaten"]), asked.day)
    return page | {"resultaten": [_meeting(record) for record in found]}


@router.get(
    "/bijeenkomsten/{slug}",
    response=MeetingWhole,
    operation_id="bijeenkomst",
    summary="Bijeenkomst",
    by_alias=True,
    openapi_extra=ERRORS,
)
def meeting(request: HttpRequest, slug: Path[str], asked: Query[OnADay]) -> dict[str, Any]:
    """Een bijeenkomst met haar programma."""
    found = public_meeting(slug.replace("\x00", ""))
    if found is None:
        raise Http404
    return _whole(records_of([found], asked.day)[0], list(found.items.all()))


def _meeting(record: MeetingRecord) -> dict[str, Any]:
    address = f"{settings.BASE_URL}/api/v1/bijeenkomsten/{record.slug}"
    return {
        "_links": {"self": {"href": address}, "html": {"href": record.url}},
        "id": record.public_id,
        "slug": record.slug,
        "soort": record.kind,
        "titel": record.title,
        "begint": record.starts_at,
        "eindigt": record.ends_at,
        "stand": "gaat-niet-door" if record.is_cancelled else "gaat-door",
        "plaats": record.venue,
        "adres": record.address,
        "online": record.is_online,
        "sectoren": list(record.sectors),
        "themas": [_named(theme) for theme in record.themes],
        "partnerschap": _named(record.partnership),
        "reeks": _named(record.series),
        "voorbeeld": record.is_example,
    }


def _whole(record: MeetingRecord, items: list[ProgrammeItem]) -> dict[str, Any]:
    return _meeting(record) | {
        "tekst": record.summary,
        "plaatsen": record.capacity,
        "aanmeldenTot": record.registration_until,
        "redenAfgelast": record.cancel_reason,
        "programma": [
            {
                "id": item.public_id,
                "titel": item.title,
                "toelichting": item.description,
                "begint": item.starts_at,
                "eindigt": item.ends_at,
                "ronde": item.round,
                "zaal": item.room,
                "plaatsen": item.capacity,
            }
            for item in items
        ],
    }


def _named(other: Named | None) -> dict[str, str] | None:
    return {"id": other.code, "naam": other.name, "adres": other.url} if other else None
