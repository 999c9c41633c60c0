"""Values as they go into a file: plain, and never a formula in somebody's spreadsheet."""

import re
from datetime import date, datetime

STARTS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")


def plain(value: object) -> object:
    """A value that every format can hold: numbers stay numbers, the rest becomes text."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, int | float):
        return value
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, list | tuple | set | frozenset):
        return " | ".join(str(plain(item)) for item in value)
    return CONTROLS.sub("", str(value))


def harmless(value: object) -> object:
    """The same for a file without types: text that a spreadsheet would run gets an apostrophe in front."""
    shown = plain(value)
    if isinstance(shown, str) and shown.startswith(STARTS_FORMULA):
        return f"'{shown}"
    return shown
