"""What can be wrong with a register file: one row of it, or the file as a whole."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong in one row; `line` is the line in the file, the header being line 1."""

    line: int
    column: str
    value: str
    reason: str


class UnreadableFile(Exception):  # noqa: N818
    """The file as a whole cannot be used; carries a Dutch sentence for the person who uploaded it."""

    def __init__(self, sentence: str, *, column: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.column = column


MAX_SHOWN = 120


def shown(value: str) -> str:
    """A value from a file, short enough and without control characters, fit to show beside its problem."""
    clean = "".join(char if char.isprintable() else "�" for char in value)
    return clean if len(clean) <= MAX_SHOWN else f"{clean[:MAX_SHOWN]}…"
