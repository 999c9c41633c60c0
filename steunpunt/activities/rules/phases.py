"""What can happen to an activity now."""

from datetime import datetime

from steunpunt.activities.models import Activity, Phase, SubgroupWay, VotingUnit
from steunpunt.activities.queries.activities import subgroups

FROM = {
    Phase.OPEN: (Phase.PREPARING,),
    Phase.CLOSED: (Phase.OPEN,),
    Phase.DISCUSSING: (Phase.CLOSED, Phase.SHOWN),
    Phase.SHOWN: (Phase.CLOSED, Phase.DISCUSSING),
}
"""From which phases each phase can be reached; opening again has its own verb."""
REOPENS = (Phase.CLOSED, Phase.DISCUSSING, Phase.SHOWN)
LONGEST_MINUTES = 600


def can_move(activity: Activity, to: Phase) -> bool:
    return activity.phase in FROM[to]


def can_reopen(activity: Activity) -> bool:
    return activity.phase in REOPENS


def can_change_settings(activity: Activity) -> bool:
    """Once people may hand in, the question stays as it was asked."""
    return activity.phase == Phase.PREPARING


def can_arrange(activity: Activity) -> bool:
    """What came in is put in order when nobody can hand in any more; the contributions themselves stay as they are."""
    return activity.phase in REOPENS


def can_be_joined(activity: Activity, at: datetime) -> bool:
    """As long as its code lives, whatever the phase: who comes late looks on."""
    return bool(activity.code) and activity.code_until is not None and activity.code_until > at


def needs_groups(activity: Activity) -> bool:
    """Whether nobody could hand in, because the group is the voter and there are none."""
    return activity.unit == VotingUnit.GROUP and not subgroups(activity).exists()


def can_group_now(activity: Activity) -> bool:
    """Groups that vote stay together once it began; others may be drawn anew for each round."""
    if activity.grouping == SubgroupWay.NONE:
        return False
    return activity.unit == VotingUnit.PERSON or activity.phase == Phase.PREPARING


def can_choose_group(activity: Activity) -> bool:
    """People choose a table themselves until it is closed."""
    return activity.grouping == SubgroupWay.CHOICE and activity.phase in {Phase.PREPARING, Phase.OPEN}


def can_type_over(activity: Activity) -> bool:
    """What stands on paper can come in until the standing is shown; then open it again first."""
    return activity.phase in {Phase.OPEN, Phase.CLOSED, Phase.DISCUSSING}
