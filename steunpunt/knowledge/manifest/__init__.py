"""What the knowledge room pins on the boards, by subject."""

from . import collections, items, leaving, use, words  # noqa: F401
