"""The tables of activities."""

from .activity import Activity, Phase, Subgroup, SubgroupWay, VotingUnit
from .taking_part import Contribution, Participant

__all__ = [
    "Activity",
    "Contribution",
    "Participant",
    "Phase",
    "Subgroup",
    "SubgroupWay",
    "VotingUnit",
]
