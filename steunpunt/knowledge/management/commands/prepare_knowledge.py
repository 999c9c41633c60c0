"""`prepare_knowledge`: what `prepare` runs of this room, the same as `load_knowledge`."""

from .load_knowledge import Command as LoadKnowledge


class Command(LoadKnowledge):
    """`prepare` finds a room's own step by this name."""
