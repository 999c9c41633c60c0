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


def grouped(number: int) -> str:
    """1000 as 1.000."""
    return f"{number:,}".replace(",", ".")


MOST_PROBLEMS = 1000
TOO_MANY_PROBLEMS = "Meer dan {most} rijen van dit bestand zijn niet te gebruiken. Bij regel {line}: {reason}"


def complain(problems: list[Problem], problem: Problem) -> None:
    """Put a problem with the others; a file with hardly a good row is refused as a whole, by its first problem."""
    if len(problems) == MOST_PROBLEMS:
        first = problems[0]
        sentence = TOO_MANY_PROBLEMS.format(most=grouped(MOST_PROBLEMS), line=first.line, reason=first.reason)
        raise UnreadableFile(sentence, column=first.column)
    problems.append(problem)


MAX_SHOWN = 120


def shown(value: str) -> str:
    """A value from a file, short enough and without control characters, fit to show beside its problem."""
    clean = "".join(char if char.isprintable() else "�" for char in value)
    return clean if len(clean) <= MAX_SHOWN else f"{clean[:MAX_SHOWN]}…"
