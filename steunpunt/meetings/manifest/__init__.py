"""What the meetings room pins on the boards."""

from . import meetings, registrations  # noqa: F401
