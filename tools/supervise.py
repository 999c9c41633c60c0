"""Keeps the processes of the platform alive, and ends them all together."""

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from tools.places import ROOT
from tools.talk import Talk, Trouble

GRACE = 20.0
CALM_AFTER = 60.0
LONGEST_WAIT = 30.0
LARGEST_LOG = 5_000_000
MAY_FAIL_AT_START = 3


@dataclass
class Child:
    """One process: what to run, what it last did, and when it may start again."""

    name: str
    command: list[str]
    log: Path
    process: subprocess.Popen[bytes] | None = None
    started: float = 0.0
    failures: int = 0
    start_at: float = 0.0

    def start(self, environment: dict[str, str]) -> None:
        if self.log.exists() and self.log.stat().st_size > LARGEST_LOG:
            self.log.replace(self.log.with_suffix(".old.log"))
        with self.log.open("ab") as output:
            self.process = subprocess.Popen(
                self.command,
                cwd=ROOT,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                preexec_fn=_end_with_parent,
            )
        self.started = time.monotonic()

    def fell(self) -> bool:
        return self.process is not None and self.process.poll() is not None

    def signal(self, number: int) -> None:
        """To the process and everything it started; it leads a session of its own."""
        if self.process is not None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.process.pid, number)

    def plan_restart(self) -> float:
        """Remember the fall; gives the seconds to wait."""
        calm = time.monotonic() - self.started > CALM_AFTER
        self.failures = 1 if calm else self.failures + 1
        wait = min(2.0 ** (self.failures - 1), LONGEST_WAIT)
        self.signal(signal.SIGKILL)
        self.process = None
        self.start_at = time.monotonic() + wait
        return wait

    def tail(self, lines: int = 6) -> str:
        text = self.log.read_text(errors="replace").splitlines()[-lines:] if self.log.exists() else []
        return "\n".join(f"    {line}" for line in text)


@dataclass
class Supervisor:
    """Starts the children, waits until the site answers, and watches until somebody says stop."""

    children: list[Child]
    environment: dict[str, str]
    talk: Talk
    stopping: bool = field(default=False)

    def listen(self) -> None:
        """From here on a signal only asks to stop; a second one changes nothing."""
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._on_signal)

    def run(self, *, answers: Callable[[], bool], ready: Callable[[], None]) -> None:
        self.listen()
        try:
            self._wait_until(answers)
            if not self.stopping:
                ready()
            while not self.stopping:
                self._look_after(self.children)
                time.sleep(0.2)
        finally:
            self.stop()

    def stop(self) -> None:
        self.stopping = True
        for child in self.children:
            child.signal(signal.SIGTERM)
        deadline = time.monotonic() + GRACE
        while any(child.process and not child.fell() for child in self.children) and time.monotonic() < deadline:
            time.sleep(0.05)
        for child in self.children:
            child.signal(signal.SIGKILL)
            if child.process is not None:
                child.process.wait()
                child.process = None

    def _wait_until(self, answers: Callable[[], bool]) -> None:
        """The first child serves the site and gets the machine to itself until it answers."""
        web = self.children[0]
        with self.talk.step("Webserver starten"):
            deadline = time.monotonic() + 120
            while not self.stopping and not answers():
                self._look_after([web])
                if web.failures >= MAY_FAIL_AT_START:
                    raise Trouble(f"De webserver start niet. De laatste regels uit {web.log}:\n{web.tail()}")
                if time.monotonic() > deadline:
                    raise Trouble(f"De site antwoordt niet binnen twee minuten. Kijk in {web.log}.")
                time.sleep(0.1)

    def _look_after(self, children: list[Child]) -> None:
        for child in children:
            if child.fell():
                assert child.process is not None
                code = child.process.returncode
                wait = child.plan_restart()
                self.talk.say(f"! {child.name} is gestopt (code {code}) en start over {wait:.0f} s opnieuw:")
                self.talk.say(child.tail())
            elif child.process is None and time.monotonic() >= child.start_at:
                child.start(self.environment)

    def _on_signal(self, number: int, frame: object) -> None:
        if not self.stopping:
            self.stopping = True
            self.talk.say("\nStoppen …")


def _end_with_parent() -> None:
    """On Linux the kernel ends a child whose supervisor was killed the hard way."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(1, signal.SIGTERM)
