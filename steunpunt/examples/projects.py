"""Three invented projects around the example partnerships: one that runs, one that will end, one that has ended."""

from dataclasses import dataclass
from datetime import datetime

from steunpunt.foundation.access import Actor
from steunpunt.network.actions.project import add_project, link_project
from steunpunt.network.models import Partnership, Project, ProjectKind, Theme

from .building import august
from .choosing import institutions

SOURCE = "Voorbeeldgegevens: dit project bestaat niet"


@dataclass(frozen=True)
class ExampleProject:
    """One invented project; it begins on 1 August of a year and may end on one."""

    slug: str
    title: str
    kind: ProjectKind
    summary: str
    lead: str
    """BRIN of the teacher-training institution that leads it."""
    started: int
    ended: int | None
    themes: tuple[str, ...]
    partnerships: tuple[str, ...]


PROJECTS = (
    ExampleProject(
        "startersnetwerk-noord", "Startersnetwerk Noord", ProjectKind.NETWORK,
        "Starters van verschillende scholen komen zes keer per jaar bij elkaar. Ze bespreken hun eigen lessen, "
        "met een schoolopleider erbij. Scholen lezen hier hoe ze mee kunnen doen.",
        "25BE", 2022, None, ("inductie", "begeleiding"),
        ("samen-opleiden-noordzijde", "opleidingsschool-wadkant", "de-praktijkschakel"),
    ),
    ExampleProject(
        "pilot-samen-beoordelen", "Pilot Samen beoordelen", ProjectKind.PILOT,
        "Schoolopleider en instituutsopleider beoordelen studenten samen, met dezelfde kaart met criteria. "
        "Na twee jaar besluiten de partnerschappen of ze ermee doorgaan.",
        "25DW", 2025, 2028, ("beoordelen", "samen-beoordelen"),
        ("het-opleidingsplein", "opleidingsschool-rijnbocht", "opleidingsschool-ijsselhof"),
    ),
    ExampleProject(
        "leren-van-de-buren", "Leren van de buren", ProjectKind.PROJECT,
        "Studenten liepen een week mee op een school van een ander partnerschap en schreven op wat ze daar zagen. "
        "Het project is klaar; de vragenlijst voor een bezoek wordt nog gebruikt.",
        "30GB", 2021, 2024, ("kennisdeling",),
        ("partnerschap-brabantse-beemden", "opleidingsschool-heuvelpad"),
    ),
)  # fmt: skip


def build_projects(*, by: Actor, at: datetime) -> list[Project]:
    """The projects that are not there yet, each linked to the partnerships that take part."""
    known = set(Project.objects.values_list("slug", flat=True))
    return [_build(example, by=by, at=at) for example in PROJECTS if example.slug not in known]


def _build(example: ExampleProject, *, by: Actor, at: datetime) -> Project:
    project = Project(
        slug=example.slug,
        kind=example.kind,
        title=example.title,
        summary=example.summary,
        organisation=institutions([example.lead])[0],
        valid_from=august(example.started),
        valid_until=august(example.ended) if example.ended else None,
        source=SOURCE,
        is_example=True,
    )
    add_project(project, Theme.objects.filter(slug__in=example.themes), by=by, at=at)
    for partnership in Partnership.objects.filter(slug__in=example.partnerships).order_by("slug"):
        link_project(project, partnership, by=by, at=at)
    return project
