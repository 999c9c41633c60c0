"""Names under which files are sent."""

import pytest

from steunpunt.foundation.intake.names import extension, shown_name


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("verslag.pdf", "verslag.pdf"),
        ("../../etc/passwd", "passwd"),
        (r"C:\Users\iemand\Leertaak één.docx", "Leertaak één.docx"),
        ("a\r\nSet-Cookie: x.pdf", "aSet-Cookie x.pdf"),
        ("fdp.\u202eexe.pdf", "fdp.exe.pdf"),
        ('"quote"<b>.pdf', "quote b.pdf"),
        ("", "bestand"),
        ("...", "bestand"),
        (".htaccess", "htaccess"),
    ],
)
def test_a_name_is_made_fit_to_show(name, shown):
    assert shown_name(name) == shown


def test_a_long_name_keeps_its_extension():
    assert shown_name("a" * 400 + ".pdf") == "a" * 116 + ".pdf"


def test_the_last_extension_counts():
    assert [extension(name) for name in ("a.PDF", "a.pdf.exe", "zonder")] == ["pdf", "exe", ""]
