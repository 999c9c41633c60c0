"""What a result of search shows of a record of the network, and what a member may find beside what is public."""

from typing import Any

from django.db.models import QuerySet

from steunpunt.foundation.access import Actor
from steunpunt.network.models import Project

from .belonging import partnerships_of
from .choices import choices
from .directory import institution_directory, partnership_directory, site_directory
from .directory.rows import InstitutionRow, PartnershipRow, SiteRow
from .directory.selection import Directory

MEMBERS = "members"


def partnership_rows(actor: Actor, found: QuerySet[Any]) -> list[PartnershipRow]:
    return _rows(partnership_directory(actor, actor.day), found)


def site_rows(actor: Actor, found: QuerySet[Any]) -> list[SiteRow]:
    return _rows(site_directory(actor, actor.day), found)


def institution_rows(actor: Actor, found: QuerySet[Any]) -> list[InstitutionRow]:
    return _rows(institution_directory(actor, actor.day), found)


def _rows(directory: Directory[Any], found: QuerySet[Any]) -> list[Any]:
    if "by public id" not in directory.kept:
        directory.kept["by public id"] = {row.public_id: row for row in directory.rows}
    known = directory.kept["by public id"]
    return [known[one] for one in found.values_list("public_id", flat=True) if one in known]


def project_rows(actor: Actor, found: QuerySet[Project]) -> QuerySet[Project]:
    return found.prefetch_related("themes")


def member_tokens(actor: Actor) -> list[str]:
    """What is for all members, and what is for a partnership of one's own."""
    own = list(partnerships_of(actor, actor.day).values_list("public_id", flat=True)) if actor.is_signed_in else []
    return [MEMBERS, *(f"partnership:{public_id}" for public_id in own)] if own else []


def theme_names() -> dict[str, str]:
    """Word in the address → title, in the order of the tree."""
    return {slug: theme.title.lstrip("– ") for slug, theme in choices().themes.items()}
