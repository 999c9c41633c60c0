"""Finds the date that a Dutch text gives for itself, and the day in the metadata of a file."""

import re
from dataclasses import dataclass
from datetime import date, datetime

MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
NUMBERS = {name: number for number, name in enumerate(MONTHS, start=1)}
NUMBERS |= {name[:3]: number for name, number in NUMBERS.items()} | {"mrt": 3, "sept": 9}
EARLIEST = 1980

MONTH = "|".join(sorted(NUMBERS, key=len, reverse=True))
WRITTEN = rf"\b(?P<day>\d{{1,2}})(?:e|ste|de)?\s+(?P<month>{MONTH})\.?\s+(?P<year>\d{{4}})\b"
FIGURES = r"(?<![\d.-])(?P<day2>\d{1,2})(?P<mark>[-/.])(?P<month2>\d{1,2})(?P=mark)(?P<year2>\d{4})(?![\d-])"
BACKWARDS = r"(?<![\d-])(?P<year3>\d{4})-(?P<month3>\d{2})-(?P<day3>\d{2})(?![\d-])"
FULL = re.compile(f"{WRITTEN}|{FIGURES}|{BACKWARDS}", re.IGNORECASE)
MONTH_AND_YEAR = re.compile(rf"\b(?:{MONTH})\.?\s+(?P<year>\d{{4}})\b", re.IGNORECASE)
PDF_DATE = re.compile(r"^(?:D:)?(\d{4})(\d{2})(\d{2})")

TOP = 600
FIRST_PAGE = 3_000


@dataclass(frozen=True, slots=True)
class Dated:
    """The day of a document, or only its year, or neither."""

    day: date | None = None
    year: int | None = None


def dated(text: str, from_metadata: date | None, *, today: date) -> Dated:
    """What stands at the top counts before the metadata, and those before the rest of the first page."""
    latest = today.replace(year=today.year + 1, day=1)
    top = first_date(text[:TOP], latest)
    if top.day or top.year:
        return top
    if from_metadata and from_metadata.year >= EARLIEST and from_metadata <= today:
        return Dated(from_metadata, from_metadata.year)
    return first_date(text[TOP:FIRST_PAGE], latest)


def first_date(text: str, latest: date) -> Dated:
    """The first full date in the text, or else the year of the first month with a year."""
    for found in FULL.finditer(text):
        day = _day(found.groupdict())
        if day and day.year >= EARLIEST and day <= latest:
            return Dated(day, day.year)
    for found in MONTH_AND_YEAR.finditer(text):
        if EARLIEST <= int(found["year"]) <= latest.year:
            return Dated(None, int(found["year"]))
    return Dated()


def _day(parts: dict[str, str | None]) -> date | None:
    for suffix in ("", "2", "3"):
        year, month, day = (parts[f"{part}{suffix}"] for part in ("year", "month", "day"))
        if year and month and day:
            return _date(int(year), NUMBERS.get(month.lower()) or int(month), int(day))
    return None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def pdf_day(value: str) -> date | None:
    """The day of a moment as PDF writes it: D:20150921103000+02'00'."""
    found = PDF_DATE.match(value.strip())
    return _date(*(int(part) for part in found.groups())) if found else None


def moment_day(value: datetime | None) -> date | None:
    return value.date() if value else None
