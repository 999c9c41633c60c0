"""What may be asked of the network, and how a question becomes filters."""

from typing import Literal

from django.http import HttpRequest, QueryDict
from django.utils import timezone
from pydantic import Field, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from steunpunt.foundation.rest.schemas import Paged
from steunpunt.network.forms.filters import read_filters
from steunpunt.network.queries.filters import Filters

Sector = Literal["po", "vo", "mbo", "ho"]
State = Literal["kandidaat", "aspirant", "erkend", "beeindigd", "onbekend"]
Kind = Literal[
    "bestuur",
    "school",
    "vestiging",
    "lerarenopleiding",
    "mbo",
    "universiteit",
    "gemeente",
    "ministerie",
    "sectorraad",
    "expertisecentrum",
    "organisatie",
]
ProgrammeKind = Literal[
    "pabo", "tweede-graad", "eerste-graad-hbo", "eerste-graad-wo", "kunstvakken", "lichamelijke-opvoeding", "overig"
]
TEXT = Field("", max_length=100, description="Zoekt in naam, plaats en code.")


class AboutPartnerships(Paged):
    """The filters of the lists and the map."""

    q: str = TEXT
    sector: list[Sector] = Field([], description="Een of meer sectoren.")
    status: list[State] = Field([], description="Een of meer statussen.")
    provincie: list[str] = Field([], description="Naam van de provincie waar scholen van het partnerschap staan.")
    gemeente: list[str] = Field([], description="Naam van de gemeente.")
    instituut: list[str] = Field([], description="BRIN van een lerarenopleiding die meedoet.")
    academisch: list[Literal["ja", "nee"]] = Field([], description="Met of zonder academische kop.")
    ring: list[Literal["kern", "schil", "geen"]] = Field([], description="Kern of schil.")
    thema: list[str] = Field([], description="Id van een thema waarvoor er een contactpersoon is.")
    postcode: str = Field("", max_length=8, description="Vier cijfers: het dichtstbij eerst.")
    straal: Literal["", "5", "10", "20", "30", "50"] = Field(
        "", description="Hoogstens zoveel kilometer van de postcode."
    )

    @field_validator("provincie", "gemeente", "instituut", "thema", "postcode")
    @classmethod
    def every_value_is_known(cls, value: str | list[str], info: ValidationInfo) -> str | list[str]:
        """What the lists leave out with a remark is an error here, told together with all others."""
        query = QueryDict(mutable=True)
        query.setlist(str(info.field_name), [value] if isinstance(value, str) else value)
        _filters, remarks = read_filters(query, timezone.localdate())
        if remarks:
            raise PydanticCustomError("unknown_value", "unknown value")
        return value


class AboutOrganisations(Paged):
    """Which organisations."""

    soort: list[Kind] = Field([], description="Een of meer soorten.")
    code: str = Field("", max_length=12, description="BRIN, vestigingscode of bestuursnummer.")
    q: str = TEXT
    sector: list[Sector] = Field([])
    gemeente: str = Field("", max_length=60)
    provincie: str = Field("", max_length=40)


class AboutMemberships(Paged):
    """Which memberships."""

    partnerschap: str = Field("", max_length=12, description="Id van een partnerschap.")
    organisatie: str = Field("", max_length=12, description="Id of code van een organisatie.")
    rol: list[Literal["bestuur", "school", "lerarenopleiding"]] = Field([])
    ring: list[Literal["kern", "schil"]] = Field([])


class AboutProgrammes(Paged):
    """Which programmes."""

    instelling: str = Field("", max_length=12, description="BRIN of id van de instelling.")
    soort: list[ProgrammeKind] = Field([])
    plaats: str = Field("", max_length=60)


def filters_of(request: HttpRequest) -> Filters:
    """The filters in the address, read as the lists do; `AboutPartnerships` refused what they would leave out."""
    filters, _remarks = read_filters(request.GET, timezone.localdate())
    return filters
