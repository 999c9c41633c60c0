"""The knowledge base in the API: published items that everybody may read."""

from datetime import date
from typing import Any, Literal

from django.conf import settings
from django.http import Http404, HttpRequest
from ninja import Path, Query, Router
from pydantic import Field, field_validator
from pydantic_core import PydanticCustomError

from steunpunt.foundation.rest.responses import ERRORS
from steunpunt.foundation.rest.schemas import Answer, Links, Listing, OnADay, Paged, listing

from .formats.record import COSTS, KIND_OF, KINDS, PHASES, Named, Record
from .queries.harvest import Wanted, public_items, records, records_in_order, theme_is_known, wanted_items

router = Router(tags=["kennisitems"])
SOURCE = "Kennisbank van het steunpunt: gedeeld door partnerschappen en het steunpunt zelf; zie licentie per item."
Kind = Literal[
    "praktijkvoorbeeld",
    "leertaak",
    "curriculumonderdeel",
    "instrument",
    "onderzoeksresultaat",
    "publicatie",
    "proeftuin",
    "presentatie",
    "webinar",
    "verslag",
]
Sector = Literal["po", "vo", "mbo", "ho"]


class AboutItems(Paged):
    """Which items; a day changes nothing, the list is always that of now."""

    q: str = Field("", max_length=100, description="Zoekt in titel en opbrengst.")
    soort: list[Kind] = Field([], description="Een of meer soorten.")
    sector: list[Sector] = Field([], description="Een of meer sectoren.")
    thema: list[str] = Field([], description="Id van een thema; wat eronder valt, telt mee.")

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


class File(Answer):
    """A file that anybody may fetch."""

    naam: str
    adres: str
    mediatype: str


class Item(Answer):
    """What is known of one thing."""

    links: Links = Field(alias="_links")
    id: str
    soort: Kind
    titel: str
    opbrengst: str
    sectoren: list[Sector]
    fasen: list[Literal["samen-opleiden", "inductie", "verder-professionaliseren"]]
    themas: list[Elsewhere]
    partnerschap: Elsewhere | None
    contact: str = Field(description="De functie van wie je kunt bellen.")
    jaar: int | None
    taal: str
    licentie: str
    licentie_adres: str
    gepubliceerd_op: date
    gewijzigd_op: date
    versie: int
    voorbeeld: bool = Field(description="Of dit een verzonnen voorbeeld is.")


class ItemWhole(Item):
    """An item with everything that it says."""

    voorwaarden: str
    toelichting: str
    bij_deze_soort: dict[str, str] = Field(description="Vraag en antwoord, voor wat bij deze soort hoort.")
    tijd_in_uren: int | None
    kosten: Literal["", "geen", "tot-100-euro", "100-tot-1000-euro", "meer-dan-1000-euro"]
    link: str
    bestanden: list[File]
    bewerking_van: Elsewhere | None
    vervangen_door: Elsewhere | None


@router.get(
    "/kennisitems",
    response=Listing[Item],
    operation_id="kennisitems",
    summary="Kennisitems",
    by_alias=True,
    openapi_extra=ERRORS,
)
def items(request: HttpRequest, asked: Query[AboutItems]) -> dict[str, Any]:
    """Wat er in de kennisbank voor iedereen te lezen is, het nieuwste eerst."""
    kinds = [KIND_OF[word] for word in asked.soort]
    wanted = Wanted(kinds, asked.sector, asked.thema, asked.q.replace("\x00", ""))
    page = listing(request, asked, list(wanted_items(wanted).values_list("pk", flat=True)), source=SOURCE)
    return page | {"resultaten": [_item(record) for record in records_in_order(page["resultaten"])]}


@router.get(
    "/kennisitems/{id}",
    response=ItemWhole,
    operation_id="kennisitem",
    summary="Kennisitem",
    by_alias=True,
    openapi_extra=ERRORS,
)
def item(request: HttpRequest, id: Path[str], asked: Query[OnADay]) -> dict[str, Any]:
    """Een item met alles wat erin staat."""
    found = records(public_items().filter(public_id=id.replace("\x00", "")))
    if not found:
        raise Http404
    return _whole(found[0])


def _item(record: Record) -> dict[str, Any]:
    address = f"{settings.BASE_URL}/api/v1/kennisitems/{record.public_id}"
    return {
        "_links": {"self": {"href": address}, "html": {"href": record.url}},
        "id": record.public_id,
        "soort": KINDS[record.kind],
        "titel": record.title,
        "opbrengst": record.outcome,
        "sectoren": list(record.sectors),
        "fasen": [PHASES[phase] for phase in record.phases],
        "themas": [_named(theme) for theme in record.themes],
        "partnerschap": _named(record.partnership),
        "contact": record.contact_role,
        "jaar": record.year,
        "taal": record.language,
        "licentie": record.terms.name,
        "licentieAdres": record.terms.url,
        "gepubliceerdOp": record.published_at.date(),
        "gewijzigdOp": record.changed_at.date(),
        "versie": record.version,
        "voorbeeld": record.is_example,
    }


def _whole(record: Record) -> dict[str, Any]:
    return _item(record) | {
        "voorwaarden": record.conditions,
        "toelichting": record.body,
        "bijDezeSoort": dict(record.details),
        "tijdInUren": record.effort_hours,
        "kosten": COSTS.get(record.cost, ""),
        "link": record.link,
        "bestanden": [{"naam": file.name, "adres": file.url, "mediatype": file.media_type} for file in record.files],
        "bewerkingVan": _named(record.based_on),
        "vervangenDoor": _named(record.replaced_by),
    }


def _named(other: Named | None) -> dict[str, str] | None:
    return {"id": other.code, "naam": other.name, "adres": other.url} if other else None
