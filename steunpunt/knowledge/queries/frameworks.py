"""Reading frameworks: all of them by kind, one as a tree, and what its criteria are in other frameworks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.db.models import Count, Q, QuerySet

from steunpunt.foundation.access import Actor
from steunpunt.knowledge.models import Criterion, Crosswalk, Framework, FrameworkKind, InForce, Level, Rank

from .regulations import ORDER


def visible_frameworks(actor: Actor) -> QuerySet[Framework]:
    """Frameworks are public."""
    return Framework.objects.all()


def visible_criteria(actor: Actor) -> QuerySet[Criterion]:
    """All criteria of what the reader may see, each with its framework."""
    return Criterion.objects.filter(framework__in=visible_frameworks(actor)).select_related("framework")


def visible_crosswalks(actor: Actor) -> QuerySet[Crosswalk]:
    """Crosswalks between frameworks that the reader may both see."""
    seen = visible_frameworks(actor)
    rows = Crosswalk.objects.filter(source__framework__in=seen, target__framework__in=seen)
    return rows.select_related("source__framework", "target__framework").order_by(
        "source__position", "target__framework__position", "target__position", "pk"
    )


def criteria_to_choose() -> QuerySet[Criterion]:
    """All criteria in the order of the frameworks, for whoever edits."""
    return Criterion.objects.select_related("framework").order_by("framework__position", "framework", "position")


def framework_by_slug(actor: Actor, slug: str) -> Framework | None:
    return visible_frameworks(actor).select_related("replaced_by").filter(slug=slug).first()


def frameworks_by_kind(actor: Actor) -> list[tuple[FrameworkKind, list[Framework]]]:
    """The kinds that there are with their frameworks, what holds first; each has its number of `standards` and `points`."""
    rows = visible_frameworks(actor).annotate(
        standards=Count("criteria", Q(criteria__rank=Rank.STANDARD)),
        points=Count("criteria", Q(criteria__rank=Rank.CRITERION)),
    )
    groups: dict[FrameworkKind, list[Framework]] = {kind: [] for kind in FrameworkKind}
    for row in sorted(rows, key=lambda row: (ORDER.index(InForce(row.in_force)), row.position, row.title)):
        groups[FrameworkKind(row.kind)].append(row)
    return [(kind, found) for kind, found in groups.items() if found]


def levels_of(framework: Framework) -> QuerySet[Level]:
    return framework.levels.all()


def replaced_by(framework: Framework, actor: Actor) -> QuerySet[Framework]:
    """The earlier frameworks that this one came in place of."""
    return visible_frameworks(actor).filter(replaced_by=framework)


def frameworks_citing(actor: Actor, text: str) -> QuerySet[Framework]:
    """Frameworks that name this text in their source."""
    return visible_frameworks(actor).filter(source__contains=text)


def anchor_of(criterion: Criterion) -> str:
    """The place of a criterion on the page of its framework."""
    return "punt-" + re.sub(r"\s+", "-", criterion.code)


@dataclass(frozen=True)
class Tie:
    """What a criterion is in another framework, seen from its own side."""

    crosswalk: Crosswalk
    other: Criterion

    @property
    def framework(self) -> Framework:
        return self.other.framework

    @property
    def anchor(self) -> str:
        return anchor_of(self.other)


@dataclass(frozen=True)
class Branch:
    """A criterion with what stands under it and its ties with other frameworks."""

    criterion: Criterion
    ties: list[Tie]
    below: list["Branch"] = field(default_factory=list)

    @property
    def anchor(self) -> str:
        return anchor_of(self.criterion)

    def walk(self) -> Iterator["Branch"]:
        yield self
        for one in self.below:
            yield from one.walk()


def framework_tree(framework: Framework, actor: Actor) -> list[Branch]:
    """The whole tree in order, in two queries."""
    ties = _ties(framework, actor)
    rows = list(framework.criteria.all())
    branches = {row.pk: Branch(row, ties.get(row.pk, [])) for row in rows}
    for row in rows:
        if row.parent_id in branches:
            branches[row.parent_id].below.append(branches[row.pk])
    return [branches[row.pk] for row in rows if row.parent_id not in branches]


def _ties(framework: Framework, actor: Actor) -> dict[int, list[Tie]]:
    """Per criterion of this framework its ties, whichever way they were written down."""
    found: dict[int, list[Tie]] = {}
    for row in visible_crosswalks(actor).filter(Q(source__framework=framework) | Q(target__framework=framework)):
        for own, other in ((row.source, row.target), (row.target, row.source)):
            if own.framework_id == framework.pk:
                found.setdefault(own.pk, []).append(Tie(row, other))
    return found


def neighbours_of(tree: list[Branch]) -> list[tuple[Framework, int]]:
    """The frameworks that this one was compared with, and how many times, most first."""
    counts: dict[Framework, int] = {}
    for tie in (tie for top in tree for branch in top.walk() for tie in branch.ties):
        counts[tie.framework] = counts.get(tie.framework, 0) + 1
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0].position))


@dataclass(frozen=True)
class Pair:
    """One row of two frameworks side by side; what has no match has an empty side."""

    own: Branch | None
    other: Branch | None
    crosswalk: Crosswalk | None = None


def side_by_side(one: Framework, other: Framework, actor: Actor) -> list[Pair]:
    """Every crosswalk between the two in the order of the first, and each standard that has none in its place."""
    own, theirs = framework_tree(one, actor), framework_tree(other, actor)
    known = {branch.criterion.pk: branch for top in theirs for branch in top.walk()}
    pairs: list[Pair] = []
    for top in own:
        found = [
            Pair(branch, known[tie.other.pk], tie.crosswalk)
            for branch in top.walk()
            for tie in branch.ties
            if tie.other.pk in known
        ]
        pairs += found or [Pair(top, None)]
    matched = {pair.other.criterion.pk for pair in pairs if pair.other}
    alone = [top for top in theirs if not matched & {branch.criterion.pk for branch in top.walk()}]
    return pairs + [Pair(None, top) for top in alone]


def framework_rows(actor: Actor, slug: str = "") -> Iterator[tuple[str, ...]]:
    """Every criterion as a row of the open data; of one framework when its slug is given."""
    rows = visible_criteria(actor).select_related("parent").order_by("framework__position", "framework", "position")
    for row in rows.filter(framework__slug=slug) if slug else rows:
        above = row.parent.code if row.parent else ""
        words = (row.title, row.text, row.article)
        yield (
            row.framework.slug,
            row.framework.title,
            row.code,
            above,
            str(row.get_rank_display()),
            *words,
            row.framework.source,
        )
