"""Loading the lists that every installation begins with: roles, themes and scenarios."""

import tomllib
from datetime import datetime
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from steunpunt.foundation.access import Actor
from steunpunt.foundation.ledger.actions import record
from steunpunt.network.models import Role, Scenario

from .themes import ThemeLine, ensure_themes

FOLDER = Path(__file__).resolve().parent.parent / "data"


def load_lists(*, at: datetime) -> dict[str, int]:
    """Add what is missing and leave alone what staff changed; safe to repeat. How many of each were made."""
    with transaction.atomic():
        made = {
            "rollen": _load_roles(_rows("roles", "role")),
            "thema's": ensure_themes([ThemeLine(**row) for row in _rows("themes", "theme")]),
            "scenario's": _load_scenarios(_rows("scenarios", "scenario")),
        }
        if any(made.values()):
            by, changes = Actor.for_system("lijsten"), {name: [0, count] for name, count in made.items()}
            record(
                by=by,
                at=at,
                deed="lists-loaded",
                summary=_("Lijsten geladen"),
                subjects=["lijsten:net"],
                changes=changes,
            )
    return made


def _rows(name: str, table: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = tomllib.loads((FOLDER / f"{name}.toml").read_text())[table]
    return rows


def _load_roles(rows: list[dict[str, Any]]) -> int:
    made = 0
    for place, row in enumerate(rows):
        facts = {key: value for key, value in row.items() if key != "code"}
        _role, new = Role.objects.get_or_create(code=row["code"], defaults=facts | {"position": (place + 1) * 10})
        made += new
    return made


def _load_scenarios(rows: list[dict[str, Any]]) -> int:
    made = 0
    for row in rows:
        facts = {key: value for key, value in row.items() if key != "code"}
        _scenario, new = Scenario.objects.get_or_create(code=row["code"], defaults=facts)
        made += new
    return made
