"""Stable references of records: a kind and a short random id that betrays no count."""

import secrets

ALPHABET = "23456789bcdfghjkmnpqrstvwxz"
"""Letters and figures that are not mistaken for each other and form no words."""
LENGTH = 8


def new_public_id() -> str:
    """A random id of eight characters (27^8, about 282 thousand million possibilities)."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def reference(kind: str, public_id: str) -> str:
    """The stable reference of a record, for example `partnerschap:k7f3q2bx`."""
    return f"{kind}:{public_id}"


def parse_reference(text: str) -> tuple[str, str]:
    """Kind and public id of a reference; raises ValueError when it has no colon."""
    kind, separator, public_id = text.partition(":")
    if not separator or not kind or not public_id:
        raise ValueError(text)
    return kind, public_id
