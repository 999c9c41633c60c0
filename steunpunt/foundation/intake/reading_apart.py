"""Reads a file in a process of its own with limits on time and memory, so that a bad file stops nobody else."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Timer
from typing import IO, Any

from .contents import Progress, untold
from .kinds import Kind, NotAccepted
from .reading import ReadDocument

SECONDS = 60
MEGABYTES = 1024
LONGEST_LINE = 256 * 1024 * 1024
CHILD = "steunpunt.foundation.intake.reading_child"
PROJECT = Path(__file__).resolve().parents[3]

TOO_SLOW = "Het lezen van dit bestand duurt te lang. Maak het kleiner of deel het op, en probeer het opnieuw."
UNREADABLE = (
    "Dit bestand is niet te lezen. Open het, sla het opnieuw op of maak er een pdf van, en probeer het nog eens."
)


def read_apart(
    path: Path,
    kind: Kind,
    progress: Progress | None = None,
    *,
    seconds: float = SECONDS,
    megabytes: int = MEGABYTES,
) -> ReadDocument:
    """The same as `read`; too slow, too much memory or a crash become a `NotAccepted` with a sentence."""
    command = [
        sys.executable,
        "-B",
        "-m",
        CHILD,
        str(path.resolve()),
        kind.value,
        str(int(seconds) + 1),
        str(megabytes),
    ]
    with subprocess.Popen(
        command,
        cwd=PROJECT,
        env={"PYTHONIOENCODING": "utf-8"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as process:
        alarm = _Alarm(process, seconds)
        try:
            found = _outcome(process.stdout, progress or untold)
        finally:
            alarm.off()
            process.kill()
    if found is None:
        raise NotAccepted(TOO_SLOW if alarm.went_off else UNREADABLE)
    return found


class _Alarm:
    """Ends the process when its time is up, also while it says nothing."""

    def __init__(self, process: subprocess.Popen[bytes], seconds: float) -> None:
        self.went_off = False
        self._process = process
        self._timer = Timer(seconds, self._end)
        self._timer.daemon = True
        self._timer.start()

    def _end(self) -> None:
        self.went_off = True
        self._process.kill()

    def off(self) -> None:
        self._timer.cancel()


def _outcome(output: IO[bytes] | None, progress: Progress) -> ReadDocument | None:
    for message in _messages(output):
        if "pages" in message:
            progress(*message["pages"])
        elif "refused" in message:
            raise NotAccepted(message["refused"])
        elif "document" in message:
            return ReadDocument.from_plain(message["document"])
    return None


def _messages(output: IO[bytes] | None) -> Iterator[dict[str, Any]]:
    """What the process says, a line of JSON at a time; a broken line is the last one."""
    while output is not None and (line := output.readline(LONGEST_LINE)):
        try:
            yield json.loads(line)
        except ValueError:
            return
