"""The process that reads one file: sets its own limits, reads, and says what it found in lines of JSON."""

import json
import os
import resource
import sys
from pathlib import Path
from time import monotonic
from typing import Any

from .kinds import Kind, NotAccepted
from .reading import read

MEGABYTE = 1024 * 1024
NICER = 5
BETWEEN_TELLING = 0.2


def main(arguments: list[str]) -> None:
    path, kind, seconds, megabytes = arguments
    limit(int(seconds), int(megabytes))
    try:
        document = read(Path(path), Kind(kind), _Telling().told)
    except NotAccepted as refusal:
        say({"refused": refusal.sentence})
    else:
        say({"document": document.as_plain()})


def limit(seconds: int, megabytes: int) -> None:
    """No more memory and computing time than this, no files written, no picture of memory after a crash."""
    os.nice(NICER)
    for kind, most in (
        (resource.RLIMIT_AS, megabytes * MEGABYTE),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(kind, (most, most))


class _Telling:
    """Passes progress on, not more often than somebody looks at it."""

    def __init__(self) -> None:
        self._last = 0.0

    def told(self, done: int, total: int) -> None:
        if done == total or monotonic() - self._last >= BETWEEN_TELLING:
            self._last = monotonic()
            say({"pages": [done, total]})


def say(message: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
