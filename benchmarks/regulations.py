"""The 29 regulations that stand beside the project, article by article; nothing when they are not there."""

import csv
import re
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent.parent / "shared" / "data" / "documenten"
ARTICLE = re.compile(r"^Artikel (?P<number>\d+[0-9a-z.:]*)\.?\s*(?P<title>.*)$")
ANNEX = re.compile(r"^Bijlage\b", re.IGNORECASE)
LONGEST_HEADING = 110


def is_there() -> bool:
    return (FOLDER / "index.csv").exists()


def articles() -> dict[str, tuple[str, str]]:
    """`BWBR0025839 art. 5` → title and text; what stands before the first article is `begin`, annexes `bijlage 1`.

    A regulation without articles is cut at its headings: `deel 1` and on.
    """
    found: dict[str, tuple[str, str]] = {}
    with (FOLDER / "index.csv").open(encoding="utf-8") as rows:
        for row in csv.DictReader(rows):
            lines = (FOLDER / row["bestand"]).read_text(encoding="utf-8").splitlines()
            for part, text in _parts([line.strip() for line in lines]).items():
                found[f"{row['bwbr']} {part}"] = (row["titel"], text)
    return found


def _parts(lines: list[str]) -> dict[str, str]:
    has_articles = any(ARTICLE.match(line) for line in lines)
    name, parts, annexes = "begin", {"begin": [lines[0]]}, 0
    for at, line in enumerate(lines[1:], 1):
        started = ARTICLE.match(line)
        if started and len(line) < LONGEST_HEADING:
            name = f"art. {started['number'].rstrip('.:')}"
        elif ANNEX.match(line) and len(line) < LONGEST_HEADING:
            annexes += 1
            name = f"bijlage {annexes}"
        elif not has_articles and _is_heading(line, lines[at + 1 : at + 2]):
            name = f"deel {len(parts)}"
        parts.setdefault(name, []).append(line)
    return {name: "\n".join(kept) for name, kept in parts.items() if any(kept[1:])}


def _is_heading(line: str, following: list[str]) -> bool:
    """A short line without an end, before a long one or a table."""
    if not line or len(line) > LONGEST_HEADING or line[-1] in ".;:,|" or not line[0].isupper():
        return False
    return bool(following) and (len(following[0]) > 2 * len(line) or following[0].startswith("|"))
