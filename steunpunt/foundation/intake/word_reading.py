"""Reads the text of a Word file in reading order, with tables, text boxes and footnotes, and headings by style."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from lxml.etree import XMLSyntaxError  # type: ignore[import-untyped]

from .contents import Contents, Progress, untold
from .dates import moment_day
from .kinds import NotAccepted
from .packages import DAMAGED
from .titles import first_of, sensible_title

Node = Any
"""An element of lxml, which has no types."""

UNREADABLE = (PackageNotFoundError, BadZipFile, XMLSyntaxError, KeyError, ValueError, AttributeError)
HEADING = "Heading "
TITLE = "Title"
MOST_LEVELS = 10
BETWEEN_CELLS = " | "
CONTAINERS = {qn(name) for name in ("w:sdt", "w:sdtContent", "w:ins", "w:customXml", "w:smartTag", "w:moveTo")}
LEFT_OUT = {qn(name) for name in ("w:del", "w:moveFrom", "w:txbxContent", "w:pPr", "w:rPr")}
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
WRITTEN = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-", qn("w:softHyphen"): ""}
NOTES = ("footnotes", "endnotes")
APP_PAGES = "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}Pages"


def read_word(path: Path, progress: Progress = untold) -> Contents:
    """Everything a reader sees in the body, without remarks and struck-out text."""
    try:
        document = Document(str(path))
        contents = _contents(document)
    except UNREADABLE as error:
        raise NotAccepted(DAMAGED) from error
    progress(1, 1)
    return contents


def _contents(document: WordDocument) -> Contents:
    styles = _Styles(document)
    contents = Contents(day=_day(document), pages=_pages(document))
    blocks: list[str] = []
    titles: list[str] = []
    for node in _blocks(document.element.body):
        text = _text(node) if node.tag == qn("w:p") else _table(node)
        if node.tag == qn("w:p") and text.strip():
            _note_style(styles.kind_of(node), " ".join(text.split()), contents.headings, titles)
        blocks += [text, *_boxes(node)]
    contents.texts = ["\n".join([*blocks, *_notes(document)])]
    given = sensible_title(document.core_properties.title)
    contents.title = first_of(given, *titles[:1], *contents.headings[:1])
    return contents


def _note_style(kind: str, text: str, headings: list[str], titles: list[str]) -> None:
    if kind == TITLE:
        titles.append(text)
    elif kind == HEADING:
        headings.append(text)


class _Styles:
    """Which styles make a paragraph a heading or the title, also those that are based on one."""

    def __init__(self, document: WordDocument) -> None:
        self._styles = {style.style_id: style for style in document.styles}

    def kind_of(self, paragraph: Node) -> str:
        found = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        if _outline_level(paragraph):
            return HEADING
        return self._kind(found.get(qn("w:val")) if found is not None else "", MOST_LEVELS)

    def _kind(self, style_id: str, levels: int) -> str:
        style = self._styles.get(style_id)
        if style is None or levels == 0:
            return ""
        name = style.name or ""
        if name == TITLE or name.startswith(HEADING):
            return TITLE if name == TITLE else HEADING
        if _outline_level(style.element):
            return HEADING
        base = style.element.find(qn("w:basedOn"))
        return self._kind(base.get(qn("w:val")), levels - 1) if base is not None else ""


def _outline_level(node: Node) -> bool:
    level = node.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}")
    return level is not None and level.get(qn("w:val")) in {"0", "1", "2", "3"}


def _blocks(parent: Node) -> Iterator[Node]:
    """Paragraphs and tables in order, those inside content controls and accepted changes too."""
    for node in parent:
        if node.tag in (qn("w:p"), qn("w:tbl")):
            yield node
        elif node.tag in CONTAINERS:
            yield from _blocks(node)


def _text(node: Node) -> str:
    return "".join(_pieces(node))


def _pieces(node: Node) -> Iterator[str]:
    for child in node:
        if child.tag == qn("w:t"):
            yield child.text or ""
        elif child.tag in WRITTEN:
            yield WRITTEN[child.tag]
        elif child.tag not in LEFT_OUT and child.tag != FALLBACK:
            yield from _pieces(child)


def _table(table: Node) -> str:
    """A row on a line, with a mark between cells so that words of two columns never touch."""
    rows = [node for node in table.iter(qn("w:tr")) if next(node.iterancestors(qn("w:tbl"))) is table]
    return "\n".join(_row(row) for row in rows)


def _row(row: Node) -> str:
    cells = [node for node in row.iter(qn("w:tc")) if next(node.iterancestors(qn("w:tr"))) is row]
    texts = (" ".join(_cell(cell).split()) for cell in cells)
    return BETWEEN_CELLS.join(text for text in texts if text)


def _cell(cell: Node) -> str:
    return "\n".join(_text(node) if node.tag == qn("w:p") else _table(node) for node in _blocks(cell))


def _boxes(node: Node) -> list[str]:
    """Text boxes stand inside a paragraph twice: as drawing, and once more for old programs."""
    boxes = [box for box in node.iter(qn("w:txbxContent")) if next(box.iterancestors(FALLBACK), None) is None]
    return ["\n".join(_text(paragraph) for paragraph in box.iter(qn("w:p"))) for box in boxes]


def _notes(document: WordDocument) -> list[str]:
    parts = [
        relation.target_part
        for relation in document.part.rels.values()
        if not relation.is_external and relation.reltype.rsplit("/", 1)[-1] in NOTES
    ]
    return [_text(paragraph) for part in parts for paragraph in parse_xml(part.blob).iter(qn("w:p"))]


def _day(document: WordDocument) -> date | None:
    properties = document.core_properties
    return moment_day(properties.modified or properties.created)


def _pages(document: WordDocument) -> int:
    """The number of pages that Word wrote down when it stored the file; 0 when it did not."""
    for part in document.part.package.iter_parts():
        if str(part.partname) == "/docProps/app.xml":
            written = parse_xml(part.blob).findtext(APP_PAGES) or ""
            return int(written) if written.strip().isdigit() else 0
    return 0
