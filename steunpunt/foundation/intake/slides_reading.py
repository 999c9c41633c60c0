"""Reads the text of a PowerPoint file slide by slide, with tables, diagrams and notes; titles are the headings."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from lxml.etree import XMLSyntaxError  # type: ignore[import-untyped]
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.exc import PythonPptxError
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.shapes.group import GroupShape
from pptx.slide import Slide

from .contents import Contents, Progress, untold
from .dates import moment_day
from .kinds import NotAccepted
from .packages import DAMAGED
from .titles import first_of, sensible_title

Shape = Any
"""Shapes of python-pptx differ in what they have; each is asked before it is read."""

UNREADABLE = (PythonPptxError, BadZipFile, XMLSyntaxError, KeyError, ValueError, AttributeError)
ON_EVERY_SLIDE = {PP_PLACEHOLDER.SLIDE_NUMBER, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.HEADER}
BETWEEN_CELLS = " | "
DIAGRAM = "/diagramData"


def read_slides(path: Path, progress: Progress = untold) -> Contents:
    """The text of all slides with their notes."""
    try:
        presentation = Presentation(str(path))
        contents = Contents(pages=len(presentation.slides))
        for number, slide in enumerate(presentation.slides, start=1):
            _read_slide(slide, contents)
            progress(number, contents.pages)
        properties = presentation.core_properties
        contents.day = moment_day(properties.modified or properties.created)
        contents.title = first_of(sensible_title(properties.title), *contents.headings[:1])
    except UNREADABLE as error:
        raise NotAccepted(DAMAGED) from error
    return contents


def _read_slide(slide: Slide, contents: Contents) -> None:
    title = " ".join(slide.shapes.title.text_frame.text.split()) if slide.shapes.title is not None else ""
    if title:
        contents.headings.append(title)
    texts = [text for shape in _shapes(slide.shapes) if not _is_title(shape, slide) for text in _texts(shape)]
    contents.texts.append("\n".join([title, *texts, *_diagrams(slide), _notes(slide)]))


def _is_title(shape: Shape, slide: Slide) -> bool:
    title = slide.shapes.title
    return title is not None and shape.shape_id == title.shape_id


def _shapes(shapes: Iterable[Shape]) -> Iterator[Shape]:
    for shape in shapes:
        if isinstance(shape, GroupShape):
            yield from _shapes(shape.shapes)
        elif not (shape.is_placeholder and shape.placeholder_format.type in ON_EVERY_SLIDE):
            yield shape


def _texts(shape: Shape) -> Iterator[str]:
    if shape.has_text_frame:
        yield shape.text_frame.text
    if getattr(shape, "has_table", False):
        for row in shape.table.rows:
            cells = (" ".join(cell.text.split()) for cell in row.cells)
            yield BETWEEN_CELLS.join(text for text in cells if text)


def _diagrams(slide: Slide) -> list[str]:
    parts = [
        relation.target_part
        for relation in slide.part.rels.values()
        if not relation.is_external and relation.reltype.endswith(DIAGRAM)
    ]
    paragraphs = (node for part in parts for node in parse_xml(part.blob).iter(qn("a:p")))
    return ["".join(text.text or "" for text in node.iter(qn("a:t"))) for node in paragraphs]


def _notes(slide: Slide) -> str:
    if not slide.has_notes_slide or slide.notes_slide.notes_text_frame is None:
        return ""
    return slide.notes_slide.notes_text_frame.text
