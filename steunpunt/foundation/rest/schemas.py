"""The shapes that every API of the platform shares: camelCase names, strict questions, pages with links."""

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Annotated, Any, Generic, TypeVar
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from ninja import Schema
from pydantic import (
    AfterValidator,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    ValidationInfo,
    model_validator,
)
from pydantic.alias_generators import to_camel
from pydantic_core import InitErrorDetails, PydanticCustomError

from .problems import UNKNOWN_PARAMETER

MOST_PER_PAGE = 500
ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
EARLIEST, LATEST = date(1900, 1, 1), date(2100, 1, 1)
T = TypeVar("T")


class Answer(Schema):
    """What the API says; names of attributes are Dutch and in camelCase."""

    model_config = ConfigDict(alias_generator=to_camel, populate_by_name=True)


class Question(Schema):
    """What may be asked; a parameter that does not exist is an error and not silence."""

    model_config = ConfigDict(alias_generator=to_camel, populate_by_name=True)

    @model_validator(mode="wrap")
    @classmethod
    def _refuse_unknown(cls, data: Any, handler: Any, info: ValidationInfo) -> Any:
        asked = (info.context or {})["request"].GET
        known = {field.alias or name for name, field in cls.model_fields.items()}
        details = [
            InitErrorDetails(type=PydanticCustomError(UNKNOWN_PARAMETER, "unknown"), loc=(name,), input=asked[name])
            for name in asked
            if name not in known
        ]
        try:
            made = handler(data)
        except ValidationError as error:
            details += [_again(one) for one in error.errors(include_url=False)]
        if details:
            raise ValidationError.from_exception_data(cls.__name__, details)
        return made


def _again(error: Any) -> InitErrorDetails:
    """An error that was found, ready to be raised together with others."""
    kind = PydanticCustomError(error["type"], "invalid", error.get("ctx") or {})
    return InitErrorDetails(type=kind, loc=error["loc"], input=error["input"])


def _within_reach(day: date) -> date:
    if not EARLIEST <= day < LATEST:
        raise PydanticCustomError("date_out_of_reach", "out of reach")
    return day


def _as_iso(value: Any) -> Any:
    """Only a date as such; the library would also take seconds since 1970 and moments."""
    if isinstance(value, str) and not ISO_DATE.fullmatch(value):
        raise PydanticCustomError("date_parsing", "no date")
    return value


Day = Annotated[date, BeforeValidator(_as_iso), AfterValidator(_within_reach)]


class OnADay(Question):
    """Any state can be asked as on a day."""

    op: Day = Field(
        default_factory=timezone.localdate,
        description="De dag waarop de gegevens gelden (JJJJ-MM-DD). Zonder: vandaag. Mag in de toekomst liggen.",
    )

    @property
    def day(self) -> date:
        return self.op


class Paged(OnADay):
    """A list is asked page by page."""

    pagina: int = Field(1, ge=1, le=100_000, description="Nummer van de pagina, vanaf 1.")
    pagina_grootte: int = Field(50, ge=1, le=MOST_PER_PAGE, description="Aantal per pagina.")


class Href(Schema):
    """The address of something else."""

    href: str


Links = dict[str, Href]
"""Names of relations with their addresses: self, first, prev, next, last; or self and html for one record."""


class Listing(Answer, Generic[T]):
    """One page of a list."""

    links: Links = Field(alias="_links")
    totaal: int
    pagina: int
    pagina_grootte: int
    op: date = Field(description="De dag waarop de gegevens gelden.")
    opgevraagd_op: datetime = Field(description="Moment van het antwoord, in UTC.")
    voorbeeld: bool = Field(description="Of deze installatie voorbeeldgegevens toont.")
    bron: str
    resultaten: list[T]


def now() -> datetime:
    """The moment of the answer, in UTC and whole seconds."""
    return timezone.now().astimezone(UTC).replace(microsecond=0)


def address(request: HttpRequest, **changes: object) -> str:
    """The address of this request with some parameters changed."""
    pairs = [(name, value) for name, values in request.GET.lists() if name not in changes for value in values]
    query = urlencode([*pairs, *changes.items()])
    return f"{settings.BASE_URL}{request.path}" + (f"?{query}" if query else "")


def listing(request: HttpRequest, asked: Paged, rows: Sequence[Any], *, source: str) -> dict[str, Any]:
    """The page of `rows` that was asked for, with the way to the others; `resultaten` holds the rows themselves."""
    size, last = asked.pagina_grootte, max(1, -(-len(rows) // asked.pagina_grootte))
    begin = (asked.pagina - 1) * size

    def page(number: int) -> dict[str, str]:
        return {"href": address(request, pagina=number)}

    links = {"self": {"href": address(request)}, "first": page(1), "last": page(last)}
    if 1 < asked.pagina <= last:
        links["prev"] = page(asked.pagina - 1)
    if asked.pagina < last:
        links["next"] = page(asked.pagina + 1)
    return {
        "_links": links,
        "totaal": len(rows),
        "pagina": asked.pagina,
        "paginaGrootte": size,
        "op": asked.day,
        "opgevraagdOp": now(),
        "voorbeeld": settings.EXAMPLE_MODE,
        "bron": source,
        "resultaten": rows[begin : begin + size],
    }


def link(path: str) -> dict[str, str]:
    """A path of the platform as a full address."""
    return {"href": f"{settings.BASE_URL}{path}"}
