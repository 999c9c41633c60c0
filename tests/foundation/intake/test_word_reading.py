"""The text of a Word file."""

from datetime import UTC, date, datetime

import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from steunpunt.foundation.intake.kinds import NotAccepted
from steunpunt.foundation.intake.packages import DAMAGED
from steunpunt.foundation.intake.word_reading import read_word
from tests.foundation.intake.making import docx, label, stored, with_parts


def read(tmp_path, fill):
    return read_word(stored(tmp_path, "a", docx(fill)))


def lines(contents) -> list[str]:
    return [line for line in contents.texts[0].split("\n") if line.strip()]


def added(document, xml: str) -> None:
    namespaces = nsdecls("w", "wp", "a") + ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    document.element.body.insert(0, parse_xml(xml.replace(">", f" {namespaces}>", 1)))


def test_headings_come_from_styles(tmp_path):
    def fill(document):
        document.add_heading("De leertaak", 0)
        document.add_heading("Doel", 1)
        document.add_paragraph("Studenten leren observeren.")
        own = document.styles.add_style("Huisstijl kop", WD_STYLE_TYPE.PARAGRAPH)
        own.base_style = document.styles["Heading 2"]
        document.add_paragraph("Rol en tijd", style="Huisstijl kop")

    contents = read(tmp_path, fill)

    assert contents.title == "De leertaak"
    assert contents.headings == ["Doel", "Rol en tijd"]
    assert lines(contents) == ["De leertaak", "Doel", "Studenten leren observeren.", "Rol en tijd"]


def test_an_outline_level_makes_a_heading(tmp_path):
    def fill(document):
        added(document, '<w:p><w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:r><w:t>Werkwijze</w:t></w:r></w:p>')

    assert read(tmp_path, fill).headings == ["Werkwijze"]


def test_metadata_is_used_without_persons(tmp_path):
    def fill(document):
        document.core_properties.title = "Observeren in de klas"
        document.core_properties.author = "Iemand"
        document.core_properties.modified = datetime(2023, 5, 4, tzinfo=UTC)
        document.add_paragraph("Tekst")

    contents = read(tmp_path, fill)

    assert (contents.title, contents.day) == ("Observeren in de klas", date(2023, 5, 4))
    assert "Iemand" not in str(contents)


def test_cells_of_a_table_keep_their_words_apart(tmp_path):
    def fill(document):
        table = document.add_table(2, 2)
        for cell, text in zip(table._cells, ("Wens", "Actie", "kennisdeling", "toolbox\nvan vraag"), strict=True):
            cell.text = text
        inner = table.cell(1, 0).add_table(1, 2)
        inner.cell(0, 0).text, inner.cell(0, 1).text = "binnen", "in"

    assert lines(read(tmp_path, fill)) == ["Wens | Actie", "kennisdeling binnen | in | toolbox van vraag"]


def test_merged_cells_are_read_once(tmp_path):
    def fill(document):
        table = document.add_table(2, 2)
        table.cell(0, 0).merge(table.cell(0, 1)).text = "Over de hele breedte"
        table.cell(1, 0).text = "links"

    assert lines(read(tmp_path, fill)) == ["Over de hele breedte", "links"]


@pytest.mark.parametrize(
    ("xml", "expected"),
    [
        (
            "<w:p><w:ins><w:r><w:t>erbij</w:t></w:r></w:ins><w:del><w:r><w:delText>weg</w:delText></w:r></w:del></w:p>",
            ["erbij"],
        ),
        ("<w:sdt><w:sdtContent><w:p><w:r><w:t>in een veld</w:t></w:r></w:p></w:sdtContent></w:sdt>", ["in een veld"]),
        ("<w:p><w:hyperlink><w:r><w:t>een link</w:t></w:r></w:hyperlink></w:p>", ["een link"]),
        (
            "<w:p><w:r><w:t>VO</w:t><w:noBreakHyphen/><w:t>raad</w:t><w:tab/><w:t>en</w:t><w:br/><w:t>OCW</w:t></w:r></w:p>",
            ["VO-raad\ten", "OCW"],
        ),
        ("<w:p><w:r><w:t>samen</w:t><w:softHyphen/><w:t>werking</w:t></w:r></w:p>", ["samenwerking"]),
        ("<w:p><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>", []),
        (
            (
                "<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>kader</w:t></w:r></w:p></w:txbxContent>"
                "</mc:Choice><mc:Fallback><w:txbxContent><w:p><w:r><w:t>kader</w:t></w:r></w:p></w:txbxContent></mc:Fallback>"
                "</mc:AlternateContent></w:r></w:p>"
            ),
            ["kader"],
        ),
    ],
)
def test_what_a_reader_sees_is_read(tmp_path, xml, expected):
    assert lines(read(tmp_path, lambda document: added(document, xml))) == expected


def test_the_number_of_pages_is_what_word_wrote_down(tmp_path):
    app = (
        b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        b"<Pages>7</Pages></Properties>"
    )

    assert read_word(stored(tmp_path, "a", with_parts(docx(), {"docProps/app.xml": app}))).pages == 7


def test_footnotes_are_read(tmp_path):
    base = "http://schemas.openxmlformats.org/"
    relation = f'<Relationship Id="rIdN" Type="{base}officeDocument/2006/relationships/footnotes" Target="footnotes.xml"/></Relationships>'
    notes = f'<w:footnotes xmlns:w="{base}wordprocessingml/2006/main"><w:footnote><w:p><w:r><w:t>Zie de bijlage.</w:t></w:r></w:p></w:footnote></w:footnotes>'
    raw = with_parts(
        docx(),
        {
            "word/footnotes.xml": notes.encode(),
            "word/_rels/document.xml.rels": lambda old: old.replace(b"</Relationships>", relation.encode()),
        },
    )

    assert lines(read_word(stored(tmp_path, "a", raw))) == ["Samen opleiden", "Zie de bijlage."]


@pytest.mark.parametrize("raw", [b"PK\x03\x04", with_parts(docx(), {"word/document.xml": b"<a"})], ids=label)
def test_a_damaged_file_gets_a_sentence(tmp_path, raw):
    with pytest.raises(NotAccepted) as refusal:
        read_word(stored(tmp_path, "a", raw))

    assert refusal.value.sentence == DAMAGED
