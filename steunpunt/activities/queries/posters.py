"""What a poster shows: the outcome of a whole activity, or what one subgroup made of it."""

from dataclasses import dataclass
from typing import Any

from steunpunt.activities.kind import ActivityKind, Contributed, kind_of
from steunpunt.activities.models import Activity, VotingUnit
from steunpunt.foundation.access import Actor

from .activities import led_activity, visible_activities
from .standings import contributed_to, may_be_shown

FINDINGS = 4
"""More sentences are not read on a wall."""


@dataclass(frozen=True, slots=True)
class Poster:
    """One poster, ready to be drawn."""

    activity: Activity
    kind: ActivityKind
    group: str
    """Empty for the poster of the whole."""
    standing: Any
    ballot: Any
    """What the group itself handed in, in the form of its kind; None when the kind draws groups like the whole."""
    findings: list[str]
    voters: int
    people: int
    groups: tuple[str, ...]
    """All subgroups that have a poster of their own."""


def activity_with_posters(actor: Actor, public_id: str) -> Activity | None:
    """For who leads it at any time; for others when what was brought may be seen."""
    led = led_activity(actor, public_id)
    if led is not None:
        return led
    found = visible_activities(actor).filter(public_id=public_id).first()
    return found if found is not None and may_be_shown(found) else None


def poster_of(activity: Activity, group: str = "") -> Poster | None:
    """The poster of the whole, or of the subgroup with this name; None when that group brought nothing.

    A subgroup has a poster only when the group was the voter: otherwise it could show what one person wrote.
    """
    kind, contributed = kind_of(activity.kind), contributed_to(activity)
    groups = _groups(activity, contributed)
    if group and group not in groups:
        return None
    chosen = [one for one in contributed if one.group == group] if group else contributed
    standing = kind.tally(activity.settings, contributed)
    ballot = kind.of_group(standing, group) if group else None
    if group and ballot is None:
        standing = kind.tally(activity.settings, chosen)
    return Poster(
        activity=activity,
        kind=kind,
        group=group,
        standing=standing,
        ballot=ballot,
        findings=kind.findings(standing)[:FINDINGS] if chosen and not group else [],
        voters=len(chosen),
        people=sum(one.people for one in chosen),
        groups=groups,
    )


def _groups(activity: Activity, contributed: list[Contributed]) -> tuple[str, ...]:
    if activity.unit != VotingUnit.GROUP:
        return ()
    return tuple(dict.fromkeys(one.group for one in contributed if one.group))
