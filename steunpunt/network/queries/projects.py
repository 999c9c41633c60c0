"""Projects and initiatives in the surroundings of partnerships."""

from datetime import date

from django.db.models import Case, Count, IntegerField, QuerySet, Value, When

from steunpunt.foundation.access import Actor
from steunpunt.network.models import Partnership, Project, ProjectPartnership


def visible_projects(actor: Actor) -> QuerySet[Project]:
    """Projects are public."""
    return Project.objects.all()


def project_by_slug(actor: Actor, slug: str) -> Project | None:
    return visible_projects(actor).prefetch_related("themes").filter(slug=slug).first()


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
