"""./test: everything that has to hold, from format to journeys in a browser."""

import ast
import os
import re
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tools import environment
from tools.database import THROWAWAY, Server
from tools.places import PYTHON, ROOT, VENV
from tools.talk import Talk, Trouble, out

COUNTED = ("passed", "failed", "error", "errors", "skipped")
UNITS = ["tests", "--ignore=tests/house", "--ignore=tests/journeys"]
LONGEST = 10


@dataclass(frozen=True)
class Step:
    """One check: a command, and whether it is pytest, whose closing line is counted."""

    title: str
    command: list[str]
    counts: bool = False


class Stopped(BaseException):
    """Somebody asked to stop."""


def main(arguments: list[str]) -> int:
    talk = out()
    signal.signal(signal.SIGTERM, _stop)
    started = time.monotonic()
    try:
        environment.ensure(environment.DEVELOP, talk)
        browser = _browser(talk)
        with _database(talk) as url:
            steps = [_pytest("Gevraagde tests", arguments)] if arguments else _all_steps(browser is not None)
            return _run(steps, _settings(url, browser), talk, started)
    except Trouble as trouble:
        talk.say(f"\n✗ {trouble}")
        return 1
    except (Stopped, KeyboardInterrupt):
        talk.say("\nGestopt.")
        return 130


def _all_steps(with_browser: bool) -> list[Step]:
    """From cheap to dear, so that the first word comes soon."""
    python, programs = str(PYTHON), VENV / "bin"
    steps = [
        Step("Opmaak", [str(programs / "ruff"), "format", "--check", "."]),
        Step("Regels voor code", [str(programs / "ruff"), "check", "."]),
        Step("Muren tussen kamers (import contracts)", [str(programs / "lint-imports")]),
        Step("Types", [str(programs / "mypy")]),
        Step("Migraties", [python, "manage.py", "makemigrations", "--check", "--dry-run"]),
        _pytest("Huisregels", ["tests/house"]),
        _pytest("Losse onderdelen", [*UNITS, "-n", "2"]),
    ]
    if with_browser:
        steps.append(_pytest("Verhalen in de browser", ["tests/journeys", "-n", "2"]))
    return steps


def _pytest(title: str, arguments: list[str]) -> Step:
    return Step(title, [str(PYTHON), "-m", "pytest", "-q", "--no-header", *arguments], counts=True)


def _run(steps: list[Step], settings: dict[str, str], talk: Talk, started: float) -> int:
    totals = dict.fromkeys(COUNTED, 0)
    broken = []
    for step in steps:
        talk.say(f"\n── {step.title} ──")
        begun = time.monotonic()
        code, lines = _stream(step.command, settings, talk)
        mark = "✓" if code == 0 else "✗"
        talk.say(f"{mark} {step.title} ({time.monotonic() - begun:.0f} s)")
        if code:
            broken.append(step.title)
        if step.counts:
            _count(lines, totals)
    if len(steps) > 1:
        _show_longest(talk)
    _close(totals, broken, talk, time.monotonic() - started)
    return 1 if broken else 0


def _stream(command: list[str], settings: dict[str, str], talk: Talk) -> tuple[int, list[str]]:
    """Run a command and show what it says while it says it; the last lines come back."""
    lines: list[str] = []
    streams = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    with subprocess.Popen(command, cwd=ROOT, env=settings, text=True, **streams) as process:  # type: ignore[call-overload]
        try:
            for line in process.stdout:
                talk.say(line.rstrip("\n"))
                lines = [*lines[-40:], line]
        except BaseException:
            process.terminate()
            raise
    return process.returncode, lines


def _count(lines: list[str], totals: dict[str, int]) -> None:
    """Add up pytest's own closing line."""
    closing = next((line for line in reversed(lines) if re.search(r"\d+ (passed|failed|error)", line)), "")
    for number, word in re.findall(r"(\d+) (passed|failed|errors?|skipped)", closing):
        totals[word] += int(number)


def _close(totals: dict[str, int], broken: list[str], talk: Talk, seconds: float) -> None:
    failed = totals["failed"] + totals["error"] + totals["errors"]
    talk.say(f"\n{'✗ Niet goed: ' + ', '.join(broken) if broken else '✓ Alles is goed'} ({seconds:.0f} s)")
    skipped = f", {totals['skipped']} skipped" if totals["skipped"] else ""
    talk.say(f"{totals['passed']} passed, {failed or len(broken)} failed{skipped}")


# --- What it stands on ------------------------------------------------------------------


SHELL = "chromium-headless-shell"
"""The browser without a window: the same engine, in half the time."""
BROWSERS = (SHELL, "chromium", "chromium-browser", "google-chrome")


def _browser(talk: Talk) -> str | None:
    """Chromium, installed when we may; without it the journeys are skipped, and that is said."""
    given = os.environ.get("STEUNPUNT_CHROMIUM")
    if given:
        return given
    for wanted in (SHELL, "chromium"):
        if not shutil.which(wanted) and environment.may_install():
            with talk.step(f"{wanted} installeren"):
                environment.install_package(wanted)
        if found := shutil.which(wanted):
            return found
    if not (found := next(filter(None, map(shutil.which, BROWSERS)), None)):
        talk.say(f"! Chromium ontbreekt (apt-get install {SHELL}). De verhalen in de browser worden overgeslagen.")
    return found


@contextmanager
def _database(talk: Talk) -> Iterator[str]:
    """The server that was given, or one that is gone afterwards; its path is short because of its socket."""
    given = os.environ.get("DATABASE_URL")
    if given:
        yield given
        return
    folder = Path(tempfile.mkdtemp(prefix="stp-"))
    try:
        with Server(folder, THROWAWAY | {"max_connections": "100"}).running(talk) as url:
            yield url
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _settings(url: str, browser: str | None) -> dict[str, str]:
    """Only what the tests need: nothing of the caller's own platform gets in."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("STEUNPUNT_")}
    shown = {"STEUNPUNT_SCREENSHOTS": os.environ.get("STEUNPUNT_SCREENSHOTS", "")}
    ours = {
        "DATABASE_URL": url,
        "STEUNPUNT_MODE": "example",
        "STEUNPUNT_SECRET_KEY": "only-for-tests",
        "PYTHONUNBUFFERED": "1",
        "STEUNPUNT_CHROMIUM": browser or "",
    }
    return {**kept, **{name: value for name, value in {**shown, **ours}.items() if value}}


def _stop(number: int, frame: object) -> None:
    raise Stopped


# --- What stays in sight ----------------------------------------------------------------


def _show_longest(talk: Talk) -> None:
    """The ten longest files and functions: not a gate, a reminder (architecture, sizes)."""
    files, functions = [], []
    for path in sorted((ROOT / "steunpunt").rglob("*.py")):
        if "migrations" in path.parts:
            continue
        text = path.read_text()
        name = str(path.relative_to(ROOT))
        files.append((text.count("\n"), name))
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef):
                functions.append(((node.end_lineno or node.lineno) - node.lineno + 1, f"{name}:{node.name}"))
    for title, rows in (("bestanden", files), ("functies", functions)):
        talk.say(f"\nLangste {title}:")
        for length, where in sorted(rows, reverse=True)[:LONGEST]:
            talk.say(f"  {length:4}  {where}")
