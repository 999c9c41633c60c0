"""Projects and initiatives in the surroundings, and which partnerships they touch."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime

from django.db import transaction
from django.utils.text import slugify
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from steunpunt.foundation.access import Actor, require
from steunpunt.foundation.events.announcing import announce
from steunpunt.foundation.ledger.actions import record
from steunpunt.foundation.ledger.changes import field_changes
from steunpunt.foundation.ledger.revisions import locked
from steunpunt.network.events import PartnershipChanged
from steunpunt.network.models import Partnership, Project, ProjectPartnership, Theme
from steunpunt.network.queries.editing import project_slug_is_taken
from steunpunt.network.queries.projects import RESERVED, partnership_slugs_of
from steunpunt.network.rules.organisation import may_edit_surroundings
from steunpunt.network.rules.partnership import may_edit_partnership

from .noting import NOT_YOURS, ONLY_STAFF
from .refusing import refused_plainly
from .telling import name_of, told

FACTS = (
    "kind",
    "title",
    "summary",
    "website",
    "organisation",
    "valid_from",
    "begin_unknown",
    "valid_until",
    "source",
)


def add_project(project: Project, themes: Iterable[Theme] = (), *, by: Actor, at: datetime) -> Project:
    """A new project (unsaved); an empty slug is made from the title."""
    require(may_edit_surroundings(by), ONLY_STAFF)
    with transaction.atomic(), refused_plainly():
        project.slug = project.slug or _free_slug(project.title)
        project.save()
        project.themes.set(themes)
        _note(project, "project-added", _("Project toegevoegd: %(title)s."), field_changes({}, _told(project)), by, at)
    return project


def change_project(
    changed: Project, themes: Iterable[Theme], *, by: Actor, at: datetime, revision: int | None = None
) -> Project:
    """The row as it has to become, with its primary key."""
    with _editing(changed, by=by, revision=revision) as held:
        before = _told(held)
        changed.save()
        changed.themes.set(themes)
        changes = field_changes(before, _told(changed))
        require(bool(changes), _("Er is niets veranderd. Pas eerst iets aan."))
        _note(changed, "project-changed", _("Project gewijzigd: %(title)s."), changes, by, at)
    return changed


def remove_project(project: Project, *, by: Actor, at: datetime, revision: int | None = None) -> None:
    """There never was such a project; one that partnerships take part in stays."""
    with _editing(project, by=by, revision=revision) as held:
        sentence = _("Dit project hoort nog bij partnerschappen. Haal die er eerst af, of vul een einde in.")
        require(not partnership_slugs_of(held), sentence)
        changes = {name: [value, None] for name, value in _told(held).items() if value}
        _note(held, "project-removed", _("Project weggehaald: %(title)s."), changes, by, at)
        held.delete()


def link_project(project: Project, partnership: Partnership, *, by: Actor, at: datetime) -> ProjectPartnership:
    """The project touches the partnership; its coordinator may say so too."""
    require(may_edit_partnership(by, partnership, localdate(at)), NOT_YOURS)
    with transaction.atomic(), refused_plainly():
        _next_revision(project)
        row = ProjectPartnership.objects.create(project=project, partnership=partnership)
        _note_link(row, "project-linked", _("%(name)s doet mee aan %(title)s."), by, at)
    return row


def unlink_project(row: ProjectPartnership, *, by: Actor, at: datetime) -> None:
    """The project does not touch the partnership after all."""
    require(may_edit_partnership(by, row.partnership, localdate(at)), NOT_YOURS)
    with transaction.atomic():
        _next_revision(row.project)
        _note_link(row, "project-unlinked", _("%(name)s doet niet mee aan %(title)s."), by, at)
        row.delete()


@contextmanager
def _editing(project: Project, *, by: Actor, revision: int | None) -> Iterator[Project]:
    """Require the right to edit, then hold the project locked in a transaction with a next revision."""
    require(may_edit_surroundings(by), ONLY_STAFF)
    with transaction.atomic(), refused_plainly():
        yield _next_revision(project, revision)


def _next_revision(project: Project, revision: int | None = None) -> Project:
    return locked(project, revision)  # type: ignore[type-var]


def _told(project: Project) -> dict[str, object]:
    """What is known of it, its themes by name."""
    return told(project, *FACTS) | {_("thema's"): ", ".join(str(theme) for theme in project.themes.all())}


def _free_slug(title: str) -> str:
    first = slugify(title)[:90] or "project"
    slug, number = first, 1
    while slug in RESERVED or project_slug_is_taken(slug):
        number += 1
        slug = f"{first}-{number}"
    return slug


def _note(project: Project, deed: str, summary: str, changes: dict[str, list], by: Actor, at: datetime) -> None:
    words = {"title": project.title}
    record(by=by, at=at, deed=deed, summary=summary % words, subjects=[project.reference], changes=changes)


def _note_link(row: ProjectPartnership, deed: str, summary: str, by: Actor, at: datetime) -> None:
    words = {"name": name_of(row.partnership, localdate(at)), "title": row.project.title}
    subjects = [row.partnership.reference, row.project.reference]
    record(by=by, at=at, deed=deed, summary=summary % words, subjects=subjects)
    announce(PartnershipChanged(row.partnership.public_id, deed, at))
