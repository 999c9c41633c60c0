"""`./bench map`: how soon all points stand on the screen, how soon a filter answers, and what the data weigh.

Headless Chromium at 1280 px; every round is a new browser profile, so its cache is cold. The server
is the real server command, warmed with one request. The page itself marks the moments: `kaart-punten` runs
from the start of the navigation, `kaart-filter` from the click to the drawn frame.
"""

import os
import re
import shutil
import statistics
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tools import processes

ROOT = Path(__file__).resolve().parent.parent
PORT = 8396
ROUNDS = 7
LAUNCH = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
FEWEST_POINTS = 8_600
CHOICES = (
    "[name=sector][value=vo]",
    "[name=ring][value=kern]",
    "[name=ring][value=kern]",
    "[name=provincie][value=Utrecht]",
    "[name=sector][value=vo]",
)
DURATION = "name => performance.getEntriesByName(name).at(-1).duration"
DRAWN = """() => [...document.querySelectorAll("[data-layer] [data-count]")]
  .reduce((sum, count) => sum + Number(count.textContent.replaceAll(".", "")), 0)"""
WEIGHT = """() => performance.getEntriesByType("resource")
  .filter(entry => /punten\\.json|nederland_2023|plaatsen_2024/.test(entry.name))
  .reduce((sum, entry) => sum + entry.encodedBodySize, 0)"""


def run() -> tuple[list[tuple[str, ...]], dict[str, float]]:
    """The table and the figures: points_ms, filter_ms, data_kb."""
    _prepare()
    points: list[float] = []
    filters: list[float] = []
    weight = 0.0
    with _serving() as address, _browser() as browser:
        for _ in range(ROUNDS):
            shown, answered, weight = _round(browser, address)
            points.append(shown)
            filters += answered
    figures = {
        "points_ms": round(statistics.median(points)),
        "filter_ms": round(statistics.median(filters)),
        "data_kb": round(weight / 1000, 1),
    }
    rows: list[tuple[str, ...]] = [
        ("kaart", "mediaan", "traagste", "mag"),
        ("alle punten op het scherm", f"{figures['points_ms']} ms", f"{max(points):.0f} ms", "1500 ms"),
        ("filter beantwoord", f"{figures['filter_ms']} ms", f"{max(filters):.0f} ms", "100 ms"),
        ("gegevens, gecomprimeerd", f"{figures['data_kb']} kB", "", "250 kB"),
    ]
    return rows, figures


def _round(browser: Any, address: str) -> tuple[float, list[float], float]:
    """One visitor who never came here before: milliseconds to the points, per filter, and bytes of data."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    try:
        page = context.new_page()
        page.goto(f"{address}/kaart/")
        page.wait_for_selector("#kaartpagina[data-state=klaar]")
        shown = page.evaluate(DURATION, "kaart-punten")
        if page.evaluate(DRAWN) < FEWEST_POINTS:
            raise RuntimeError("de kaart toont niet alle scholen")
        page.wait_for_load_state("networkidle")
        weight = page.evaluate(WEIGHT)
        page.locator(".filter-box > summary").click()
        return shown, [_choose(page, choice) for choice in CHOICES], weight
    finally:
        context.close()


def _choose(page: Any, choice: str) -> float:
    before = page.evaluate("performance.getEntriesByName('kaart-filter').length")
    with page.expect_response(re.compile(r"/kaart/\?")):
        page.locator(f"#filters {choice}").click()
    page.wait_for_function("n => performance.getEntriesByName('kaart-filter').length > n", arg=before)
    page.wait_for_load_state("networkidle")
    return float(page.evaluate(DURATION, "kaart-filter"))


def _prepare() -> None:
    """The register and the example partnerships, as `./run` loads them."""
    subprocess.run([sys.executable, "manage.py", "prepare"], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


@contextmanager
def _browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    found = os.environ.get("STEUNPUNT_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if not found:
        raise RuntimeError("Chromium ontbreekt (apt-get install chromium)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=LAUNCH)
        yield browser
        browser.close()


@contextmanager
def _serving() -> Iterator[str]:
    command = processes.web(host="127.0.0.1", port=PORT, workers=processes.workers_here())
    server = subprocess.Popen(
        [sys.executable, *command[1:]], cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    address = f"http://127.0.0.1:{PORT}"
    try:
        _warm(address)
        yield address
    finally:
        server.terminate()
        server.wait(30)


def _warm(address: str) -> None:
    for _ in range(120):
        try:
            for _again in range(processes.workers_here() * 4):
                urllib.request.urlopen(f"{address}/kaart/", timeout=60).close()
            return
        except OSError:
            time.sleep(0.5)
    raise RuntimeError("de server antwoordt niet")
