"""Pages that become PDF: readable by machines and people, and fetching nothing."""

import ctypes
import io

import pypdfium2
import pypdfium2.raw as pdf
import pytest

from steunpunt.foundation.printing import LETTERS, NothingFromOutside, pdf_of

PAGE = '<!doctype html><html lang="nl"><head><title>Poster</title></head><body><h1>Groep 3 koos</h1>%s</body></html>'


def test_the_words_and_the_language_are_in_the_file():
    written = pdf_of(PAGE % "<p>Kennis delen</p>")

    document = pypdfium2.PdfDocument(io.BytesIO(written))
    text = document[0].get_textpage().get_text_range()
    assert "Groep 3 koos" in text
    assert "Kennis delen" in text
    assert pdf.FPDFCatalog_IsTagged(document)
    assert document.get_metadata_value("Title") == "Poster"


def test_our_own_letters_are_in_it():
    page = pypdfium2.PdfDocument(io.BytesIO(pdf_of(PAGE % "<p>Kennis</p>")))[0]

    assert {_letters_of(one) for one in page.get_objects() if one.type == pdf.FPDF_PAGEOBJ_TEXT} == {
        "Bricolage-Grotesque-Bold",
        "Atkinson-Hyperlegible-Next",
    }


def _letters_of(words):
    room = ctypes.create_string_buffer(100)
    pdf.FPDFFont_GetBaseFontName(pdf.FPDFTextObj_GetFont(words), room, 100)
    return room.value.decode().partition("+")[2].partition(" ")[0]


@pytest.mark.parametrize(
    "address",
    ["http://127.0.0.1:1/x.png", "file:///etc/hostname", f"{LETTERS}../css/ui.css", "data:image/png;base64,aGFsbG8="],
)
def test_nothing_is_fetched(address):
    with pytest.raises(NothingFromOutside):
        pdf_of(PAGE % f'<img src="{address}" alt="">')


def test_words_that_look_like_a_page_stay_words():
    assert pdf_of(PAGE % "&lt;img src=&quot;http://127.0.0.1:1/&quot;&gt;").startswith(b"%PDF")
