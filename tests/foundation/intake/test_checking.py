"""Which files may come in."""

import pytest

from steunpunt.foundation.access import Refusal
from steunpunt.foundation.intake.checking import check
from steunpunt.foundation.intake.kinds import Checked, Kind, NotAccepted
from tests.foundation.intake.making import docx, label, pdf, pptx, stored


@pytest.mark.parametrize(
    ("name", "raw", "kind"),
    [("Verslag.PDF", pdf(), Kind.PDF), ("taak.docx", docx(), Kind.DOCX), ("dia's.pptx", pptx(), Kind.PPTX)],
    ids=label,
)
def test_the_content_says_what_a_file_is(tmp_path, name, raw, kind):
    path = stored(tmp_path, "0123", raw)

    assert check(path, f"map/{name}", most_mb=1) == Checked(kind, name, len(raw))


@pytest.mark.parametrize(
    ("name", "raw", "part"),
    [
        ("a.pdf", b"", "leeg"),
        ("a.pdf", pdf() + bytes(1024 * 1024) + b"%%EOF", "hooguit 1 MB"),
        ("a.docx", pdf(), "eindigt niet op .pdf, maar dit is een pdf"),
        ("a.pdf", docx(), "eindigt niet op .docx, maar dit is een Word-bestand"),
        ("a.docx", pptx(), "eindigt niet op .pptx"),
        ("a.pdf.exe", pdf(), "eindigt niet op .pdf"),
        ("a.docm", docx(), "macro"),
        ("a.txt", b"Gewone tekst", "Sla het op als pdf"),
        ("a.pdf", b"MZ" + pdf(), "programma"),
        ("a.pdf", b"<html>" + pdf(), "webpagina"),
    ],
    ids=label,
)
def test_other_files_are_refused(tmp_path, name, raw, part):
    with pytest.raises(NotAccepted) as refusal:
        check(stored(tmp_path, "0123", raw), name, most_mb=1)

    assert part in refusal.value.sentence


def test_a_refused_file_is_a_refusal_like_any_other():
    assert issubclass(NotAccepted, Refusal)
