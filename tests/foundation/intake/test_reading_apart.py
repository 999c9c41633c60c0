"""Reading in a process with limits."""

import json
import sys
from time import monotonic

import pytest

from steunpunt.foundation.intake import reading_apart
from steunpunt.foundation.intake.kinds import Kind, NotAccepted
from steunpunt.foundation.intake.packages import DAMAGED
from steunpunt.foundation.intake.reading import read
from steunpunt.foundation.intake.reading_apart import TOO_SLOW, UNREADABLE, read_apart
from tests.foundation.intake.making import docx, pdf, pptx, stored

SAMPLES = [(Kind.PDF, pdf([["Eén"], ["Twee"]])), (Kind.DOCX, docx()), (Kind.PPTX, pptx())]


@pytest.mark.parametrize(("kind", "raw"), SAMPLES)
def test_the_result_is_the_same(tmp_path, kind, raw):
    path = stored(tmp_path, "a", raw)

    assert read_apart(path, kind) == read(path, kind)


def test_progress_is_passed_on(tmp_path):
    told = []
    read_apart(stored(tmp_path, "a", pdf([["Eén"], ["Twee"]])), Kind.PDF, lambda *pages: told.append(pages))

    assert told[-1] == (2, 2)


def test_a_refusal_is_passed_on(tmp_path):
    with pytest.raises(NotAccepted) as refusal:
        read_apart(stored(tmp_path, "a", b"PK\x03\x04"), Kind.DOCX)

    assert refusal.value.sentence == DAMAGED


def test_too_little_memory_becomes_a_sentence(tmp_path):
    text = ["De werkplekbegeleider en de student bespreken elke week de lessen."]

    with pytest.raises(NotAccepted) as refusal:
        read_apart(stored(tmp_path, "a", pdf([text])), Kind.PDF, megabytes=60)

    assert refusal.value.sentence == UNREADABLE


def test_a_file_that_is_not_there_becomes_a_sentence(tmp_path):
    with pytest.raises(NotAccepted) as refusal:
        read_apart(tmp_path / "weg", Kind.PDF)

    assert refusal.value.sentence in (UNREADABLE, DAMAGED)


def pretend(tmp_path, monkeypatch, code: str) -> None:
    """Let other code run in the place of the process that reads."""
    probe, python = tmp_path / "probe.py", tmp_path / "python"
    probe.write_text(code)
    python.write_text(f'#!/bin/sh\nPYTHONPATH="$PWD" exec {sys.executable} {probe} "$4"\n')
    python.chmod(0o700)
    monkeypatch.setattr(reading_apart.sys, "executable", str(python))


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("import time; time.sleep(60)", TOO_SLOW),
        ("while True: print('{}', flush=True)", TOO_SLOW),
        ("import os; os.abort()", UNREADABLE),
        ("raise SystemExit(3)", UNREADABLE),
        ("print('geen json')", UNREADABLE),
    ],
)
def test_a_process_that_hangs_or_breaks_becomes_a_sentence(tmp_path, monkeypatch, code, sentence):
    pretend(tmp_path, monkeypatch, code)
    begin = monotonic()

    with pytest.raises(NotAccepted) as refusal:
        read_apart(stored(tmp_path, "a", pdf()), Kind.PDF, seconds=2)

    assert refusal.value.sentence == sentence
    assert monotonic() - begin < 10


PROBE = """
import json, os, resource, sys
from steunpunt.foundation.intake.reading_child import limit, say
limit(7, 900)
try:
    os.write(os.open(sys.argv[1] + ".new", os.O_CREAT | os.O_WRONLY), b"x")
    wrote = True
except OSError:
    wrote = False
say({"refused": json.dumps([wrote, sorted(os.environ), resource.getrlimit(resource.RLIMIT_CPU)[0]])})
"""


def test_the_process_has_no_secrets_and_cannot_write(tmp_path, monkeypatch):
    pretend(tmp_path, monkeypatch, PROBE)
    monkeypatch.setenv("STEUNPUNT_SECRET_KEY", "geheim")

    with pytest.raises(NotAccepted) as refusal:
        read_apart(stored(tmp_path, "a", pdf()), Kind.PDF)

    wrote, names, seconds = json.loads(refusal.value.sentence)
    assert (wrote, seconds) == (False, 7)
    assert not [name for name in names if name.startswith(("STEUNPUNT", "DATABASE"))]
