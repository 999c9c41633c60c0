"""Judges whether the title in the metadata of a file was meant as one."""

import re

SHORTEST = 4
LONGEST = 200
FROM_PROGRAM = re.compile(
    r"^(microsoft\s+(office\s+)?(word|powerpoint)\b|powerpoint[- ](presentatie|presentation)|naamloos|untitled|(titel|title)$"
    r"|(document|presentatie|presentation|dia|slide|sjabloon|template)\s*\d*$|geen diatitel|klik om)",
    re.IGNORECASE,
)
FILE_NAME = re.compile(r"\.(docx?|pptx?|pdf|indd|qxd|odt|rtf|dotx?|potx?|xlsx?)$", re.IGNORECASE)


def sensible_title(title: str) -> str:
    """The title on one line, or nothing when a program or a file name stands there."""
    plain = " ".join(title.split())
    letters = sum(char.isalpha() for char in plain)
    is_made_up = FROM_PROGRAM.match(plain) or FILE_NAME.search(plain) or "_" in plain
    return "" if letters < SHORTEST or is_made_up else shortened(plain)


def shortened(title: str) -> str:
    if len(title) <= LONGEST:
        return title
    return title[:LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:-–") + "…"


def first_of(*titles: str) -> str:
    """The first title that is there."""
    return next((title for title in titles if title), "")


def first_line(text: str) -> str:
    """The first line with enough letters to be a title."""
    return next((shortened(line) for line in text.split("\n") if sum(map(str.isalpha, line)) >= SHORTEST), "")
