"""Bulletins outside the stream: a few for the front page and for a theme, and all of them as rows of a file."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from steunpunt.foundation.access import Actor
from steunpunt.network.models import Theme

from .bulletins import visible_bulletins, with_words
from .stream import Stream, StreamChoice

FEW = 3
BATCH = 200


def newest(actor: Actor, sector: str, today: date) -> dict[str, Any] | None:
    """The newest for a sector, or for all; None when there are none."""
    rows = list(Stream(actor, StreamChoice(sectors=(sector,) if sector else ())).items()[:FEW])
    return {"rows": rows, "sector": sector, "day": today} if rows else None


def about_theme(theme: Theme, actor: Actor, day: date) -> dict[str, Any] | None:
    """The newest about a theme or what falls under it; None when there are none."""
    rows = list(Stream(actor, StreamChoice(themes=(theme.slug,))).items()[:FEW])
    return {"rows": rows, "theme": theme, "day": day} if rows else None


def open_rows(actor: Actor) -> Iterator[tuple[Any, ...]]:
    """Every bulletin as a row of the data set."""
    for row in with_words(visible_bulletins(actor)).order_by("-published_at", "-pk").iterator(chunk_size=BATCH):
        parts = row.parts
        yield (
            row.slug,
            row.title,
            row.text,
            "; ".join(sender.name for sender in row.senders),
            ", ".join(row.reached_sectors),
            ", ".join(role.code for role in row.reached_roles),
            ", ".join(theme.slug for theme in row.reached_themes),
            row.effective_on,
            row.expires_on,
            row.published_at,
            "; ".join(part.source for part in parts),
            "; ".join(part.source_link for part in parts if part.source_link),
            row.is_example,
        )
