"""`./bench indexing`: does the list stay quick while the worker indexes 1,000 items with their meaning?

The real server and the real worker run over the example world with 1,000 made-up items. The list of partnerships and
the knowledge base are asked for ten times a second, by the clock and not after the last answer, so that a wait counts.
Windows with the worker at work stand between windows in which it is halted: both see the same machine.
"""

import ctypes
import os
import signal
import statistics
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks import search_world
from benchmarks.search_texts import read_sentences, say
from tools import processes

ROOT = Path(__file__).resolve().parent.parent
PORT = 8395
ITEMS = 1_000
PER_SECOND = 10
BEFORE, WORKING, HALTED = 20.0, 10.0, 5.0
"""Seconds of a window: before and after it all, with the worker at work, and with the worker halted."""
LISTS = ("/partnerschappen/?sector=po&status=erkend", "/kennisbank/")
MAY_BE = {"median": 1.2, "p95": 1.5}


@dataclass
class Times:
    """Milliseconds per list, with the worker at work and without."""

    with_worker: dict[str, list[float]] = field(default_factory=lambda: {path: [] for path in LISTS})
    without: dict[str, list[float]] = field(default_factory=lambda: {path: [] for path in LISTS})
    asked: int = 0
    seconds: float = 0.0
    worked: float = 0.0

    @property
    def rate(self) -> float:
        return self.asked / self.seconds


def run() -> tuple[list[tuple[str, ...]], dict[str, float]]:
    """The table and the figures: items, seconds, median_ratio, p95_ratio, rate."""
    references = _prepare()
    times = Times()
    with _started(processes.web(host="127.0.0.1", port=PORT, workers=processes.workers_here())):
        _warm()
        with _started(processes.worker()) as worker:
            _window(times, times.without, BEFORE)
            _announce(references)
            _while_indexing(times, worker, len(references))
            _window(times, times.without, BEFORE)
    return _rows(times), _figures(times)


def _while_indexing(times: Times, worker: "subprocess.Popen[bytes]", items: int) -> None:
    """Windows with and without the worker, until everything is in the index with its meaning."""
    while left := _left():
        say(f"nog {left} van {items} items")
        _window(times, times.with_worker, WORKING)
        times.worked += WORKING
        _check(worker)
        worker.send_signal(signal.SIGSTOP)
        try:
            _window(times, times.without, HALTED)
        finally:
            worker.send_signal(signal.SIGCONT)


def _check(worker: "subprocess.Popen[bytes]") -> None:
    if worker.poll() is not None:
        raise RuntimeError("de werker is gestopt")
    if os.getpriority(os.PRIO_PROCESS, worker.pid) < 1:
        raise RuntimeError("de werker gaat niet opzij voor pagina's")


def _window(times: Times, kept: dict[str, list[float]], seconds: float) -> None:
    """Ask by the clock for so long; every list in turn."""
    began = time.perf_counter()
    with ThreadPoolExecutor(PER_SECOND * 2) as pool:
        rounds = [
            pool.submit(_timed_from, began + number / PER_SECOND, LISTS[number % len(LISTS)])
            for number in range(int(seconds * PER_SECOND))
        ]
        for number, one in enumerate(rounds):
            kept[LISTS[number % len(LISTS)]].append(one.result())
    times.asked += len(rounds)
    times.seconds += time.perf_counter() - began


def _timed_from(moment: float, path: str) -> float:
    """Milliseconds from the moment on which it should have been asked until all of the answer is there."""
    time.sleep(max(0.0, moment - time.perf_counter()))
    _get(path)
    return (time.perf_counter() - moment) * 1000


def _get(path: str) -> bytes:
    with urllib.request.urlopen(f"http://127.0.0.1:{PORT}{path}", timeout=60) as answer:
        return bytes(answer.read())


def _rows(times: Times) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = [("lijst", "mediaan ms", "p95 ms", "verzoeken")]
    for path in LISTS:
        for name, kept in (("werker stil", times.without), ("werker bezig", times.with_worker)):
            rows.append(
                (f"{path}, {name}", f"{_median(kept[path]):.1f}", f"{_p95(kept[path]):.1f}", str(len(kept[path])))
            )
        ratios = (_median, MAY_BE["median"]), (_p95, MAY_BE["p95"])
        rows.append(("  verhouding (mag)", *(f"{_ratio(times, path, of):.2f} (≤ {most})" for of, most in ratios)))
    rows.append((f"{ITEMS} items in {times.worked:.0f} s", f"{ITEMS / max(times.worked, 1):.1f} per seconde"))
    return rows


def _figures(times: Times) -> dict[str, float]:
    """Of both lists the one that suffers most."""
    return {
        "items": ITEMS,
        "seconds": round(times.worked),
        "median_ratio": round(max(_ratio(times, path, _median) for path in LISTS), 2),
        "p95_ratio": round(max(_ratio(times, path, _p95) for path in LISTS), 2),
        "rate": round(times.rate, 1),
    }


def _ratio(times: Times, path: str, of: Callable[[list[float]], float]) -> float:
    return of(times.with_worker[path]) / of(times.without[path])


def _median(values: list[float]) -> float:
    return statistics.median(values)


def _p95(values: list[float]) -> float:
    return statistics.quantiles(values, n=20)[-1]


def _prepare() -> list[str]:
    """The example world with its index, and the items that nobody has told the index about; their references."""
    say("voorbeeldwereld met index")
    search_world.prepare("prepare", "rebuild_search")
    return search_world.fill(read_sentences(), ITEMS)


def _announce(references: list[str]) -> None:
    """As a deed does it: what changed waits for the index, and a job takes it."""
    from django.db import transaction

    from steunpunt.foundation.search.actions import wait_for_index

    with transaction.atomic():
        wait_for_index(references)


def _left() -> int:
    from django.utils import timezone

    from steunpunt.foundation.search.queries import index_progress

    progress = index_progress(timezone.now())
    return max(progress.waiting, progress.without_meaning)


@contextmanager
def _started(command: list[str]) -> "Iterator[subprocess.Popen[bytes]]":
    """A process in a session of its own, as the supervisor starts it; it does not outlive us, even when halted."""
    process = subprocess.Popen(
        [sys.executable, *command[1:]],
        cwd=ROOT,
        start_new_session=True,
        preexec_fn=_end_with_parent,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield process
    finally:
        process.terminate()
        process.wait(60)


def _end_with_parent() -> None:
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(1, signal.SIGKILL)


def _warm() -> None:
    for _ in range(120):
        try:
            for path in LISTS * processes.workers_here() * 4:
                _get(path)
        except OSError:
            time.sleep(0.5)
        else:
            return
    raise RuntimeError("de server antwoordt niet")
