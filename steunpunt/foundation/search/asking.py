"""The one index of this installation: where it stands, and asking it."""

import re
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from .documents import Answer, Question
from .index import Index, IndexUnavailable

__all__ = ["IndexUnavailable", "ask", "suggestions", "the_index"]
CODE = re.compile(r"\w*\d\w*")
"""A BRIN, site code or postcode: it means nothing beside itself."""


def the_index() -> Index:
    """Opened once per process and folder."""
    return _opened(Path(settings.DATA_DIR) / "search")


@lru_cache(maxsize=4)
def _opened(folder: Path) -> Index:
    return Index(folder)


def ask(question: Question) -> Answer:
    """What the index says; raises IndexUnavailable when it is missing, broken or not made yet."""
    return the_index().search(question, with_meaning=not CODE.fullmatch(question.text.strip()))


def suggestions(prefix: str, audience: tuple[str, ...], limit: int = 8) -> list[str]:
    """How a question that somebody types may go on; nothing without the index."""
    try:
        return list(the_index().suggest(prefix, audience, limit))
    except IndexUnavailable:
        return []
