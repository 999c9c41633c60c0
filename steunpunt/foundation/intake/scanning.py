"""The virus scanner of the house, when it has one: a command that gets the path of a file and may say no."""

import os
import shlex
import signal
import subprocess
from pathlib import Path

from .kinds import NotAccepted

PATIENCE = 120
FOUND = 1

VIRUS = "De virusscanner vertrouwt dit bestand niet. Wij hebben het niet bewaard."
NO_ANSWER = "De virusscanner geeft nu geen antwoord. Probeer het later nog eens."


class ScannerSilent(NotAccepted):
    """The scanner could not judge: the same file may be accepted when it is asked again."""


def scan(path: Path, command: str, *, seconds: float = PATIENCE) -> None:
    """Refuse the file unless the scanner ends with 0 within the time; without a command nothing is scanned."""
    if not command.strip():
        return
    code = _exit_code([*shlex.split(command), str(path)], seconds)
    if code == FOUND:
        raise NotAccepted(VIRUS)
    if code != 0:
        raise ScannerSilent(NO_ANSWER)


def _exit_code(words: list[str], seconds: float) -> int | None:
    """How the command ended, or None when it could not be started or did not end in time."""
    quiet = subprocess.DEVNULL
    try:
        process = subprocess.Popen(words, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True)
    except OSError:
        return None
    try:
        return process.wait(seconds)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        return None
