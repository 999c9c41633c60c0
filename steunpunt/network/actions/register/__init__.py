"""Importing the register: a file is offered and tried, started by staff, and then read in as one transaction."""

from .offering import cancel_import, offer_file, try_again
from .running import run_import, run_waiting
from .starting import start_import, start_import_with_closings

__all__ = [
    "cancel_import",
    "offer_file",
    "run_import",
    "run_waiting",
    "start_import",
    "start_import_with_closings",
    "try_again",
]
