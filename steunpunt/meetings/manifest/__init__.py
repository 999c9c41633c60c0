"""What the meetings room pins on the boards."""

from . import meetings  # noqa: F401
