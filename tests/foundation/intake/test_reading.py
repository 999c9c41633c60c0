"""An accepted file as a document with clean text."""

from datetime import date

from steunpunt.foundation.intake.kinds import Kind
from steunpunt.foundation.intake.reading import ReadDocument, read
from tests.foundation.intake.making import docx, pdf, pptx, stored

TODAY = date(2025, 3, 1)
SENTENCES = ["De werkplekbegeleider en de student maken samen-", "werking en school-", "en instituutsleren zichtbaar."]


def body(page: int) -> list[tuple[str, int, int, int]]:
    around = [f"Regel {word} van bladzijde {'abc'[page - 1]}." for word in ("een", "twee", "drie", "vier")]
    texts = [*around[:2], *SENTENCES, *around[2:], f"Verslag {page}"]
    return [(text, 11, 60, 700 - 16 * place) for place, text in enumerate(texts)]


def test_a_noisy_pdf_becomes_a_document(tmp_path):
    first = [("Spiegelbijeenkomst", 24, 60, 800), ("21 september 2015", 11, 60, 770)]
    pages = [[*first, *body(1)], body(2), body(3)]
    document = read(stored(tmp_path, "a", pdf(pages)), Kind.PDF, today=TODAY)

    assert document.title == "Spiegelbijeenkomst"
    assert document.headings == ("Spiegelbijeenkomst",)
    assert (document.date, document.year, document.language, document.pages) == (date(2015, 9, 21), 2015, "nl", 3)
    assert document.text.count("samenwerking en school- en instituutsleren zichtbaar.") == 3
    assert document.text.count("Verslag") == 1
    assert document.characters == len(document.text)


def test_without_title_the_first_line_is_one(tmp_path):
    document = read(stored(tmp_path, "a", docx()), Kind.DOCX, today=TODAY)

    assert (document.title, document.text) == ("Samen opleiden", "Samen opleiden")


def test_slides_with_the_same_title_keep_it(tmp_path):
    def fill(presentation):
        for number in range(1, 5):
            slide = presentation.slides.add_slide(presentation.slide_layouts[5])
            slide.shapes.title.text = f"Ronde {number}"

    document = read(stored(tmp_path, "a", pptx(fill)), Kind.PPTX)

    assert document.text == "Ronde 1\n\nRonde 2\n\nRonde 3\n\nRonde 4"


def test_a_scan_without_text_is_an_empty_document(tmp_path):
    document = read(stored(tmp_path, "a", pdf([[]])), Kind.PDF)

    assert (document.title, document.text, document.language, document.pages) == ("", "", "", 1)


def test_headings_come_once_and_clean(tmp_path):
    def fill(document):
        for text in ("Pro\ufb01el", "Pro\ufb01el", "Doel"):
            document.add_heading(text, 1)

    assert read(stored(tmp_path, "a", docx(fill)), Kind.DOCX).headings == ("Profiel", "Doel")


def test_a_document_survives_being_written_down():
    document = ReadDocument("Titel", "Tekst", ("Kop",), date(2015, 9, 21), 2015, "nl", 3)

    assert ReadDocument.from_plain(document.as_plain()) == document
    assert ReadDocument.from_plain(ReadDocument("", "").as_plain()) == ReadDocument("", "")
