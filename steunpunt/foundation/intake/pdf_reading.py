"""Reads the text of a PDF with pdfium, and finds title and headings by outline, size and weight of letters."""

import ctypes
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from .contents import Contents, Progress, untold
from .dates import pdf_day
from .kinds import NotAccepted
from .pdf_checking import ATTACHMENT, FORM, LOCKED, SCRIPT
from .pdf_objects import DAMAGED
from .titles import first_of, sensible_title, shortened

MOST_PAGES = 20_000
MOST_HEADINGS = 400
LONGEST_HEADING = 160
LARGER = 1.12
BOLD = 600
MOST_BOLD_LINES = 0.25
BULLET_BEFORE = re.compile("[\u2022\u25cf\u25aa\u25a0\ue000-\uf8ff-] ")
NUMBERING = re.compile(r"^\d+(\.\d+)*\.?\s+")
PAGE_BEHIND = re.compile(r"[\s.]+\d{1,4}$")
TOO_MANY_PAGES = "Deze pdf heeft meer dan {most} bladzijden. Deel hem op in kleinere bestanden."


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page, with the height of its letters in points and whether they are bold."""

    text: str
    height: float
    is_bold: bool
    page: int


def read_pdf(path: Path, progress: Progress = untold) -> Contents:
    """The text of all pages; refused when pdfium cannot open the file or finds something active in it."""
    document = _opened(path)
    try:
        _refuse_active(document)
        contents = Contents(pages=len(document), day=pdf_day(document.get_metadata_value("CreationDate")))
        lines: list[Line] = []
        for index in range(contents.pages):
            text, page_lines = _page(document, index)
            contents.texts.append(text)
            lines += page_lines
            progress(index + 1, contents.pages)
        contents.headings = _outline(document) or _headings(lines)
        contents.title = first_of(sensible_title(document.get_metadata_value("Title")), _largest(lines))
    finally:
        document.close()
    return contents


def _opened(path: Path) -> pypdfium2.PdfDocument:
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        is_locked = error.err_code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
        raise NotAccepted(LOCKED if is_locked else DAMAGED) from error
    if not 0 < len(document) <= MOST_PAGES:
        raise NotAccepted(TOO_MANY_PAGES.format(most=MOST_PAGES) if len(document) else DAMAGED)
    return document


def _refuse_active(document: pypdfium2.PdfDocument) -> None:
    """A second opinion, by the library that understands the file."""
    if pdfium.FPDFDoc_GetJavaScriptActionCount(document) > 0:
        raise NotAccepted(SCRIPT)
    if document.count_attachments() > 0:
        raise NotAccepted(ATTACHMENT)
    if document.get_formtype() in (pdfium.FORMTYPE_XFA_FULL, pdfium.FORMTYPE_XFA_FOREGROUND):
        raise NotAccepted(FORM)


def _page(document: pypdfium2.PdfDocument, index: int) -> tuple[str, list[Line]]:
    """The text and the lines of one page; a page that cannot be read is an empty one."""
    try:
        page = document[index]
    except pypdfium2.PdfiumError:
        return "", []
    textpage = page.get_textpage()
    try:
        text = textpage.get_text_range()
        return text, list(_lines(textpage, text, index))
    finally:
        textpage.close()
        page.close()


def _lines(textpage: pypdfium2.PdfTextPage, text: str, page: int) -> Iterator[Line]:
    at = 0
    for raw in text.split("\n"):
        line = raw.strip()
        if line and len(line) <= LONGEST_HEADING:
            letters = [at + place for place, char in enumerate(raw) if char.isalnum()] or [at]
            height, is_bold = _look(textpage, letters[0])
            yield Line(line, height, is_bold and _look(textpage, letters[-1])[1], page)
        elif line:
            yield Line(line, 0, False, page)
        at += len(raw) + 1


def _look(textpage: pypdfium2.PdfTextPage, place: int) -> tuple[float, bool]:
    """How high the letter at this place of the text is as seen on the page, and whether it is bold."""
    index = pdfium.FPDFText_GetCharIndexFromTextIndex(textpage, place)
    box = pdfium.FS_RECTF()
    if index < 0 or not pdfium.FPDFText_GetLooseCharBox(textpage, index, ctypes.byref(box)):
        return 0, False
    return round(abs(box.top - box.bottom), 1), _is_bold(textpage, index)


def _is_bold(textpage: pypdfium2.PdfTextPage, index: int) -> bool:
    if pdfium.FPDFText_GetFontWeight(textpage, index) >= BOLD:
        return True
    name = ctypes.create_string_buffer(128)
    pdfium.FPDFText_GetFontInfo(textpage, index, name, len(name), None)
    return b"bold" in name.value.lower()


def _outline(document: pypdfium2.PdfDocument) -> list[str]:
    """The bookmarks, when the writer made them."""
    titles = [" ".join(mark.get_title().split()) for mark in document.get_toc(max_depth=4)]
    found = [shortened(title) for title in titles if any(map(str.isalpha, title))]
    return found[:MOST_HEADINGS] if len(found) > 1 else []


def _headings(lines: list[Line]) -> list[str]:
    """Lines that are larger than the body, or bold when little is; lines that follow each other are one heading."""
    body = _body_height(lines)
    bold_counts = sum(line.is_bold for line in lines) <= MOST_BOLD_LINES * len(lines)
    keyed = groupby(lines, key=lambda line: (_stands_out(line, body, bold_counts), line.height, line.page))
    found = [" ".join(line.text for line in group) for (stands_out, _height, _page), group in keyed if stands_out]
    return _without_contents([text for text in found if _reads_as_heading(text)])[:MOST_HEADINGS]


def _without_contents(headings: list[str]) -> list[str]:
    """Leave out lines of a table of contents: the same words stand elsewhere as heading, without a page number."""
    bare = {NUMBERING.sub("", heading) for heading in headings}
    return [
        text
        for text in headings
        if NUMBERING.sub("", PAGE_BEHIND.sub("", text)) not in bare - {NUMBERING.sub("", text)}
    ]


def _body_height(lines: list[Line]) -> float:
    weights: Counter[float] = Counter()
    for line in lines:
        weights[line.height] += len(line.text) if line.height else 0
    return weights.most_common(1)[0][0] if weights else 0


def _stands_out(line: Line, body: float, bold_counts: bool) -> bool:
    return line.height > LARGER * body or (bold_counts and line.is_bold and line.height >= body)


def _reads_as_heading(text: str) -> bool:
    has_letters = sum(map(str.isalpha, text)) >= 3
    is_item = BULLET_BEFORE.match(text) is not None
    return has_letters and not is_item and len(text) <= LONGEST_HEADING and not text.endswith((".", ",", ";"))


def _largest(lines: list[Line]) -> str:
    """The largest text on the first page, over at most a few lines."""
    first = [line for line in lines if line.page == 0]
    groups = [list(group) for _height, group in groupby(first, key=lambda line: line.height)]
    texts = [(group[0].height, " ".join(line.text for line in group[:4])) for group in groups]
    found = [(height, text) for height, text in texts if sum(map(str.isalpha, text)) >= 4]
    body = _body_height(lines)
    height, text = max(found, key=lambda pair: pair[0], default=(0.0, ""))
    return shortened(text) if height > LARGER * body or len(first) <= 4 else ""
