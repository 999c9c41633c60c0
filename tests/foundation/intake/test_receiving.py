"""Taking an upload in."""

import shlex
import sys

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from steunpunt.foundation.intake.kinds import Checked, Kind, NotAccepted
from steunpunt.foundation.intake.receiving import receive
from steunpunt.foundation.intake.scanning import VIRUS
from steunpunt.foundation.intake.storing import stored_path
from tests.foundation.intake.making import label, pdf

SAYS_NO = shlex.join([sys.executable, "-c", "import sys; sys.exit(1)"])


def test_a_good_file_is_kept(tmp_path):
    raw = pdf()
    stored, checked = receive(SimpleUploadedFile("verslag.pdf", raw), tmp_path, most_mb=1, scan_command="")

    assert checked == Checked(Kind.PDF, "verslag.pdf", len(raw))
    assert stored_path(stored.name, tmp_path).read_bytes() == raw


@pytest.mark.parametrize(
    ("raw", "command", "part"),
    [(b"geen pdf", "", "Sla het op als pdf"), (pdf(), SAYS_NO, VIRUS), (b"", "", "leeg")],
    ids=label,
)
def test_a_refused_file_leaves_nothing_behind(tmp_path, raw, command, part):
    with pytest.raises(NotAccepted, match=part):
        receive(SimpleUploadedFile("verslag.pdf", raw), tmp_path, most_mb=1, scan_command=command)

    assert list(tmp_path.iterdir()) == []
