"""The tables of the knowledge room, one file per noun."""

from .bulletin import MOST_CHARACTERS, Bulletin, BulletinState, Sender, SenderAllowance
from .collection import CollectedItem, Collection
from .framework import Criterion, Crosswalk, CrosswalkRelation, Framework, FrameworkKind, InForce, Level, Rank
from .harvest import HarvestMark
from .item import (
    Audience,
    Cost,
    Evidence,
    FileState,
    ItemContact,
    ItemFile,
    ItemKind,
    ItemState,
    ItemVersion,
    KnowledgeItem,
    Licence,
    Phase,
    Remark,
)
from .regulation import Regulation
from .research import KnownAnswer, QuestionLevel, QuestionOrigin, QuestionStatus, ResearchQuestion, ResearchWork
from .toolbox import OpenQuestion, QuestionFollower, QuestionState
from .use import Bookmark, ItemUse, ThemeFollow

__all__ = [
    "MOST_CHARACTERS",
    "Audience",
    "Bookmark",
    "Bulletin",
    "BulletinState",
    "CollectedItem",
    "Collection",
    "Cost",
    "Criterion",
    "Crosswalk",
    "CrosswalkRelation",
    "Evidence",
    "FileState",
    "Framework",
    "FrameworkKind",
    "HarvestMark",
    "InForce",
    "ItemContact",
    "ItemFile",
    "ItemKind",
    "ItemState",
    "ItemUse",
    "ItemVersion",
    "KnowledgeItem",
    "KnownAnswer",
    "Level",
    "Licence",
    "OpenQuestion",
    "Phase",
    "QuestionFollower",
    "QuestionLevel",
    "QuestionOrigin",
    "QuestionState",
    "QuestionStatus",
    "Rank",
    "Regulation",
    "Remark",
    "ResearchQuestion",
    "ResearchWork",
    "Sender",
    "SenderAllowance",
    "ThemeFollow",
]
