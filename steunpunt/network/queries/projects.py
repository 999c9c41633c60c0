"""Projects and initiatives in the surroundings of partnerships."""

from datetime import date

from django.db.models import Case, Count, F, IntegerField, OuterRef, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce

from steunpunt.foundation.access import Actor
from steunpunt.foundation.periods.models import covering
from steunpunt.network.models import Partnership, PartnershipVersion, Project, ProjectPartnership, Theme

from .choosing import MOST, Found
from .searching import partnerships_found
from .themes import visible_themes

RESERVED = {"nieuw"}
"""Words that stand in addresses where a project's own word could stand."""


def visible_projects(actor: Actor) -> QuerySet[Project]:
    """Projects are public."""
    return Project.objects.all()


def project_by_slug(actor: Actor, slug: str) -> Project | None:
    rows = visible_projects(actor).select_related("organisation").prefetch_related("themes")
    return rows.filter(slug=slug).first()


def projects_on(actor: Actor, day: date) -> QuerySet[Project]:
    """All projects: those that run on the day first, then what comes, then what has ended."""
    order = Case(
        When(valid_until__lte=day, then=Value(2)),
        When(valid_from__gt=day, then=Value(1)),
        default=Value(0),
        output_field=IntegerField(),
    )
    rows = visible_projects(actor).annotate(turn=order, partnerships=Count("touches"))
    return rows.prefetch_related("themes").order_by("turn", "title")


def projects_of(partnership: Partnership, actor: Actor) -> list[Project]:
    """What touches a partnership, running or not."""
    rows = visible_projects(actor).filter(touches__partnership=partnership)
    return list(rows.prefetch_related("themes").order_by("title"))


def partnership_slugs_of(project: Project) -> list[str]:
    links = ProjectPartnership.objects.filter(project=project)
    return list(links.values_list("partnership__slug", flat=True))


def partnership_links(project: Project, on: date) -> QuerySet[ProjectPartnership]:
    """The partnerships that belong to it, each with its `name` on that day, otherwise its latest one."""
    names = PartnershipVersion.objects.filter(partnership=OuterRef("partnership")).order_by("-valid_from")
    name = Coalesce(Subquery(names.filter(covering(on)).values("name")[:1]), Subquery(names.values("name")[:1]))
    rows = ProjectPartnership.objects.filter(project=project).select_related("project", "partnership")
    return rows.annotate(name=name).order_by("name", "pk")


def partnership_link(project: Project, key: int, on: date) -> ProjectPartnership | None:
    return partnership_links(project, on).filter(pk=key).first()


def partnerships_to_link(project: Project, text: str, on: date) -> list[Found]:
    """Partnerships of that day by name or place that do not belong to it yet, one more than `MOST` when there are."""
    taken = set(partnership_slugs_of(project))
    found = [row for row in partnerships_found(text, on) if row.slug not in taken]
    return [Found(row.slug, row.name, row.where) for row in found[: MOST + 1]]


def themes_to_choose(actor: Actor) -> QuerySet[Theme]:
    """All themes, each main theme followed by what falls under it."""
    rows = visible_themes(actor).select_related("parent")
    main = (Coalesce("parent__position", "position"), Coalesce("parent__title", "title"))
    return rows.order_by(*main, F("parent").asc(nulls_first=True), "position", "title")
