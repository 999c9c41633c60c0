"""What the knowledge room pins on the boards, by subject."""

from . import agenda, collections, items, leaving, toolbox, use, words  # noqa: F401
