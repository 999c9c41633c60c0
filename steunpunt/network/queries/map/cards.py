"""What a click on the map tells: the schools on one spot, an institution or a partnership."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from steunpunt.foundation.access import Actor
from steunpunt.network.queries.directory import institution_directory, partnership_directory, site_directory
from steunpunt.network.queries.directory.rows import InstitutionRow, PartnershipRow, SiteRow


@dataclass(frozen=True)
class Cards:
    """One spot of the map; exactly one of the three is filled."""

    sites: tuple[SiteRow, ...] = ()
    institution: InstitutionRow | None = None
    partnership: PartnershipRow | None = None


def cards(
    actor: Actor, day: date, *, sites: Sequence[str] = (), institution: str = "", partnership: str = ""
) -> Cards | None:
    """The first that is asked and exists on the day; None when nothing does."""
    if partnership:
        row = partnership_directory(actor, day).by_slug.get(partnership)
        return Cards(partnership=row) if row else None
    if institution:
        found = _with_keys(institution_directory(actor, day).rows, {institution})
        return Cards(institution=found[0]) if found else None
    found = _with_keys(site_directory(actor, day).rows, set(sites)) if sites else []
    return Cards(sites=tuple(found)) if found else None


def _with_keys(rows: Sequence[Any], keys: set[str]) -> list[Any]:
    return [row for row in rows if row.organisation.key in keys]
