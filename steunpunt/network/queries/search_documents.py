"""What search may find of the network: partnerships, school sites, institutions, themes and projects as they are today."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import TypeVar

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from steunpunt.foundation.access import Actor
from steunpunt.foundation.search.documents import Document
from steunpunt.network.models import PartnerGoal, Partnership, Theme

from .choices import choices
from .directory import institution_directory, partnership_directory, site_directory
from .directory.rows import InstitutionRow, OrganisationRow, PartnershipRow, Since, SiteRow
from .projects import visible_projects
from .themes import visible_themes

VISITOR = Actor.visitor()
"""All of the network is public, so that everybody finds what a visitor does."""
Row = TypeVar("Row", PartnershipRow, SiteRow, InstitutionRow)
MOST_IN_A_TEXT = 400
"""Names of schools in the text of one partnership; the largest has some three hundred."""


def partnership_documents(public_ids: Collection[str] | None) -> Iterator[Document]:
    """The name, what the partners say of themselves, who takes part and where."""
    rows = _wanted(partnership_directory(VISITOR, timezone.localdate()).rows, public_ids)
    visions = dict(Partnership.objects.exclude(vision="").values_list("pk", "vision"))
    goals: dict[int, list[str]] = {}
    for pk, goal, interest in PartnerGoal.objects.values_list("partnership_id", "goal", "interest"):
        goals.setdefault(pk, []).append(_sentence(goal, interest))
    themes = choices().themes
    for row in rows:
        own = [slug for slug, theme in themes.items() if not theme.below.isdisjoint(row.themes)]
        yield Document(
            reference=f"partnerschap:{row.public_id}",
            title=row.name,
            text="\n".join([*_told(row, visions.get(row.id, "")), *goals.get(row.id, ()), *_members(row)]),
            facets={"sector": row.sectors, "thema": tuple(own), "provincie": tuple(row.provinces)},
            day=_day(row.since),
        )


def _told(row: PartnershipRow, vision: str) -> Iterator[str]:
    yield _sentence(vision)
    yield _sentence(_("Opleidingsschool"), row.state_label, row.region, row.area)
    if row.themes:
        names = [choices().themes[slug].title.lstrip("– ") for slug in row.themes if slug in choices().themes]
        yield _("Contactpersoon voor %(themes)s.") % {"themes": ", ".join(names)}


def _members(row: PartnershipRow) -> Iterator[str]:
    if row.lead:
        yield _("Penvoerder: %(name)s.") % {"name": row.lead}
    others = [one.organisation.name for one in (*row.institutes, *row.boards)]
    if others:
        yield _("Met %(names)s.") % {"names": ", ".join(others)}
    schools = [one.organisation for one in row.schools()][:MOST_IN_A_TEXT]
    if schools:
        yield _("Scholen: %(names)s.") % {"names": ", ".join(f"{one.name} ({one.place})" for one in schools)}


def site_documents(public_ids: Collection[str] | None) -> Iterator[Document]:
    """Name, place and codes, the board, and the partnerships it takes part in."""
    for row in _wanted(site_directory(VISITOR, timezone.localdate()).rows, public_ids):
        one = row.organisation
        board = _sentence(row.board.name, row.board.code) if row.board else ""
        own = ", ".join(own.name for own in row.memberships)
        yield Document(
            reference=f"school:{row.public_id}",
            title=one.name,
            text="\n".join(filter(None, [_placed(one, row.brin), board, own])),
            facets={"sector": _some(one.sector), "provincie": _some(one.province)},
            words_only=True,
        )


def institution_documents(public_ids: Collection[str] | None) -> Iterator[Document]:
    """Name, place and code, and its programmes."""
    day = timezone.localdate()
    partnerships = {row.slug: row for row in partnership_directory(VISITOR, day).rows}
    for row in _wanted(institution_directory(VISITOR, day).rows, public_ids):
        one = row.organisation
        programmes = list(dict.fromkeys(_sentence(own.name, own.place) for own in row.programmes))
        trains = [partnerships[own.slug] for own in row.memberships if own.slug in partnerships]
        sectors = tuple(sorted({sector for own in trains for sector in own.sectors}))
        names = ", ".join(own.name for own in trains)
        yield Document(
            reference=f"lerarenopleiding:{row.public_id}",
            title=one.name,
            text="\n".join(filter(None, [_placed(one, one.code), *programmes, names])),
            facets={"sector": sectors, "provincie": _some(one.province)},
        )


def theme_documents(public_ids: Collection[str] | None) -> Iterator[Document]:
    """Title and the line of keywords."""
    for theme in _chosen(visible_themes(VISITOR), public_ids):
        yield Document(
            reference=f"thema:{theme.public_id}",
            title=theme.title,
            text=theme.keyword_line,
            facets={"thema": _with_above([theme])},
        )


def project_documents(public_ids: Collection[str] | None) -> Iterator[Document]:
    """Title, summary, what kind it is, and its themes."""
    for project in _chosen(visible_projects(VISITOR).prefetch_related("themes"), public_ids):
        themes = list(project.themes.all())
        named = ", ".join(theme.title for theme in themes)
        begun = None if project.begin_unknown else project.valid_from
        yield Document(
            reference=f"project:{project.public_id}",
            title=project.title,
            text="\n".join(filter(None, [project.summary, _sentence(project.get_kind_display()), named])),
            facets={"thema": _with_above(themes), "jaar": _some(str(begun.year) if begun else "")},
            day=begun,
        )


def _chosen(rows: QuerySet, public_ids: Collection[str] | None) -> Iterable:
    return rows if public_ids is None else rows.filter(public_id__in=public_ids)


def _wanted(rows: Iterable[Row], public_ids: Collection[str] | None) -> Iterator[Row]:
    return (row for row in rows if public_ids is None or row.public_id in public_ids)


def _with_above(themes: list[Theme]) -> tuple[str, ...]:
    """The themes and all that they fall under, so that choosing a main theme finds what is below it."""
    own = {theme.slug for theme in themes}
    return tuple(slug for slug, theme in choices().themes.items() if not theme.below.isdisjoint(own))


def _placed(one: OrganisationRow, brin: str) -> str:
    codes = one.code if one.code == brin else f"{one.code}, BRIN {brin}"
    # People call some municipalities otherwise than the place, and look for a school by its postcode.
    where = one.place if one.place == one.municipality else f"{one.place} ({one.municipality})"
    return _sentence(codes, one.address, one.postcode, where, one.province)


def _sentence(*parts: object) -> str:
    words = ", ".join(str(part).strip() for part in parts if part)
    return words if not words or words.endswith((".", "!", "?")) else f"{words}."


def _some(value: str) -> tuple[str, ...]:
    return (value,) if value else ()


def _day(since: Since) -> date | None:
    return None if since.is_unknown else since.day
