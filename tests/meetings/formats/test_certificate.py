"""The certificate is a tagged Dutch PDF on one page, and fetches nothing."""

import ctypes
import io
import socket

import pypdfium2
import pytest
from django.template.loader import render_to_string

from steunpunt.meetings.formats.certificate import certificate_pdf
from tests.factories.meetings_registration import BEGIN, AttendedFactory, PartFactory


@pytest.fixture
def page(db) -> str:
    row = AttendedFactory(name="Dana <Deelnemer>", meeting__title="Samen opleiden")
    parts = [PartFactory(meeting=row.meeting, title="Schrijven")]
    context = {"registration": row, "meeting": row.meeting, "parts": parts, "on": BEGIN.date()}
    return render_to_string("meetings/registration/certificate.html", context)


def test_what_stands_on_it(page):
    document = pypdfium2.PdfDocument(io.BytesIO(certificate_pdf(page)))
    text = document[0].get_textpage().get_text_range()

    assert len(document) == 1
    for words in ("Bewijs van deelname", "Dana <Deelnemer>", "Samen opleiden", "donderdag 8 oktober 2026", "Schrijven"):
        assert words in text
    document.close()


def test_it_is_tagged_and_dutch(page):
    document = pypdfium2.PdfDocument(io.BytesIO(certificate_pdf(page)))
    language = ctypes.create_string_buffer(32)
    pypdfium2.raw.FPDFCatalog_GetLanguage(document, ctypes.cast(language, ctypes.POINTER(ctypes.c_ushort)), 32)

    assert pypdfium2.raw.FPDFCatalog_IsTagged(document)
    assert language.raw.decode("utf-16-le").rstrip("\x00") == "nl"
    assert document.get_metadata_value("Title") == "Bewijs van deelname: Samen opleiden"
    document.close()


def test_a_picture_from_elsewhere_is_not_fetched(page):
    """Of this machine neither: nobody connects to the listening socket."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        port = server.getsockname()[1]
        whole = page.replace("<h1>", f'<img src="http://127.0.0.1:{port}/x.png" alt="x"><h1>')
        assert certificate_pdf(whole).startswith(b"%PDF-")
        with pytest.raises(TimeoutError):
            server.accept()
