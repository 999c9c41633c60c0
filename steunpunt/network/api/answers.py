"""The shapes in which the API shows the network, and how each is made from a row of the directory."""

from datetime import date
from typing import Any, Literal

from django.urls import reverse
from pydantic import Field

from steunpunt.foundation.rest.schemas import Answer, Links, link
from steunpunt.network import models
from steunpunt.network.queries import contacts
from steunpunt.network.queries.addresses import KIND_SLUGS
from steunpunt.network.queries.choices import PROGRAMME_WORDS, RING_WORDS, STATE_WORDS
from steunpunt.network.queries.directory.rows import (
    InstitutionRow,
    Member,
    OrganisationRow,
    PartnershipRow,
    ProgrammeRow,
)

BASE = "/api/v1"
SOURCE = "Organisaties: DUO, open onderwijsdata (CC0). Partnerschappen: de partnerschappen zelf en openbare berichten; zie bron per rij."
ROLE_WORDS = {
    models.MembershipRole.BOARD.value: "bestuur",
    models.MembershipRole.SCHOOL.value: "school",
    models.MembershipRole.INSTITUTE.value: "lerarenopleiding",
}
EXAMPLE = Field(description="Of dit een verzonnen voorbeeld is.")
Ring = Literal["kern", "schil"]


class Reference(Answer):
    """Another record, in short."""

    id: str
    naam: str


class OrganisationReference(Reference):
    """Another organisation, in short."""

    soort: str
    code: str
    plaats: str


class Membership(Answer):
    """An organisation in a partnership."""

    partnerschap: Reference
    organisatie: OrganisationReference
    rol: Literal["bestuur", "school", "lerarenopleiding"]
    ring: Ring | None = Field(description="Kern of schil; alleen bij scholen.")
    sinds: date | None
    begin_onbekend: bool = Field(description="Waar: het was op de dag bij 'sinds' al zo, sinds wanneer weet niemand.")
    voorbeeld: bool = EXAMPLE


class Partnership(Answer):
    """An opleidingsschool as it is on a day."""

    links: Links = Field(alias="_links")
    id: str
    naam: str
    sectoren: list[Literal["po", "vo", "mbo", "ho"]]
    status: Literal["kandidaat", "aspirant", "erkend", "beeindigd", "onbekend"]
    status_sinds: date | None
    academische_kop: bool
    regio: str
    werkgebied: str
    penvoerder: str
    sinds: date | None
    begin_onbekend: bool
    aantal_kernscholen: int
    aantal_schilscholen: int
    aantal_lerarenopleidingen: int
    provincies: list[str]
    themas: list[str] = Field(description="Thema's waarvoor er een contactpersoon is.")
    bron: str
    peildatum: str
    bevestigd: bool = Field(description="Of het partnerschap deze gegevens zelf heeft bevestigd.")
    voorbeeld: bool = EXAMPLE


class Contact(Answer):
    """Whom to ask about a theme; a name only with consent."""

    thema: str
    functie: str
    naam: str


class PartnershipWhole(Partnership):
    """A partnership with its members and contacts."""

    visie: str
    website: str
    leden: list[Membership]
    contacten: list[Contact]


class Organisation(Answer):
    """An organisation as it is on a day."""

    links: Links = Field(alias="_links")
    id: str
    soort: str
    code: str
    naam: str
    sector: str
    straat: str
    huisnummer: str
    postcode: str
    plaats: str
    gemeente: str
    provincie: str
    breedtegraad: float | None
    lengtegraad: float | None
    aantal_leerlingen: int | None
    valt_onder: Reference | None
    bron: str
    peildatum: date | None
    voorbeeld: bool = EXAMPLE


class OrganisationWhole(Organisation):
    """An organisation with the partnerships that it takes part in."""

    lidmaatschappen: list[Membership]


class Programme(Answer):
    """A teacher-training programme of an institution in one place."""

    instelling: OrganisationReference
    croho: str
    naam: str
    soort: str
    niveau: str
    plaats: str
    geaccrediteerd_tot: date | None
    voorbeeld: bool = EXAMPLE


class Theme(Answer):
    """A theme, with the one that it falls under."""

    id: str
    naam: str
    trefwoorden: str
    valt_onder: str | None


class Region(Answer):
    """A region in its period."""

    id: str
    naam: str
    soort: str
    geldig_vanaf: date | None
    geldig_tot: date | None
    bron: str
    voorbeeld: bool = EXAMPLE


def partnership(row: PartnershipRow) -> dict[str, Any]:
    """A partnership as in a list."""
    return {
        "_links": {
            "self": link(f"{BASE}/partnerschappen/{row.public_id}"),
            "html": link(reverse("network:partnership", args=[row.slug])),
        },
        "id": row.public_id,
        "naam": row.name,
        "sectoren": list(row.sectors),
        "status": STATE_WORDS[row.state],
        "statusSinds": row.state_since.day,
        "academischeKop": row.is_academic,
        "regio": row.region,
        "werkgebied": row.area,
        "penvoerder": row.lead,
        "sinds": row.since.day,
        "beginOnbekend": row.since.is_unknown,
        "aantalKernscholen": row.core,
        "aantalSchilscholen": row.shell,
        "aantalLerarenopleidingen": len(row.institutes),
        "provincies": row.provinces,
        "themas": list(row.themes),
        "bron": row.source,
        "peildatum": row.source_date,
        "bevestigd": row.is_verified,
        "voorbeeld": row.is_example,
    }


def membership(pair: tuple[PartnershipRow, Member]) -> dict[str, Any]:
    """A member of a partnership."""
    row, member = pair
    return {
        "partnerschap": {"id": row.public_id, "naam": row.name},
        "organisatie": in_short(member.organisation),
        "rol": ROLE_WORDS[member.role],
        "ring": RING_WORDS.get(member.ring),
        "sinds": member.since.day,
        "beginOnbekend": member.since.is_unknown,
        "voorbeeld": row.is_example,
    }


def in_short(row: OrganisationRow) -> dict[str, Any]:
    return {
        "id": row.public_id,
        "naam": row.name,
        "soort": KIND_SLUGS[row.kind],
        "code": row.code,
        "plaats": row.place,
    }


def organisation(row: OrganisationRow, above: OrganisationRow | None) -> dict[str, Any]:
    """An organisation as in a list; `above` is what it falls under."""
    return {
        "_links": {"self": link(f"{BASE}/organisaties/{row.public_id}"), "html": link(row.url)},
        **in_short(row),
        "sector": row.sector,
        "straat": row.street,
        "huisnummer": row.house_number,
        "postcode": row.postcode,
        "gemeente": row.municipality,
        "provincie": row.province,
        "breedtegraad": row.latitude,
        "lengtegraad": row.longitude,
        "aantalLeerlingen": row.pupils,
        "valtOnder": {"id": above.public_id, "naam": above.name} if above else None,
        "bron": row.source,
        "peildatum": row.source_date,
        "voorbeeld": row.is_example,
    }


def programme(pair: tuple[InstitutionRow, ProgrammeRow]) -> dict[str, Any]:
    """A programme with the institution that gives it."""
    institution, row = pair
    return {
        "instelling": in_short(institution.organisation),
        "croho": row.croho,
        "naam": row.name,
        "soort": PROGRAMME_WORDS[row.kind],
        "niveau": row.level,
        "plaats": row.place,
        "geaccrediteerdTot": row.accredited_until,
        "voorbeeld": institution.organisation.is_example,
    }


def contact(row: contacts.Contact) -> dict[str, Any]:
    """A contact for a theme; the name is empty without consent."""
    return {"thema": row.theme.slug, "functie": row.local_title or row.role, "naam": row.name}


def theme(row: models.Theme) -> dict[str, Any]:
    return {
        "id": row.slug,
        "naam": row.title,
        "trefwoorden": row.keyword_line,
        "valtOnder": row.parent.slug if row.parent else None,
    }


def region(row: models.Region) -> dict[str, Any]:
    return {
        "id": row.public_id,
        "naam": row.name,
        "soort": str(row.get_kind_display()),
        "geldigVanaf": row.valid_from,
        "geldigTot": row.valid_until,
        "bron": row.source,
        "voorbeeld": row.is_example,
    }
