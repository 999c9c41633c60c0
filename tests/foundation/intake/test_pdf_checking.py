"""What may not stand in a PDF."""

import zlib

import pytest

from steunpunt.foundation.intake import pdf_objects
from steunpunt.foundation.intake.kinds import NotAccepted
from steunpunt.foundation.intake.pdf_checking import (
    ATTACHMENT,
    FORM,
    LOCKED,
    MEDIA,
    SCRIPT,
    STARTS,
    refuse_active_pdf,
)
from steunpunt.foundation.intake.pdf_objects import BOMB, DAMAGED, STRANGE
from tests.foundation.intake.making import label, packed_objects, pdf, stream

PACKED_SCRIPT = "<< /Names [(a) << /JS (app.alert\\(1\\)) >>] >>"
SCRIPT_OBJECT = "<< /S /JavaScript /JS (app.alert(1)) >>"


def refusal_of(raw: bytes) -> str:
    with pytest.raises(NotAccepted) as refusal:
        refuse_active_pdf(raw)
    return refusal.value.sentence


def with_body(body: bytes) -> bytes:
    """A PDF with one more object, written as bytes."""
    return pdf(objects=["@"]).replace(b"@", body)


@pytest.mark.parametrize(
    "raw",
    [
        pdf(),
        pdf(catalog="/OpenAction [4 0 R /FitH null]"),
        pdf(catalog="/OpenAction << /S /GoTo /D [4 0 R /Fit] >>"),
        pdf(catalog="/OpenAction 6 0 R", objects=["<< /Type /Action /S /GoTo /D [4 0 R /Fit] >>"]),
        pdf(catalog="/OpenAction 6 0 R", objects=["[4 0 R /Fit]"]),
        pdf(objects=["<< /S /URI /URI (https://voorbeeld.example/JavaScript/Launch) >>"]),
        pdf(info="/Title (Over /JavaScript \\( en /Launch)"),
        pdf([["/JavaScript in de tekst zelf"]]),
        pdf(objects=["% << /S /JavaScript >>\n<< /A 1 >>"]),
        with_body(packed_objects({20: "<< /A /B >>"})),
        with_body(packed_objects({})),
        pdf(objects=["(een livestream\nen een stream\n)"]),
        pdf() + b"\n\n",
    ],
    ids=label,
)
def test_ordinary_files_are_fine(raw):
    refuse_active_pdf(raw)


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (pdf(objects=[SCRIPT_OBJECT]), SCRIPT),
        (pdf(objects=["<< /S /J#61vaScript /J#53 (x) >>"]), SCRIPT),
        (pdf(objects=["<</S/Rendered/JS 9 0 R>>"]), SCRIPT),
        (pdf(objects=["(nooit gesloten \n<< /S /JavaScript >>"]), SCRIPT),
        (pdf(objects=["<< /T (een \\) haakje) /S /JavaScript >>"]), SCRIPT),
        (pdf(catalog="/OpenAction << /S /URI /URI (http://elders.example) >>"), STARTS),
        (pdf(catalog="/OpenAction 6 0 R", objects=["<< /S /URI /URI (http://elders.example) >>"]), STARTS),
        (pdf(catalog="/OpenAction << /S /GoTo /Next << /S /URI >> >>"), STARTS),
        (pdf(catalog="/OpenAction 99 0 R"), STARTS),
        (pdf(objects=["<< /S /Launch /F (a.exe) >>"]), STARTS),
        (
            pdf(objects=["<< /Type /Filespec /EF << /F 9 0 R >> >>", "<< /Names << /EmbeddedFiles 9 0 R >> >>"]),
            ATTACHMENT,
        ),
        (pdf(objects=["<< /Subtype /FileAttachment >>"]), ATTACHMENT),
        (pdf(objects=["<< /Subtype /RichMedia >>"]), MEDIA),
        (pdf(objects=["<< /Subtype /Screen >>"]), MEDIA),
        (pdf(catalog="/AcroForm << /XFA 9 0 R >>"), FORM),
        (pdf(objects=["<< /S /SubmitForm /F (http://elders.example) >>"]), FORM),
        (pdf(trailer="/Encrypt 9 0 R"), LOCKED),
        (pdf(catalog=" ".join(f"/OpenAction {number} 0 R" for number in range(100, 130))), STARTS),
        (with_body(packed_objects({20: PACKED_SCRIPT})), SCRIPT),
        (with_body(packed_objects({20: PACKED_SCRIPT}, keys="/Type /Obj#53tm")), SCRIPT),
        (with_body(packed_objects({20: PACKED_SCRIPT}, keys="")), SCRIPT),
        (with_body(packed_objects({20: PACKED_SCRIPT}).replace(b">>\nstream", b">> % kort\nstream")), SCRIPT),
        (with_body(packed_objects({20: "<< /A (nooit dicht >>", 21: PACKED_SCRIPT})), SCRIPT),
    ],
    ids=label,
)
def test_what_runs_or_hides_is_refused(raw, sentence):
    assert refusal_of(raw) == sentence


def test_an_opening_deed_in_packed_objects_is_found():
    packed = packed_objects({20: "<< /S /URI /URI (http://elders.example) >>"})
    fine = packed_objects({20: "<< /S /GoTo /D [4 0 R /Fit] >>"})
    opens = pdf(catalog="/OpenAction 20 0 R", objects=["@"])

    refuse_active_pdf(opens.replace(b"@", fine))
    assert refusal_of(opens.replace(b"@", packed)) == STARTS


@pytest.mark.parametrize(
    "raw",
    [
        with_body(stream(b"9 0 obj << /S /JavaScript >> endobj")),
        with_body(stream(b"x << /S /JavaScript >>", "/Filter /FlateDecode")),
        with_body(stream(b"x\x9c 9 0 obj\n<< /A 1 >>", "/Filter /FlateDecode")),
        with_body(packed_objects({20: "<< >>"}, keys="/DecodeParms << /Predictor 12 >>")),
        with_body(stream(b"20 0 << >>", "/N 1 /First 5 /Filter 9 0 R")),
        with_body(stream(b"20 0 << >>", "/N 1 /First 5 /Filter /ASCIIHexDecode")),
        with_body(stream(b"20 0 << >>", "/Type /ObjStm")),
        with_body(packed_objects({20: SCRIPT_OBJECT})),
        with_body(packed_objects({20: PACKED_SCRIPT}).replace(b">>\nstream", b">>%" + b"x" * 400 + b"\nstream")),
    ],
    ids=label,
)
def test_hiding_places_are_refused(raw):
    assert refusal_of(raw) == STRANGE


@pytest.mark.parametrize(
    "raw",
    [
        b"%PDF-1.7\n",
        pdf()[:-40],
        b"%PDF-1.7\n1 0 obj << >> endobj\n%%EOF",
        with_body(stream(b"niet ingepakt", "/N 1 /First 5 /Filter /FlateDecode")),
    ],
    ids=label,
)
def test_damaged_files_are_refused(raw):
    assert refusal_of(raw) == DAMAGED


def test_packed_objects_have_a_limit(monkeypatch):
    monkeypatch.setattr(pdf_objects, "MOST_PER_STREAM", 1000)
    packed = zlib.compress(bytes(2000))

    assert refusal_of(with_body(stream(packed, "/N 1 /First 5 /Filter /FlateDecode"))) == BOMB
