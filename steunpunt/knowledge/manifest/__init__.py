"""What the knowledge room pins on the boards, by subject."""

from . import collections, items, leaving, toolbox, use, words  # noqa: F401
