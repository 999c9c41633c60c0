"""PDF from pages of our own: tagged, in our own letters and colours, and without fetching anything."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

OURS = Path(__file__).resolve().parent / "ui" / "static" / "ui"
GROUND = OURS / "css" / "ui.css"
"""Tokens, letters and bare elements; every printed page stands on it."""
LETTERS = f"{(OURS / 'fonts').as_uri()}/"
TOKEN = re.compile(r"var\((--[\w-]+)\)")
FONT = re.compile(r"\bfont:\s*(?:(\d+)\s+)?([\d.]+(?:px|rem|em))(?:/[\d.]+)?\s+([^;}]+)")
EDGED = re.compile(r"\{[^{}]*paint-order[^{}]*\}")
"""Letters with an edge under them, which print would draw over them."""
STROKE = re.compile(r"stroke[\w-]*\s*:[^;}]*;?")
DEEP = 2
"""So many times a token may stand in a token."""
OF_DRAWINGS = re.compile(r"\b(?:fill|stroke|font|text-anchor|opacity)[\w-]*\s*:")


class NothingFromOutside(Exception):  # noqa: N818 - says what is refused
    """A page for print holds everything itself; somebody's words may not make the server fetch an address."""


def pdf_of(page: str, styles: Sequence[Path] = ()) -> bytes:
    """The page (whole HTML with its language and title) as PDF/UA; `styles` are files of our own, after the ground.

    Raises NothingFromOutside when page or styles point to anything but our letters.
    """
    # Loading it takes more than a second and 40 MB, and only who prints should pay for that.
    from weasyprint import CSS, HTML  # noqa: PLC0415
    from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415
    from weasyprint.urls import FatalURLFetchingError  # noqa: PLC0415

    fetch, fonts = _only_letters(), FontConfiguration()
    try:
        # As one sheet, because layers hold within a sheet only.
        text = "\n".join(path.read_text(encoding="utf-8") for path in (GROUND, *styles))
        sheet = CSS(string=text, base_url=GROUND.as_uri(), font_config=fonts, url_fetcher=fetch)
        html = HTML(string=page.replace("</svg>", f"{_drawn(tuple(styles))}</svg>"), url_fetcher=fetch)
        written: bytes = html.write_pdf(stylesheets=[sheet], font_config=fonts, pdf_variant="pdf/ua-1")
    except FatalURLFetchingError as refused:
        raise NothingFromOutside(str(refused)) from refused
    return written


@cache
def _drawn(styles: tuple[Path, ...]) -> str:
    """The rules for drawings, to stand in each of them: WeasyPrint draws them apart from the page, without tokens."""
    texts = [path.read_text(encoding="utf-8") for path in (GROUND, *styles)]
    tokens = dict(token for text in texts for token in _tokens(text))
    shown = "".join(rule for text in texts for rule in _rules(text) if OF_DRAWINGS.search(rule))
    for _ in range(DEEP):
        shown = TOKEN.sub(lambda found: tokens.get(found[1], ""), shown)
    shown = EDGED.sub(lambda rule: STROKE.sub("", rule[0]), shown)
    return f"<style>{FONT.sub(_font, shown).replace('<', '')}</style>"


def _font(found: re.Match[str]) -> str:
    """The short way of saying a font, which drawings do not know, in its parts."""
    weight, size, family = found[1] or "400", found[2], found[3]
    return f"font-weight: {weight}; font-size: {size}; font-family: {family}"


def _tokens(text: str) -> Iterator[tuple[str, str]]:
    """Names and values in the light theme, which is the first that the file gives."""
    seen = set()
    for name, value in re.findall(r"(--[\w-]+)\s*:\s*([^;}]+)", text):
        if name not in seen:
            seen.add(name)
            yield name, value.strip()


def _rules(text: str) -> Iterator[str]:
    """The plain rules of a style sheet, taken out of their layers; what depends on a screen is left out."""
    import tinycss2  # noqa: PLC0415

    def walk(rules: Any) -> Iterator[str]:
        for rule in rules:
            if rule.type == "qualified-rule":
                yield rule.serialize()
            elif rule.type == "at-rule" and rule.lower_at_keyword == "layer" and rule.content is not None:
                yield from walk(tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True))

    yield from walk(tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True))


def _only_letters() -> Any:
    from weasyprint.urls import FatalURLFetchingError, URLFetcher  # noqa: PLC0415

    class OnlyLetters(URLFetcher):  # type: ignore[misc]
        """Gives our own fonts and nothing else."""

        def fetch(self, url: str, headers: Any = None) -> Any:
            # WeasyPrint passes over all other errors in silence.
            if not url.startswith(LETTERS) or ".." in url:
                raise FatalURLFetchingError(url)
            return super().fetch(url, headers)

    return OnlyLetters()
