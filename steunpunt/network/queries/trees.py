"""Walking the two trees of organisations: who falls under whom, and who carries on whom."""

from collections.abc import Callable, Iterable
from datetime import date

from django.db.models import Q

from steunpunt.network.models import Organisation, OrganisationVersion, Succession, Theme

Step = Callable[[set[int]], Iterable[int]]


def falls_under(organisation: Organisation, above: Organisation, on: date) -> bool:
    """Whether `above` stands over it by any number of steps, on that day or later."""
    holding = Q(valid_until__isnull=True) | Q(valid_until__gt=on)

    def parents(ids: set[int]) -> Iterable[int]:
        rows = OrganisationVersion.objects.filter(holding, organisation__in=ids, part_of__isnull=False)
        return rows.values_list("part_of", flat=True)

    return _reaches(organisation.pk, above.pk, parents)


def is_succeeded_by(organisation: Organisation, later: Organisation) -> bool:
    """Whether `later` carries it on, by any number of successions."""

    def successors(ids: set[int]) -> Iterable[int]:
        return Succession.objects.filter(predecessor__in=ids).values_list("successor", flat=True)

    return _reaches(organisation.pk, later.pk, successors)


def theme_is_below(theme: Theme, above: Theme) -> bool:
    """Whether `above` stands over it in the tree of themes."""

    def parents(ids: set[int]) -> Iterable[int]:
        rows = Theme.objects.filter(pk__in=ids, parent__isnull=False)
        return [parent for parent in rows.values_list("parent", flat=True) if parent]

    return _reaches(theme.pk, above.pk, parents)


def _reaches(start: int, goal: int, step: Step) -> bool:
    """Breadth first, one query per level; a cycle that stands already does not hold us."""
    seen: set[int] = {start}
    front = seen
    while front:
        front = set(step(front)) - seen
        if goal in front:
            return True
        seen |= front
    return False
