"""The standing of an activity: worked out twice a second at most per process, and only when something came in."""

from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, QuerySet, Sum
from django.db.models.functions import Extract

from steunpunt.activities.kind import Content, Contributed, kind_of
from steunpunt.activities.models import Activity, Contribution, Phase

from .keeping import Kept
from .live import HALF_A_SECOND


@dataclass(frozen=True, slots=True)
class Standing:
    """What the contributions come to, and how many voices are in it."""

    value: Any
    voters: int
    people: int
    mark: str
    """The same as long as nothing came in and nothing was changed."""
    findings: list[str] = field(default_factory=list)


_kept: Kept[int, Standing] = Kept(HALF_A_SECOND, most=200)
_marks: Kept[int, tuple[int, str]] = Kept(HALF_A_SECOND, most=200)


def standing(activity: Activity) -> Standing:
    """For whoever may see it; `shown_standing` says whether people may."""
    return _kept.get(activity.pk, lambda: _worked_out(activity))


def may_be_shown(activity: Activity) -> bool:
    """Whether people may see what others brought: the facilitator shows it, or chose to let them look on."""
    if activity.phase == Phase.SHOWN:
        return True
    is_live = activity.shows_live and activity.phase != Phase.PREPARING
    # Of some kinds two standings one voter apart would tell what that one gave.
    return is_live and not kind_of(activity.kind).closed_only


def shown_standing(activity: Activity) -> Standing | None:
    """For the big screen and phones; None as long as nobody may see it."""
    return standing(activity) if may_be_shown(activity) else None


def handed_in(activity: Activity) -> tuple[int, str]:
    """How many voters handed in, and a mark of that; counted twice a second at most."""
    return _marks.get(activity.pk, lambda: _counted(activity))


def contributions_of(activity: Activity) -> QuerySet[Contribution]:
    return Contribution.objects.filter(activity=activity).order_by("made_at", "pk")


def contributed_to(activity: Activity) -> list[Contributed]:
    """The contributions as a tally sees them: never who it was."""
    kind = kind_of(activity.kind)
    rows = contributions_of(activity).select_related("subgroup", "participant__subgroup")
    return [_as_contributed(row, kind.upgrade(row.content, row.version)) for row in rows]


def forget_standing(activity: Activity) -> None:
    """The next who asks gets it as it is now."""
    _kept.drop(activity.pk)
    _marks.drop(activity.pk)


def _worked_out(activity: Activity) -> Standing:
    count, mark = _counted(activity)
    mark = f"{mark}.{activity.step}"
    last = _kept.last(activity.pk)
    if last is not None and last.mark == mark:
        return last
    kind, contributed = kind_of(activity.kind), contributed_to(activity)
    value = kind.tally(activity.settings, contributed)
    people = sum(one.people for one in contributed)
    return Standing(value, count, people, mark, kind.findings(value) if contributed else [])


def _counted(activity: Activity) -> tuple[int, str]:
    """A sum and not the last moment: of two who hand in at once, the first may be written last."""
    moments = Sum(Extract("changed_at", "epoch"))
    found = Contribution.objects.filter(activity=activity).aggregate(number=Count("pk"), moments=moments)
    return found["number"], f"{found['number']}.{found['moments'] or 0}"


def _as_contributed(row: Contribution, content: Content) -> Contributed:
    sits = row.subgroup or (row.participant.subgroup if row.participant else None)
    return Contributed(
        voter=row.public_id,
        content=content,
        group=str(sits) if sits else "",
        people=row.people,
        sector=row.participant.sector if row.participant else "",
    )
