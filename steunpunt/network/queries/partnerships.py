"""Everything that the page of one partnership tells, as on a day."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from steunpunt.foundation.access import Actor
from steunpunt.foundation.periods.models import covering
from steunpunt.network.models import (
    AcademicStrand,
    LeadOrganisation,
    PartnerGoal,
    Partnership,
    PartnershipStatus,
    PartnershipVersion,
    Programme,
    ProgrammeKind,
    Region,
)

from .directory import partnership_directory, world_as_on
from .directory.rows import Member, OrganisationRow, PartnershipRow
from .people import partnership_name

PROGRAMMES_FOR = {
    "po": (ProgrammeKind.PABO, ProgrammeKind.PHYSICAL_EDUCATION),
    "vo": tuple(kind for kind in ProgrammeKind if kind != ProgrammeKind.PABO),
    "mbo": tuple(kind for kind in ProgrammeKind if kind != ProgrammeKind.PABO),
    "ho": tuple(ProgrammeKind),
}
"""Which sorts of training lead to which sector."""


@dataclass(frozen=True, slots=True)
class Goal:
    """What one partner wants, and why it takes part."""

    partner: str
    url: str
    goal: str
    interest: str


@dataclass(frozen=True, slots=True)
class Institute:
    """A member institution with the programmes that matter to the partnership's sectors."""

    member: Member
    programmes: list[Programme]


@dataclass(frozen=True, slots=True)
class Lead:
    """The penvoerder on the day."""

    name: str
    url: str
    since: str


def visible_partnerships(actor: Actor) -> QuerySet[Partnership]:
    """The directory is public: everybody sees every partnership."""
    return Partnership.objects.all()


def partnership_by_slug(actor: Actor, slug: str) -> Partnership | None:
    return visible_partnerships(actor).select_related("scenario").filter(slug=slug).first()


def row_of(partnership: Partnership, actor: Actor, day: date) -> PartnershipRow | None:
    """How the directory shows it on the day; None before it began or after it ended."""
    return partnership_directory(actor, day).by_slug.get(partnership.slug)


def name_on(partnership: Partnership, day: date) -> str:
    return partnership_name(partnership, day)


def period_of(partnership: Partnership) -> tuple[date | None, date | None]:
    """From when until when there are facts about it; None is open."""
    rows = list(PartnershipVersion.objects.filter(partnership=partnership).values_list("valid_from", "valid_until"))
    begins, ends = [begin for begin, _end in rows], [end for _begin, end in rows]
    return (
        None if not begins or None in begins else min(filter(None, begins)),
        None if not ends or None in ends else max(filter(None, ends)),
    )


def statuses_of(partnership: Partnership) -> list[PartnershipStatus]:
    """All statuses, oldest first."""
    return list(PartnershipStatus.objects.filter(partnership=partnership).order_by("valid_from"))


def academic_strand_on(partnership: Partnership, day: date) -> AcademicStrand | None:
    return AcademicStrand.objects.filter(covering(day), partnership=partnership).first()


def region_on(partnership: Partnership, day: date) -> Region | None:
    version = PartnershipVersion.objects.filter(covering(day), partnership=partnership).select_related("region").first()
    return version.region if version else None


def lead_on(partnership: Partnership, day: date) -> Lead | None:
    row = LeadOrganisation.objects.filter(covering(day), partnership=partnership).first()
    if row is None:
        return None
    organisation = world_as_on(day).find(row.organisation_id) if row.organisation_id else None
    if organisation is None:
        return Lead(row.name_as_published, "", row.since_text())
    return Lead(organisation.name, organisation.url, row.since_text())


def goals_of(partnership: Partnership, day: date) -> list[Goal]:
    world = world_as_on(day)
    found = []
    for row in PartnerGoal.objects.filter(partnership=partnership):
        organisation: OrganisationRow | None = world.find(row.organisation_id)
        if organisation:
            found.append(Goal(organisation.name, organisation.url, row.goal, row.interest))
    return found


def institutes_of(row: PartnershipRow, day: date) -> list[Institute]:
    """The member institutions, each with its programmes for the sectors of the partnership."""
    kinds = {kind for sector in row.sectors for kind in PROGRAMMES_FOR.get(sector, ())} or set(ProgrammeKind)
    members = row.institutes
    programmes = Programme.objects.filter(
        covering(day), institution_id__in=[one.organisation.id for one in members], kind__in=kinds
    )
    by_institution: dict[int, list[Programme]] = {}
    for programme in programmes.order_by("kind", "name", "place"):
        by_institution.setdefault(programme.institution_id, []).append(programme)
    return [Institute(one, by_institution.get(one.organisation.id, [])) for one in members]
