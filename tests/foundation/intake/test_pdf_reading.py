"""The text of a PDF, with its title and headings."""

from datetime import date
from io import BytesIO

import pypdfium2
import pytest

from steunpunt.foundation.intake import pdf_reading
from steunpunt.foundation.intake.kinds import NotAccepted
from steunpunt.foundation.intake.pdf_checking import ATTACHMENT, LOCKED, SCRIPT
from steunpunt.foundation.intake.pdf_objects import DAMAGED
from steunpunt.foundation.intake.pdf_reading import TOO_MANY_PAGES, read_pdf
from tests.foundation.intake.making import label, pdf, stored

BODY = [f"Dit is regel {number} van een gewone tekst over het opleiden van leraren." for number in range(1, 9)]
REPORT = [
    [("Verslag van de", 24, 60, 800), ("spiegelbijeenkomst", 24, 60, 775), *BODY[2:]],
    [("Inleiding", 16, 60, 800), *BODY[2:], ("*Aandachtspunten", 11, 60, 600), ("Met een begeleider.", 11, 60, 580)],
]


def test_pages_are_read_one_by_one(tmp_path):
    told = []
    contents = read_pdf(stored(tmp_path, "a", pdf(REPORT)), lambda done, total: told.append((done, total)))

    assert contents.pages == 2
    assert told == [(1, 2), (2, 2)]
    assert "Met een begeleider." in contents.texts[1]


def test_large_and_bold_lines_are_headings(tmp_path):
    contents = read_pdf(stored(tmp_path, "a", pdf(REPORT)))

    assert contents.headings == ["Verslag van de spiegelbijeenkomst", "Inleiding", "Aandachtspunten"]
    assert contents.title == "Verslag van de spiegelbijeenkomst"


def test_sensible_metadata_comes_first(tmp_path):
    info = "/Title (Spiegelen met elkaar) /Author (Iemand) /CreationDate (D:20150921103000)"
    contents = read_pdf(stored(tmp_path, "a", pdf(REPORT, info=info)))

    assert contents.title == "Spiegelen met elkaar"
    assert contents.day == date(2015, 9, 21)
    assert "Iemand" not in str(contents)


def test_bookmarks_are_better_headings(tmp_path):
    objects = [
        "<< /Type /Outlines /First 9 0 R /Last 10 0 R /Count 2 >>",
        "<< /Title (1. Waarom) /Parent 8 0 R /Next 10 0 R /Dest [4 0 R /Fit] >>",
        "<< /Title (2. Hoe) /Parent 8 0 R /Prev 9 0 R /Dest [4 0 R /Fit] >>",
    ]
    contents = read_pdf(stored(tmp_path, "a", pdf(REPORT, catalog="/Outlines 8 0 R", objects=objects)))

    assert contents.headings == ["1. Waarom", "2. Hoe"]


def test_lines_of_a_table_of_contents_are_no_headings(tmp_path):
    pages = [
        [("Inhoud", 20, 60, 800), ("1 Inleiding 3", 14, 60, 780), ("2 Vervolg 9", 15, 60, 760)],
        [("1 Inleiding", 16, 60, 800), *BODY[2:]],
        [("2 Vervolg", 16, 60, 800), *BODY[2:], ("- Een punt", 16, 60, 600)],
    ]

    assert read_pdf(stored(tmp_path, "a", pdf(pages))).headings == ["Inhoud", "1 Inleiding", "2 Vervolg"]


def test_columns_that_are_read_across_keep_their_words_apart(tmp_path):
    rows = [
        (("kennisdeling", 11, 60, 700), ("onderzoek", 11, 128, 700)),
        (("visie", 11, 60, 684), ("regie", 11, 300, 684)),
    ]
    text = read_pdf(stored(tmp_path, "a", pdf([[cell for row in rows for cell in row]]))).texts[0]

    assert text.split() == ["kennisdeling", "onderzoek", "visie", "regie"]


def test_a_page_without_text_is_an_empty_page(tmp_path):
    contents = read_pdf(stored(tmp_path, "a", pdf([[], []])))

    assert (contents.pages, contents.texts, contents.title, contents.headings) == (2, ["", ""], "", [])


def with_attachment() -> bytes:
    document = pypdfium2.PdfDocument(pdf())
    document.new_attachment("bijlage.txt").set_data(b"inhoud")
    return saved(document)


def saved(document: pypdfium2.PdfDocument) -> bytes:
    target = BytesIO()
    document.save(target)
    document.close()
    return target.getvalue()


LOCK = "/Filter /Standard /V 1 /R 2 /P -4 /O <" + "41" * 32 + "> /U <" + "42" * 32 + ">"
NAMES = "/Names << /JavaScript << /Names [(a) 6 0 R] >> >>"


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (b"%PDF-1.7\nen dan niets\n%%EOF", DAMAGED),
        (pdf([]), DAMAGED),
        (with_attachment(), ATTACHMENT),
        (pdf(catalog=NAMES, objects=["<< /S /JavaScript /JS (app.alert(1)) >>"]), SCRIPT),
        (pdf(objects=[f"<< {LOCK} >>"], trailer="/Encrypt 6 0 R /ID [<41> <41>]"), LOCKED),
    ],
    ids=label,
)
def test_pdfium_has_a_second_opinion(tmp_path, raw, sentence):
    with pytest.raises(NotAccepted) as refusal:
        read_pdf(stored(tmp_path, "a", raw))

    assert refusal.value.sentence == sentence


def test_too_many_pages_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(pdf_reading, "MOST_PAGES", 1)

    with pytest.raises(NotAccepted) as refusal:
        read_pdf(stored(tmp_path, "a", pdf(REPORT)))

    assert refusal.value.sentence == TOO_MANY_PAGES.format(most=1)
