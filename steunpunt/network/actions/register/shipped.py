"""Reads the register that comes with the project, by the same actions as a file that staff offer."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.core.files.base import File

from steunpunt.foundation.access import Actor, require
from steunpunt.network.models import ImportState, RegisterImport
from steunpunt.network.queries.register import was_read_in

from .offering import offer_file
from .running import run_import
from .starting import start_import_with_closings


@dataclass(frozen=True)
class ShippedFile:
    """A file in `data/` with the day it speaks of and where it comes from (`data/README.md`)."""

    path: str
    on: date
    source: str


SHIPPED = (
    ShippedFile("geo/gemeenten_2023.csv", date(2023, 1, 1), "CBS, Wijken en buurten 2023 (CC BY 4.0)"),
    ShippedFile("geo/pc4.csv.gz", date(2024, 4, 1), "GeoNames (CC BY 4.0)"),
    ShippedFile("register/scholen_2024-11-22.csv.gz", date(2024, 11, 22), "DUO, adressen van scholen (CC0)"),
    ShippedFile("register/ho_instellingen_2025.csv", date(2025, 2, 1), "openbare feiten uit het opleidingsregister"),
    ShippedFile("register/mbo_instellingen_2025.csv", date(2025, 2, 1), "openbare feiten uit het opleidingsregister"),
    ShippedFile("register/lerarenopleidingen_2025.csv", date(2025, 2, 1), "openbare feiten uit het opleidingsregister"),
    ShippedFile("register/vo_vestigingen_2025.csv.gz", date(2025, 7, 1), "DUO, alle vestigingen VO (CC0)"),
)
"""In the order of their dates, because an older file than the register is refused."""


def load_shipped(*, by: Actor, at: datetime, say: Callable[[str], object] = lambda text: None) -> int:
    """Read every shipped file that was not read yet; how many were. Raises Refusal when one does not go in."""
    waiting = [shipped for shipped in SHIPPED if not was_read_in(shipped.path.rsplit("/", 1)[-1], shipped.on)]
    for shipped in waiting:
        say(shipped.path)
        _load(shipped, by=by, at=at)
    return len(waiting)


def _load(shipped: ShippedFile, *, by: Actor, at: datetime) -> RegisterImport:
    path = settings.REGISTER_DIR / shipped.path
    with path.open("rb") as source:
        offered = offer_file(File(source, path.name), reference_date=shipped.on, source=shipped.source, by=by, at=at)
    start_import_with_closings(offered, by=by, at=at)
    run_import(offered.public_id, at=at)
    offered.refresh_from_db()
    while offered.state in (ImportState.WAITING, ImportState.RUNNING):
        time.sleep(0.5)  # a worker was faster than we
        offered.refresh_from_db()
    require(offered.state == ImportState.DONE, f"{shipped.path}: {offered.error}")
    return offered
