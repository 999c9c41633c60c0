"""Takes the noise of page layout out of text: glyphs, hyphens at line ends, spacing, running lines, page numbers."""

import re
import unicodedata
from collections.abc import Sequence
from itertools import groupby

from .edges import without_running_lines

LIGATURES = {
    "ﬀ": "ff",
    "ﬁ": "fi",
    "ﬂ": "fl",
    "ﬃ": "ffi",
    "ﬄ": "ffl",
    "ﬅ": "st",
    "ﬆ": "st",
    "ĳ": "ij",
    "Ĳ": "IJ",
}
LIGATURE = re.compile("|".join(LIGATURES))
LINE_END = re.compile(r"\r\n?|[\u2028\u2029\x0b\x85]")
PRIVATE = "\ue000-\uf8ff"
BULLET = re.compile(rf"^[ \t\u00a0]*[{PRIVATE}●■▪◦‣∙·][ \t\u00a0]*", re.MULTILINE)
LONE_BULLET = re.compile(r"^•\n+(?=\S)", re.MULTILINE)
GLYPH = re.compile(rf"[{PRIVATE}\ufffd]")
BROKEN_LINE = "\ufffe"
"""What pdfium writes for a hyphen at the end of a line, in place of hyphen and line end."""
SOFT_HYPHEN = "\u00ad"
INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\uffff\x00-\x08\x0e-\x1f\x7f]")
SPACES = re.compile(r"[ \t\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
LEADER = re.compile(r"(?:\s*[._…]){5,}\s*|(?:\s\.){3,}\s*")
BLANK_LINES = re.compile(r"\n{3,}")

HYPHEN_END = re.compile(rf"(?<![^\W\d_])([^\W\d_]+)(?:[-\u2010]\n|{BROKEN_LINE}\n?)\s*([^\W_]+)")
SUSPENDED_BEFORE = frozenset(
    {"en", "of", "noch", "tot", "resp", "respectievelijk", "and", "or", "und", "oder", "et", "ou"}
)
"""After a hanging hyphen: 'school- en instituut'."""
KEEPS_HYPHEN = frozenset({"niet", "quasi", "bijna", "vice", "adjunct", "interim", "a", "e", "i", "o"})
UMLAUT_AFTER_PREFIX = {"e": "ë", "i": "ï"}
PREFIXES = ("be", "ge")

MOSTLY = 0.6


def clean(text: str) -> str:
    """Running text without the noise, as one page."""
    return clean_pages([text])


def clean_pages(pages: Sequence[str]) -> str:
    """The text of all pages together; a word that runs on over the page is put together too."""
    plain = [without_double_spacing(with_plain_characters(page)) for page in pages]
    whole = "\n".join(without_running_lines(plain))
    whole = LONE_BULLET.sub("• ", joined_hyphens(whole))
    lines = (SPACES.sub(" ", LEADER.sub(" ", line)).strip() for line in whole.split("\n"))
    return BLANK_LINES.sub("\n\n", "\n".join(lines)).strip()


def with_plain_characters(text: str) -> str:
    """Ligatures as letters, symbols of a bullet font as bullets, one kind of line end, nothing invisible."""
    text = LINE_END.sub("\n", unicodedata.normalize("NFC", text)).replace("\f", "\n")
    text = LIGATURE.sub(lambda found: LIGATURES[found.group()], text)
    text = BULLET.sub("• ", text)
    text = GLYPH.sub(" ", text)
    text = text.replace(f"{SOFT_HYPHEN}\n", BROKEN_LINE).replace(SOFT_HYPHEN, "")
    text = INVISIBLE.sub("", text)
    return "\n".join(SPACES.sub(" ", line).strip() for line in text.split("\n"))


def without_double_spacing(text: str) -> str:
    """Where nearly every line is followed by a blank one, that blank means nothing, and more of them one blank."""
    runs = [(bool(line), len(list(group))) for line, group in groupby(text.strip("\n").split("\n"), key=_has_text)]
    lines = sum(length for is_text, length in runs if is_text)
    gaps = sum(1 for is_text, _length in runs if not is_text)
    if lines < 3 or gaps < MOSTLY * (lines - 1):
        return text
    return re.sub(r"\n(\n+)", lambda found: "\n" if len(found.group(1)) == 1 else "\n\n", text)


def _has_text(line: str) -> bool:
    return bool(line.strip())


def joined_hyphens(text: str) -> str:
    """Put words together that were broken off at the end of a line, and leave hyphens that belong to the word."""
    return HYPHEN_END.sub(lambda found: _joined(found.group(1), found.group(2)), text).replace(BROKEN_LINE, "-")


def _joined(left: str, right: str) -> str:
    if right.lower() in SUSPENDED_BEFORE:
        return f"{left}- {right}"
    is_acronym = left.isupper() or (len(left) == 1 and left.lower() in KEEPS_HYPHEN)
    if is_acronym or left.lower() in KEEPS_HYPHEN or not right[0].islower():
        return f"{left}-{right}"
    if left.lower() in PREFIXES and right[0] in UMLAUT_AFTER_PREFIX and not right.startswith("ij"):
        return f"{left}{UMLAUT_AFTER_PREFIX[right[0]]}{right[1:]}"
    return f"{left}{right}"
