"""Who finds what, and which questions may be kept."""

import re

from steunpunt.foundation.access import Actor
from steunpunt.foundation.boards import audiences

from .documents import PUBLIC

SIGNED_IN = "signed_in"
STAFF = "staff"
LOOKS_LIKE_ADDRESS = re.compile(r"@|\bwww\.|https?:", re.IGNORECASE)
LOOKS_LIKE_NUMBER = re.compile(r"(?:\d[\s().+-]*){6,}")
"""Six figures in a row, however they are spaced: a telephone, account or student number."""


def tokens_of(actor: Actor) -> tuple[str, ...]:
    """All that the reader holds: public, signed in, staff, and what the rooms know of somebody.

    A document names who may find it; staff find what says so too, they are in no other audience by themselves.
    """
    own = {PUBLIC}
    if actor.is_signed_in or actor.is_system:
        own.add(SIGNED_IN)
    if actor.is_staff:
        own.add(STAFF)
    for pin in audiences:
        own.update(pin.tokens(actor))
    return tuple(sorted(own))


def may_be_kept(text: str) -> bool:
    """Whether a question can be remembered without its asker: nothing in it looks like an address or a number."""
    return bool(text.strip()) and not LOOKS_LIKE_ADDRESS.search(text) and not LOOKS_LIKE_NUMBER.search(text)


def plain_question(text: str) -> str:
    """The same question however it was typed."""
    return " ".join(text.casefold().split())
