"""Recognises what stands at the top and bottom of pages only because they are pages: headers, footers, page numbers."""

import re
from collections import Counter
from collections.abc import Sequence

EDGE_LINES = 2
LEAST_REPEATS = 3
LEAST_NUMBERS = 2
MANY_PAGES = 0.4
LONGEST = 150
COUNTS_ALONG = re.compile(r"^#-?\d|#-?\d+$")
OUTER_NUMBER = re.compile(r"^\d{1,4}\b|\b\d{1,4}$")
LONE_NUMBER = re.compile(r"\W*(\d{1,4})\W*")
YEARS = range(1900, 2100)
ONLY_NUMBER = re.compile(r"#-?\d+")
PAGE_NUMBER = re.compile(
    r"\W*(pagina|pag\.?|blz\.?|bladzijde|page|p\.)\s*\d{1,4}(\s*(van|of|/|-)\s*\d{1,4})?\W*"
    r"|\W*\d{1,4}\s*(van|of|/)\s*\d{1,4}\W*"
    r"|[ivxl]{1,7}",
    re.IGNORECASE,
)


def without_running_lines(pages: Sequence[str]) -> list[str]:
    """Leave out page numbers, and headers and footers that come back, except where they stand first."""
    lines = [page.split("\n") for page in pages]
    edges = [_edges(page, index) for index, page in enumerate(lines)]
    running = _running(edges)
    seen: set[str] = set()
    for page, edge in zip(lines, edges, strict=True):
        for place, pattern in edge.items():
            if _is_page_number(page[place], pattern, running) or (pattern in running and pattern in seen):
                page[place] = ""
        seen.update(edge.values())
    return ["\n".join(page).strip("\n") for page in lines]


def _edges(lines: Sequence[str], index: int) -> dict[int, str]:
    """The outer lines of a page by their place, each with the pattern that it shares with those of other pages."""
    filled = [place for place, line in enumerate(lines) if line.strip()]
    outer = {*filled[:EDGE_LINES], *filled[-EDGE_LINES:]}
    return {place: _pattern(lines[place], index) for place in sorted(outer) if len(lines[place]) <= LONGEST}


def _pattern(line: str, index: int) -> str:
    """The line, in which a number that counts along with the pages is the same on each."""
    lone = LONE_NUMBER.fullmatch(line)
    if lone:
        number = int(lone.group(1))
        return line.strip() if number in YEARS else f"#{number - index}"
    return OUTER_NUMBER.sub(lambda found: f"#{int(found.group()) - index}", line.strip())


def _running(edges: Sequence[dict[int, str]]) -> set[str]:
    counts = Counter(pattern for edge in edges for pattern in set(edge.values()))
    return {pattern for pattern, count in counts.items() if count >= _least(pattern, len(edges))}


def _least(pattern: str, pages: int) -> float:
    """Words that count along are a header only when many pages have them: 'Ronde 1', 'Ronde 2', 'Ronde 3' are not."""
    if ONLY_NUMBER.fullmatch(pattern):
        return LEAST_NUMBERS
    return max(LEAST_REPEATS, MANY_PAGES * pages) if COUNTS_ALONG.search(pattern) else LEAST_REPEATS


def _is_page_number(line: str, pattern: str, running: set[str]) -> bool:
    is_number = pattern in running and ONLY_NUMBER.fullmatch(pattern) is not None
    return is_number or PAGE_NUMBER.fullmatch(line.strip()) is not None
