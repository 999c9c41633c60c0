"""The marks in the text of notes: a line is a decision, a question or a remark by how it begins or ends."""

import re

DECISION, QUESTION, REMARK = "decision", "question", "remark"
MARKS = (DECISION, QUESTION, REMARK)
OPENING = {DECISION: "besluit", QUESTION: "vraag"}
BULLET = re.compile(r"^(?:[-–•*]\s+)+")
BEGINS = re.compile(r"^(?P<word>besluit|vraag)\s*:\s*", re.IGNORECASE)


def marked(line: str) -> tuple[str, str]:
    """The mark of a line and its words: `besluit: …`, `vraag: …`, or a question mark at its end."""
    text = BULLET.sub("", " ".join(line.split()))
    found = BEGINS.match(text)
    if found:
        mark = DECISION if found["word"].lower() == OPENING[DECISION] else QUESTION
        return mark, text[found.end() :]
    return (QUESTION if text.endswith("?") else REMARK), text


def unmarked(mark: str, text: str) -> str:
    """The line as somebody would type it; reading it again gives the same mark and words."""
    return text if marked(text) == (mark, text) else f"{OPENING[mark]}: {text}"
