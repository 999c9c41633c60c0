"""Asking a virus scanner."""

import shlex
import sys
from time import monotonic

import pytest

from steunpunt.foundation.intake.kinds import NotAccepted
from steunpunt.foundation.intake.scanning import NO_ANSWER, VIRUS, ScannerSilent, scan


def python(code: str) -> str:
    return shlex.join([sys.executable, "-c", code])


def test_without_a_command_nothing_is_scanned(tmp_path):
    scan(tmp_path / "is er niet", "  ")


def test_the_scanner_gets_the_path_and_may_be_content(tmp_path):
    path = tmp_path / "met een spatie.pdf"
    path.write_text("goed")

    scan(path, python("import sys; sys.exit(open(sys.argv[1]).read() != 'goed')"))


def test_the_scanner_may_say_no(tmp_path):
    with pytest.raises(NotAccepted, match=VIRUS):
        scan(tmp_path, python("import sys; sys.exit(1)"))


@pytest.mark.parametrize("command", [python("import sys; sys.exit(2)"), "/bestaat/niet", "/dev/null"])
def test_a_scanner_that_cannot_judge_refuses_for_now(tmp_path, command):
    with pytest.raises(ScannerSilent, match=NO_ANSWER):
        scan(tmp_path, command)


def test_a_scanner_that_does_not_answer_is_stopped(tmp_path):
    begin = monotonic()

    with pytest.raises(ScannerSilent, match=NO_ANSWER):
        scan(tmp_path, "sh -c 'sleep 30; true'", seconds=0.2)

    assert monotonic() - begin < 10
