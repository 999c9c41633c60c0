"""How the commands speak: short Dutch sentences, one line per step, with the time it took."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO


class Trouble(Exception):  # noqa: N818 - reads as what it is at every `raise`
    """Something the reader can mend; the sentence says how."""


class Talk:
    """Speaks to one stream; on a terminal a step counts along on its own line."""

    def __init__(self, stream: TextIO) -> None:
        self.stream = stream
        self.on_terminal = stream.isatty()

    def say(self, text: str = "") -> None:
        try:
            print(text, file=self.stream, flush=True)
        except (BrokenPipeError, ValueError):
            self.stream = open("/dev/null", "w")  # noqa: SIM115 - nobody listens any more

    @contextmanager
    def step(self, text: str) -> Iterator["Progress"]:
        progress = Progress(self, text)
        progress.start()
        yield progress
        progress.finish()


class Progress:
    """One step under way."""

    def __init__(self, talk: Talk, text: str) -> None:
        self.talk = talk
        self.text = text
        self.started = time.monotonic()
        self.shown = self.started

    def start(self) -> None:
        if self.talk.on_terminal:
            self._line(f"… {self.text}")
        else:
            self.talk.say(f"… {self.text}")

    def at(self, done: str) -> None:
        """Tell how far it is; without a terminal at most every five seconds."""
        now = time.monotonic()
        if self.talk.on_terminal:
            self._line(f"… {self.text}: {done}")
        elif now - self.shown >= 5:
            self.talk.say(f"  {self.text}: {done}")
            self.shown = now

    def finish(self) -> None:
        line = f"✓ {self.text} ({time.monotonic() - self.started:.1f} s)"
        if self.talk.on_terminal:
            self._line(line)
            self.talk.say()
        else:
            self.talk.say(line)

    def _line(self, text: str) -> None:
        print(f"\r\033[2K{text}", end="", file=self.talk.stream, flush=True)


def out() -> Talk:
    return Talk(sys.stdout)


def aside() -> Talk:
    """For commands whose own output goes to standard output."""
    return Talk(sys.stderr)
