"""What a result of search shows of a record of the network, and what a member may find beside what is public."""

from collections.abc import Collection
from typing import Any

from django.db.models import QuerySet

from steunpunt.foundation.access import Actor
from steunpunt.network.models import Project, Theme

from .belonging import partnerships_of
from .choices import choices
from .directory import institution_directory, partnership_directory, site_directory
from .directory.rows import InstitutionRow, PartnershipRow, SiteRow
from .directory.selection import Directory
from .projects import visible_projects
from .themes import visible_themes

MEMBERS = "members"


def partnership_rows(actor: Actor, public_ids: Collection[str]) -> list[PartnershipRow]:
    return _rows(partnership_directory(actor, actor.day), public_ids)


def site_rows(actor: Actor, public_ids: Collection[str]) -> list[SiteRow]:
    return _rows(site_directory(actor, actor.day), public_ids)


def institution_rows(actor: Actor, public_ids: Collection[str]) -> list[InstitutionRow]:
    return _rows(institution_directory(actor, actor.day), public_ids)


def _rows(directory: Directory[Any], public_ids: Collection[str]) -> list[Any]:
    if "by public id" not in directory.kept:
        directory.kept["by public id"] = {row.public_id: row for row in directory.rows}
    known = directory.kept["by public id"]
    return [known[one] for one in public_ids if one in known]


def theme_rows(actor: Actor, public_ids: Collection[str]) -> QuerySet[Theme]:
    return visible_themes(actor).filter(public_id__in=public_ids)


def project_rows(actor: Actor, public_ids: Collection[str]) -> QuerySet[Project]:
    return visible_projects(actor).filter(public_id__in=public_ids).prefetch_related("themes")


def member_tokens(actor: Actor) -> list[str]:
    """What is for all members, and what is for a partnership of one's own."""
    own = list(partnerships_of(actor, actor.day).values_list("public_id", flat=True)) if actor.is_signed_in else []
    return [MEMBERS, *(f"partnership:{public_id}" for public_id in own)] if own else []


def theme_names() -> dict[str, str]:
    """Word in the address → title, in the order of the tree."""
    return {slug: theme.title.lstrip("– ") for slug, theme in choices().themes.items()}
