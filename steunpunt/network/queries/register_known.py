"""What the register knows already, in the words of the intake, to be laid beside a file."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import Any

from django.db.models import F

from steunpunt.network.intake import kinds
from steunpunt.network.intake.kinds import Key
from steunpunt.network.models import (
    FieldOverride,
    Municipality,
    Organisation,
    OrganisationVersion,
    Postcode,
    Programme,
)

ADDRESS_FACTS = ("street", "house_number", "postcode", "place", "website")
TEXT_FACTS = ("name", "sector", *ADDRESS_FACTS, "denomination", "structure", "education_area", "funding")
OTHER_FACTS = ("latitude", "longitude", "pupils")
INSTITUTIONS = (kinds.TRAINING, kinds.UNIVERSITY, kinds.MBO)


@dataclass(slots=True)
class Known:
    """One thing in the register, as it stands on the reference date."""

    pk: Any
    key: Key
    facts: dict[str, Any] = field(default_factory=dict)
    """The facts of that day; of something that is closed, those of its last day."""
    version_pk: int | None = None
    """The dated row that holds on that day; none when it is closed."""
    valid_from: date | None = None
    valid_until: date | None = None
    has_later: bool = False
    """Something is known of it from a later day on, by hand or by a newer file; an older file may not touch it."""
    overrides: dict[str, tuple[int, str]] = field(default_factory=dict)
    """Fields that people corrected by hand: the correction's key and its value."""
    last_pk: int | None = None
    last_until: date | None = None
    source_date: date | None = None
    """The day of which the last file is that spoke of it, or closed it by not speaking of it."""

    @property
    def closed_by_hand_on(self) -> date | None:
        """The day on which people closed it; what a file closes, closes on the day of that file."""
        is_by_hand = self.version_pk is None and self.source_date not in (None, self.last_until)
        return self.last_until if is_by_hand else None


def known_things(kind: str, day: date) -> dict[Key, Known]:
    """All that a file about this kind can be about."""
    readers: dict[str, Callable[[date], dict[Key, Known]]] = {
        kinds.PROGRAMME: _programmes,
        kinds.MUNICIPALITY: lambda _day: _municipalities(),
        kinds.POSTCODE: lambda _day: _postcodes(),
    }
    if kind in readers:
        return readers[kind](day)
    return known_organisations(related_kinds(kind), day)


def related_kinds(kind: str) -> tuple[str, ...]:
    """A file about sites also speaks of their schools and boards."""
    above = {
        kinds.SITE: (kinds.SITE, kinds.SCHOOL, kinds.BOARD),
        kinds.TRAINING: (kinds.TRAINING, kinds.UNIVERSITY, kinds.BOARD),
    }
    return above.get(kind, (kind,) if kind == kinds.BOARD else (kind, kinds.BOARD))


def known_organisations(of_kinds: Iterable[str], day: date) -> dict[Key, Known]:
    """Organisations with a code, each with its facts on that day."""
    of_kinds = tuple(of_kinds)
    coded = Organisation.objects.filter(kind__in=of_kinds).exclude(code="")
    found = {
        pk: Known(pk, (kind, code), source_date=read_on, has_later=read_on is not None and read_on > day)
        for pk, kind, code, read_on in coded.values_list("pk", "kind", "code", "source_date")
    }
    rows = (
        OrganisationVersion.objects.filter(organisation__kind__in=of_kinds)
        .exclude(organisation__code="")
        .order_by("organisation_id", F("valid_from").asc(nulls_first=True))
        .values_list(
            "organisation_id",
            *("pk", "valid_from", "valid_until", "municipality_id", "part_of__kind", "part_of__code"),
            *TEXT_FACTS,
            *OTHER_FACTS,
        )
    )
    for pk, versions in groupby(rows.iterator(chunk_size=2000), key=itemgetter(0)):
        for version in versions:
            _lay_beside(found[pk], version[1:4], _facts(version[4:]), day)
    _add_overrides(found)
    return {known.key: known for known in found.values()}


def _facts(values: tuple[Any, ...]) -> dict[str, Any]:
    municipality, part_kind, part_code, *others = values
    facts = dict(zip((*TEXT_FACTS, *OTHER_FACTS), others, strict=True))
    facts["municipality"] = municipality or ""
    facts["part_of"] = (part_kind, part_code) if part_code else None
    return facts


def _lay_beside(known: Known, period: tuple[Any, ...], facts: dict[str, Any], day: date) -> None:
    """Take in one dated row; rows come in the order of their begin."""
    pk, valid_from, valid_until = period
    if valid_from is not None and valid_from > day:
        known.has_later = True
        return
    known.facts = facts
    known.last_pk, known.last_until = pk, valid_until
    if valid_until is None or valid_until > day:
        known.version_pk, known.valid_from, known.valid_until = pk, valid_from, valid_until


def _add_overrides(found: dict[int, Known]) -> None:
    rows = FieldOverride.objects.filter(ended_at__isnull=True)
    for pk, organisation, name, value in rows.values_list("pk", "organisation_id", "field", "value"):
        if organisation in found:
            found[organisation].overrides[name] = (pk, value)


def _programmes(day: date) -> dict[Key, Known]:
    fields = ("croho", "place", "name", "kind", "level", "funding", "accredited_from", "accredited_until")
    rows = Programme.objects.order_by("institution__code", "croho", "place", F("valid_from").asc(nulls_first=True))
    found: dict[Key, Known] = {}
    for pk, brin, *rest in rows.values_list("pk", "institution__code", *fields, "valid_from", "valid_until"):
        facts = {"institution": brin, **dict(zip(fields, rest, strict=False))}
        key = (kinds.PROGRAMME, f"{brin} {facts['croho']} {facts['place']}".strip())
        known = found.setdefault(key, Known(pk, key))
        _lay_beside(known, (pk, *rest[-2:]), facts, day)
    return found


def _municipalities() -> dict[Key, Known]:
    fields = ("name", "holiday_region", "latitude", "longitude")
    rows = Municipality.objects.values_list("code", "province_id", "province__name", *fields)
    names = ("province", "province_name", *fields)
    return {
        key: Known(code, key, dict(zip(names, values, strict=True)), version_pk=0)
        for code, *values in rows
        for key in [(kinds.MUNICIPALITY, code)]
    }


def _postcodes() -> dict[Key, Known]:
    rows = Postcode.objects.values_list("digits", "place", "municipality_id", "latitude", "longitude")
    return {
        key: Known(
            digits,
            key,
            {"place": place, "municipality": municipality or "", "latitude": latitude, "longitude": longitude},
            version_pk=0,
        )
        for digits, place, municipality, latitude, longitude in rows
        for key in [(kinds.POSTCODE, digits)]
    }


def institution_keys() -> dict[str, int]:
    """The institution that a BRIN of a programme means: a teacher-training one before a university or mbo."""
    found: dict[str, int] = {}
    rows = Organisation.objects.filter(kind__in=INSTITUTIONS).exclude(code="").values_list("kind", "code", "pk")
    for _kind, code, pk in sorted(rows, key=lambda row: INSTITUTIONS.index(row[0])):
        found.setdefault(code, pk)
    return found
