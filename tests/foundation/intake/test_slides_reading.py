"""The text of a PowerPoint file."""

from datetime import UTC, date, datetime

import pytest
from pptx.util import Inches

from steunpunt.foundation.intake.kinds import NotAccepted
from steunpunt.foundation.intake.packages import DAMAGED
from steunpunt.foundation.intake.slides_reading import read_slides
from tests.foundation.intake.making import label, pptx, related, stored, with_parts

PLACE = (Inches(1), Inches(1), Inches(4), Inches(1))


def fill(presentation):
    first = presentation.slides.add_slide(presentation.slide_layouts[0])
    first.shapes.title.text = "Leren van\velkaar"
    first.placeholders[1].text = "Workshop 10 juni 2014"
    second = presentation.slides.add_slide(presentation.slide_layouts[5])
    second.shapes.title.text = "Wensen"
    table = second.shapes.add_table(1, 2, *PLACE).table
    table.cell(0, 0).text, table.cell(0, 1).text = "kennisdeling", "regie"
    group = second.shapes.add_group_shape()
    group.shapes.add_textbox(*PLACE).text_frame.text = "In een groep"
    second.notes_slide.notes_text_frame.text = "Vertel over de proeftuin."
    presentation.core_properties.title = "PowerPoint-presentatie"
    presentation.core_properties.author = "Iemand"
    presentation.core_properties.modified = datetime(2014, 6, 10, tzinfo=UTC)


def test_slides_are_read_with_tables_groups_and_notes(tmp_path):
    told = []
    contents = read_slides(stored(tmp_path, "a", pptx(fill)), lambda done, total: told.append((done, total)))

    assert contents.headings == ["Leren van elkaar", "Wensen"]
    assert contents.texts[0].split("\n")[:2] == ["Leren van elkaar", "Workshop 10 juni 2014"]
    assert [line for line in contents.texts[1].split("\n") if line] == [
        "Wensen",
        "kennisdeling | regie",
        "In een groep",
        "Vertel over de proeftuin.",
    ]
    assert (contents.pages, contents.day, contents.title) == (2, date(2014, 6, 10), "Leren van elkaar")
    assert told == [(1, 2), (2, 2)]
    assert "Iemand" not in str(contents)


def test_diagrams_are_read(tmp_path):
    data = (
        '<dgm:dataModel xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        "<a:p><a:r><a:t>Van </a:t></a:r><a:r><a:t>vraag</a:t></a:r></a:p></dgm:dataModel>"
    )
    relation = related("diagramData", "../diagrams/data1.xml", external=False)
    raw = with_parts(
        pptx(fill), {"ppt/diagrams/data1.xml": data.encode(), "ppt/slides/_rels/slide1.xml.rels": relation}
    )

    assert "Van vraag" in read_slides(stored(tmp_path, "a", raw)).texts[0].split("\n")


def test_a_presentation_without_slides_is_empty(tmp_path):
    contents = read_slides(stored(tmp_path, "a", pptx()))

    assert (contents.pages, contents.texts, contents.headings) == (0, [], [])


@pytest.mark.parametrize("raw", [b"PK\x03\x04", with_parts(pptx(fill), {"ppt/slides/slide1.xml": b"<a"})], ids=label)
def test_a_damaged_file_gets_a_sentence(tmp_path, raw):
    with pytest.raises(NotAccepted) as refusal:
        read_slides(stored(tmp_path, "a", raw))

    assert refusal.value.sentence == DAMAGED
