"""What may not stand in a Word or PowerPoint file."""

from io import BytesIO

import pytest
from openpyxl import Workbook
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

from steunpunt.foundation.intake import disguises, office_checking
from steunpunt.foundation.intake.kinds import Kind, NotAccepted
from steunpunt.foundation.intake.office_checking import ACTIVE, EMBEDDED, FETCHES, MACROS, STRANGE_LINK, STRICT
from tests.foundation.intake.making import docx, label, pptx, related, stored, with_parts

DOCUMENT_RELATIONS = "word/_rels/document.xml.rels"
SETTINGS_RELATIONS = "word/_rels/settings.xml.rels"
NO_RELATIONS = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
TYPES = "[Content_Types].xml"


def refusal_of(tmp_path, raw: bytes) -> str:
    with pytest.raises(NotAccepted) as refusal:
        office_checking.office_kind(stored(tmp_path, "a", raw))
    return refusal.value.sentence


def replaced(old: bytes, new: bytes):
    return lambda raw: raw.replace(old, new)


def in_body(xml: bytes):
    return replaced(b"<w:sectPr", xml + b"<w:sectPr")


@pytest.mark.parametrize(("raw", "kind"), [(docx(), Kind.DOCX), (pptx(), Kind.PPTX)], ids=label)
def test_the_main_part_says_the_kind(tmp_path, raw, kind):
    assert office_checking.office_kind(stored(tmp_path, "a", raw)) == kind


@pytest.mark.parametrize(
    ("parts", "sentence"),
    [
        ({"word/vbaProject.bin": b"x"}, MACROS),
        ({"ergens/anders/VBAPROJECT.BIN": b"x"}, MACROS),
        ({TYPES: replaced(b"officedocument.wordprocessingml.document", b"ms-word.document.macroEnabled")}, MACROS),
        ({"word/activeX/activeX1.xml": b"<a/>"}, ACTIVE),
        ({"word/webextensions/taskpanes.xml": b"<a/>"}, ACTIVE),
        ({"customUI/customUI.xml": b"<a/>"}, ACTIVE),
        ({DOCUMENT_RELATIONS: related("oleObject", "embeddings/oleObject1.bin", external=False)}, EMBEDDED),
        ({DOCUMENT_RELATIONS: related("package", "embeddings/ander.docx", external=False)}, EMBEDDED),
        ({DOCUMENT_RELATIONS: related("package", "embeddings/tabel.xlsx", external=False)}, EMBEDDED),
        ({DOCUMENT_RELATIONS: related("aFChunk", "afchunk.htm", external=False)}, ACTIVE),
        ({DOCUMENT_RELATIONS: related("oleObject", "http://elders.example/a.doc")}, FETCHES),
        ({DOCUMENT_RELATIONS: related("image", "http://elders.example/a.png")}, FETCHES),
        ({DOCUMENT_RELATIONS: related("image", "file://///server/map/a.png")}, FETCHES),
        ({DOCUMENT_RELATIONS: related("frame", "http://elders.example")}, FETCHES),
        ({DOCUMENT_RELATIONS: related("attachedTemplate", "https://elders.example/a.dotm")}, FETCHES),
        ({DOCUMENT_RELATIONS: related("attachedTemplate", "\\\\server\\map\\a.dotx")}, FETCHES),
        ({DOCUMENT_RELATIONS: related("oleObject", "file:///C:/a.doc")}, FETCHES),
        ({DOCUMENT_RELATIONS: related("hyperlink", "javascript:alert(1)")}, STRANGE_LINK),
        ({DOCUMENT_RELATIONS: related("hyperlink", "ms-word:ofe|u|http://elders.example")}, STRANGE_LINK),
        (
            {
                DOCUMENT_RELATIONS: replaced(
                    b"schemas.openxmlformats.org/officeDocument", b"purl.oclc.org/ooxml/officeDocument"
                )
            },
            STRICT,
        ),
    ],
)
def test_what_runs_or_fetches_is_refused(tmp_path, parts, sentence):
    assert refusal_of(tmp_path, with_parts(docx(), parts)) == sentence


@pytest.mark.parametrize(
    "target",
    ["https://voorbeeld.example/a", "mailto:iemand@voorbeeld.example", "#kop", "../map/b.docx", "C:\\map\\b.docx"],
)
def test_ordinary_links_are_fine(tmp_path, target):
    raw = with_parts(docx(), {DOCUMENT_RELATIONS: related("hyperlink", target)})

    assert office_checking.office_kind(stored(tmp_path, "a", raw)) == Kind.DOCX


@pytest.mark.parametrize("target", ["file:///C:\\Sjablonen\\Huisstijl.dotx", "C:/Sjablonen/Huisstijl.dotx"])
def test_the_house_style_on_the_disk_of_the_writer_is_fine(tmp_path, target):
    relations = related("attachedTemplate", target)(NO_RELATIONS)
    raw = with_parts(docx(), {SETTINGS_RELATIONS: relations})

    assert office_checking.office_kind(stored(tmp_path, "a", raw)) == Kind.DOCX


@pytest.mark.parametrize(
    "field",
    [
        b"<w:p><w:r><w:instrText>DDE</w:instrText></w:r><w:r><w:instrText>AUTO c:\\\\a.exe</w:instrText></w:r></w:p>",
        b'<w:p><w:fldSimple w:instr="DDE excel a"/></w:p>',
    ],
)
def test_fields_that_talk_to_programs_are_refused(tmp_path, field):
    assert refusal_of(tmp_path, with_parts(docx(), {"word/document.xml": in_body(field)})) == ACTIVE


def test_fields_for_page_numbers_are_fine(tmp_path):
    field = b"<w:p><w:r><w:instrText> PAGE \\* MERGEFORMAT </w:instrText></w:r></w:p>"
    raw = with_parts(docx(), {"word/document.xml": in_body(field)})

    assert office_checking.office_kind(stored(tmp_path, "a", raw)) == Kind.DOCX


def test_a_button_that_starts_a_program_is_refused(tmp_path):
    def fill(presentation):
        slide = presentation.slides.add_slide(presentation.slide_layouts[0])
        slide.shapes.title.text = "Begin"

    link = b'<p:cNvPr id="9" name="x"><a:hlinkClick action="ppaction://program" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"/></p:cNvPr>'
    raw = with_parts(pptx(fill), {"ppt/slides/slide1.xml": replaced(b"</p:spTree>", link + b"</p:spTree>")})

    assert refusal_of(tmp_path, raw) == ACTIVE


def chart(presentation):
    data = CategoryChartData()
    data.categories = ["2023", "2024"]
    data.add_series("studenten", (10, 12))
    slide = presentation.slides.add_slide(presentation.slide_layouts[6])
    slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, Inches(1), Inches(1), Inches(4), Inches(3), data)


def test_the_figures_behind_a_chart_are_fine(tmp_path):
    assert office_checking.office_kind(stored(tmp_path, "a", pptx(chart))) == Kind.PPTX


def test_figures_with_macros_behind_a_chart_are_refused(tmp_path):
    name = "ppt/embeddings/Microsoft_Excel_Sheet1.xlsx"

    raw = with_parts(pptx(chart), {name: lambda workbook: with_parts(workbook, {"xl/vbaProject.bin": b"x"})})

    assert refusal_of(tmp_path, raw) == MACROS


def test_a_file_in_the_file_in_the_file_is_refused(tmp_path):
    name = "ppt/embeddings/Microsoft_Excel_Sheet1.xlsx"
    relations = related("package", "../embeddings/a.xlsx", external=False)(NO_RELATIONS)
    parts = {"xl/charts/_rels/chart1.xml.rels": relations, "xl/embeddings/a.xlsx": b"PK"}

    raw = with_parts(pptx(chart), {name: lambda workbook: with_parts(workbook, parts)})

    assert refusal_of(tmp_path, raw) == EMBEDDED


def workbook() -> bytes:
    target = BytesIO()
    Workbook().save(target)
    return target.getvalue()


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (workbook(), disguises.SPREADSHEET),
        (with_parts(docx(), {TYPES: replaced(b"document.main+xml", b"template.main+xml")}), "Dit is een Word-sjabloon"),
        (with_parts(pptx(), {TYPES: replaced(b"presentation.main+xml", b"slideshow.main+xml")}), "diavoorstelling"),
        (with_parts(docx(), {TYPES: replaced(b"document.main+xml", b"iets+xml")}), disguises.OTHER),
    ],
    ids=label,
)
def test_other_office_files_are_refused(tmp_path, raw, sentence):
    assert sentence in refusal_of(tmp_path, raw)


@pytest.mark.parametrize(
    ("mimetype", "sentence"),
    [
        (b"application/vnd.oasis.opendocument.text", disguises.OPEN_DOCUMENT),
        (b"application/epub+zip", disguises.ARCHIVE),
    ],
)
def test_other_containers_are_refused(tmp_path, mimetype, sentence):
    archive = with_parts(workbook(), {"mimetype": mimetype})
    without_types = archive.replace(TYPES.encode(), b"(Content_Types).xml")

    assert refusal_of(tmp_path, without_types) == sentence


def test_entities_in_any_part_are_refused(tmp_path):
    bomb = b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'

    assert "niet veilig" in refusal_of(tmp_path, with_parts(docx(), {"customXml/item9.xml": bomb}))
