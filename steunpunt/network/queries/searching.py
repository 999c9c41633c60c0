"""Finding in the network by words alone: the same directory and the same words as the lists."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from steunpunt.foundation.access import Actor
from steunpunt.network.models import Project, Theme

from .directory import institution_directory, partnership_directory, site_directory
from .directory.rows import InstitutionRow, PartnershipRow, SiteRow
from .directory.selection import Directory
from .filters import Filters

VISITOR = Actor.visitor()
"""The directory is public, so nobody finds more than a visitor does."""


def partnerships_found(text: str, day: date, *, guess: bool = True) -> Sequence[PartnershipRow]:
    return _found(partnership_directory(VISITOR, day), text, day, guess)


def sites_found(text: str, day: date, *, guess: bool = True) -> Sequence[SiteRow]:
    """School sites by name, code, BRIN or place."""
    return _found(site_directory(VISITOR, day), text, day, guess)


def institutions_found(text: str, day: date, *, guess: bool = True) -> Sequence[InstitutionRow]:
    return _found(institution_directory(VISITOR, day), text, day, guess)


def _found(directory: Directory[Any], text: str, day: date, guess: bool) -> Sequence[Any]:
    """Where kinds stand together a word that nobody knows finds nothing: what looks like it would drown the rest."""
    if not text.strip():
        return []
    selection = directory.select(Filters(day=day, text=text))
    return selection.rows if guess or not selection.guesses else []


def themes_found(rows: QuerySet[Theme], text: str) -> QuerySet[Theme]:
    """Themes with every word in the title or among the keywords."""
    for word in text.split():
        rows = rows.filter(Q(title__unaccent__icontains=word) | Q(keyword_line__unaccent__icontains=word))
    return rows


def projects_found(rows: QuerySet[Project], text: str) -> QuerySet[Project]:
    """Projects with every word in the title or the summary."""
    for word in text.split():
        rows = rows.filter(Q(title__unaccent__icontains=word) | Q(summary__unaccent__icontains=word))
    return rows.order_by("title")
