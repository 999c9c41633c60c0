"""What is said about files of other kinds."""

import pytest

from steunpunt.foundation.intake import disguises

OLE = disguises.OLE + bytes(504)


@pytest.mark.parametrize(
    ("raw", "part"),
    [
        (OLE + "WordDocument".encode("utf-16-le"), "sla het op als .docx"),
        (OLE + "PowerPoint Document".encode("utf-16-le"), "sla het op als .pptx"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "wachtwoord"),
        (OLE + "Workbook".encode("utf-16-le"), "Excel"),
        (OLE, "oud Office-bestand"),
        (b"{\\rtf1\\ansi hallo}", "rtf"),
        (b"  <!DOCTYPE html><html>", "webpagina"),
        (b"MZ\x90\x00", "programma"),
        (b"\x89PNG\r\n\x1a\n" + bytes(40), "afbeelding"),
        (b"RIFF\x24\x00\x00\x00WAVEfmt " + bytes(60), "geluids- of video"),
        (b"Gewone tekst over samen opleiden.", "Sla het op als pdf, .docx of .pptx"),
    ],
)
def test_a_sentence_says_what_to_do(raw, part):
    assert part in disguises.not_accepted(raw).sentence
