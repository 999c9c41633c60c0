"""The tables of activities."""

from .activity import Activity, Phase, Subgroup, SubgroupWay, VotingUnit
from .code_try import CodeTry
from .taking_part import Contribution, Participant

__all__ = [
    "Activity",
    "CodeTry",
    "Contribution",
    "Participant",
    "Phase",
    "Subgroup",
    "SubgroupWay",
    "VotingUnit",
]
