"""Projects and initiatives in the surroundings, and which partnerships they touch."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils.text import slugify
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from steunpunt.foundation.access import Actor, require
from steunpunt.foundation.ledger.actions import record
from steunpunt.foundation.ledger.changes import field_changes
from steunpunt.network.models import Partnership, Project, ProjectPartnership, Theme
from steunpunt.network.queries.editing import project_slug_is_taken
from steunpunt.network.rules.organisation import may_edit_surroundings
from steunpunt.network.rules.partnership import may_edit_partnership

from .noting import NOT_YOURS, ONLY_STAFF
from .refusing import refused_plainly
from .telling import name_of, told

FACTS = ("kind", "title", "summary", "website", "organisation", "valid_from", "valid_until")


def add_project(project: Project, themes: Iterable[Theme] = (), *, by: Actor, at: datetime) -> Project:
    """A new project (unsaved); an empty slug is made from the title."""
    require(may_edit_surroundings(by), ONLY_STAFF)
    with transaction.atomic(), refused_plainly():
        project.slug = project.slug or _free_slug(project.title)
        project.save()
        project.themes.set(themes)
        summary = _("Project toegevoegd: %(title)s.") % {"title": project.title}
        changes = field_changes({}, told(project, *FACTS))
        record(by=by, at=at, deed="project-added", summary=summary, subjects=[project.reference], changes=changes)
    return project


def change_project(changed: Project, themes: Iterable[Theme], *, by: Actor, at: datetime) -> Project:
    """The row as it has to become, with its primary key."""
    require(may_edit_surroundings(by), ONLY_STAFF)
    with transaction.atomic(), refused_plainly():
        before = told(Project.objects.select_for_update().get(pk=changed.pk), *FACTS)
        changed.save()
        changed.themes.set(themes)
        summary = _("Project gewijzigd: %(title)s.") % {"title": changed.title}
        changes = field_changes(before, told(changed, *FACTS))
        record(by=by, at=at, deed="project-changed", summary=summary, subjects=[changed.reference], changes=changes)
    return changed


def link_project(project: Project, partnership: Partnership, *, by: Actor, at: datetime) -> ProjectPartnership:
    """The project touches the partnership; its coordinator may say so too."""
    require(may_edit_partnership(by, partnership, localdate(at)), NOT_YOURS)
    with transaction.atomic(), refused_plainly():
        row = ProjectPartnership.objects.create(project=project, partnership=partnership)
        _note(row, "project-linked", _("%(name)s doet mee aan %(title)s."), by, at)
    return row


def unlink_project(row: ProjectPartnership, *, by: Actor, at: datetime) -> None:
    """The project does not touch the partnership after all."""
    require(may_edit_partnership(by, row.partnership, localdate(at)), NOT_YOURS)
    with transaction.atomic():
        _note(row, "project-unlinked", _("%(name)s doet niet mee aan %(title)s."), by, at)
        row.delete()


def _free_slug(title: str) -> str:
    first = slugify(title)[:90] or "project"
    slug, number = first, 1
    while project_slug_is_taken(slug):
        number += 1
        slug = f"{first}-{number}"
    return slug


def _note(row: ProjectPartnership, deed: str, summary: str, by: Actor, at: datetime) -> None:
    words = {"name": name_of(row.partnership, localdate(at)), "title": row.project.title}
    subjects = [row.partnership.reference, row.project.reference]
    record(by=by, at=at, deed=deed, summary=summary % words, subjects=subjects)
