"""Where incoming files are kept, and how they are handed out."""

import hashlib
import re
import stat

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from steunpunt.foundation.intake.kinds import Kind, NotAccepted
from steunpunt.foundation.intake.storing import discard, served_headers, store, stored_path


def test_a_file_is_stored_under_a_name_of_our_own(tmp_path):
    folder = tmp_path / "files"

    stored = store(SimpleUploadedFile("../../verslag.pdf", b"inhoud"), folder, most_mb=1)

    assert re.fullmatch("[0-9a-f]{32}", stored.name)
    assert (stored.size, stored.sha256) == (6, hashlib.sha256(b"inhoud").hexdigest())
    assert stored_path(stored.name, folder).read_bytes() == b"inhoud"
    assert [path.name for path in folder.iterdir()] == [stored.name]
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / stored.name).stat().st_mode) == 0o600


class Broken:
    def chunks(self):
        yield b"de helft"
        raise OSError("verbinding weg")


def test_half_a_file_leaves_nothing_behind(tmp_path):
    with pytest.raises(OSError, match="verbinding weg"):
        store(Broken(), tmp_path, most_mb=1)

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("raw", "part"), [(b"", "leeg"), (bytes(1024 * 1024 + 1), "hooguit 1 MB")])
def test_an_empty_or_large_file_is_not_stored(tmp_path, raw, part):
    with pytest.raises(NotAccepted, match=part):
        store(SimpleUploadedFile("a.pdf", raw), tmp_path, most_mb=1)

    assert list(tmp_path.iterdir()) == []


def test_discarding_is_safe_to_repeat(tmp_path):
    stored = store(SimpleUploadedFile("a.pdf", b"inhoud"), tmp_path, most_mb=1)

    discard(stored.name, tmp_path)
    discard(stored.name, tmp_path)

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["../settings.py", "", "a.pdf", "A" * 32])
def test_only_names_of_our_own_lead_to_a_file(tmp_path, name):
    with pytest.raises(ValueError, match=f"^{re.escape(name)}$"):
        stored_path(name, tmp_path)


def test_a_file_is_handed_out_as_a_download_that_cannot_run():
    headers = served_headers(Kind.PDF, 'Evaluatie één\r\n"x".pdf')

    assert headers["Content-Type"] == "application/pdf"
    assert headers["Content-Disposition"] == "attachment; filename*=utf-8''Evaluatie%20%C3%A9%C3%A9n%20x.pdf"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Content-Security-Policy"].startswith("sandbox;")
    assert headers["Cache-Control"] == "private, no-store"


def test_a_public_file_may_be_kept_by_browsers():
    assert served_headers(Kind.DOCX, "taak.docx", is_public=True)["Cache-Control"] == "public, max-age=3600"
