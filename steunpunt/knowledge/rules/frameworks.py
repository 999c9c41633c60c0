"""What can be said of frameworks: which one replaces which, what stands under what, what can be compared."""

from steunpunt.knowledge.models import Criterion, Framework, Rank

ABOVE = {Rank.STANDARD: (), Rank.ASPECT: (Rank.STANDARD,), Rank.CRITERION: (Rank.STANDARD, Rank.ASPECT)}


def can_be_replaced_by(framework: Framework, successor: Framework) -> bool:
    """Never by itself, also not by a detour."""
    seen: set[int] = set()
    step: Framework | None = successor
    while step is not None and step.pk not in seen:
        if step.pk == framework.pk:
            return False
        seen.add(step.pk)
        step = step.replaced_by
    return True


def can_stand_under(rank: str, framework: Framework, parent: Criterion | None) -> bool:
    """A standard stands by itself, an aspect under a standard, a criterion under either; in the same framework."""
    if parent is None:
        return rank != Rank.ASPECT
    return parent.framework_id == framework.pk and parent.rank in ABOVE[Rank(rank)]


def can_compare(source: Criterion, target: Criterion) -> bool:
    """Only criteria of different frameworks."""
    return source.framework_id != target.framework_id
