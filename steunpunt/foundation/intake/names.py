"""The name under which somebody sends a file: made fit to show and to hand out, never used as a path."""

import re
import unicodedata
from pathlib import PurePosixPath

LONGEST = 120
WITHOUT_NAME = "bestand"
NOT_IN_A_NAME = re.compile(r'[<>:"|?*]')


def shown_name(name: str) -> str:
    """The last part of a name, without characters that control, hide or turn text around, and not too long."""
    last = unicodedata.normalize("NFC", name).replace("\\", "/").rsplit("/", 1)[-1]
    printable = "".join(char for char in last if char.isprintable())
    plain = " ".join(NOT_IN_A_NAME.sub(" ", printable).split()).lstrip(". ")
    path = PurePosixPath(plain or WITHOUT_NAME)
    suffix = path.suffix[:10]
    return path.name.removesuffix(path.suffix)[: LONGEST - len(suffix)].rstrip() + suffix


def extension(name: str) -> str:
    """The last extension of a name in small letters, without its dot; empty when there is none."""
    return PurePosixPath(shown_name(name)).suffix.lower().removeprefix(".")
