"""Makes register files for tests: our own site file row by row, and the ways to offer and read one in."""

from datetime import UTC, date, datetime
from pathlib import Path

from django.core.files.base import ContentFile

from steunpunt.foundation.access import Actor
from steunpunt.network.actions.register import offer_file, run_import, start_import_with_closings
from steunpunt.network.models import RegisterImport

DATA = Path(__file__).resolve().parents[1] / "data"
SHIPPED = Path(__file__).resolve().parents[2] / "data"
SITES = "vestigingscode,brin,naam,sector,type,straat,huisnummer,huisletter,toevoeging,postcode,plaats,gemeentecode"
AT = datetime(2026, 9, 1, 9, tzinfo=UTC)
FIRST, SECOND = date(2025, 1, 1), date(2026, 1, 1)
SYSTEM = Actor.for_system("test")


def site(code: str, **changes: str) -> str:
    """One row of a site file; `changes` are columns by their name in the file."""
    values = {
        "vestigingscode": code,
        "brin": code[:4],
        "naam": f"School {code}",
        "sector": "VO",
        "type": "HAVO/VWO",
        "straat": "Dorpsstraat",
        "huisnummer": "1",
        "huisletter": "",
        "toevoeging": "",
        "postcode": "3511AA",
        "plaats": "Utrecht",
        "gemeentecode": "",
    } | changes
    return ",".join(values.values())


def site_file(*rows: str) -> bytes:
    return "\n".join([SITES, *rows, ""]).encode()


def offered(content: bytes, on: date = FIRST, name: str = "scholen.csv", by: Actor = SYSTEM) -> RegisterImport:
    """The dry run of a file."""
    return offer_file(ContentFile(content, name), reference_date=on, by=by, at=AT, source="test")


def read_in(content: bytes, on: date = FIRST, name: str = "scholen.csv") -> RegisterImport:
    """The file read into the register, whatever it closes."""
    imported = offered(content, on, name)
    start_import_with_closings(imported, by=SYSTEM, at=AT)
    run_import(imported.public_id, at=AT)
    imported.refresh_from_db()
    return imported
