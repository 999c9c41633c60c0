"""What the network announces: small facts that rooms above may react to."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class PartnershipChanged:
    """Something of a partnership itself changed: name, status, lead, vision, contacts."""

    partnership: str
    """The public id."""
    deed: str
    at: datetime


@dataclass(frozen=True)
class MembershipChanged:
    """An organisation joined, left, moved between core and shell, or its period was corrected."""

    partnership: str
    organisation: str
    deed: str
    at: datetime
