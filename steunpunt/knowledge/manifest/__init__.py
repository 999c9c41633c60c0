"""What the knowledge room pins on the boards, by subject."""

from . import agenda, bulletins, collections, items, leaving, toolbox, use, words  # noqa: F401
