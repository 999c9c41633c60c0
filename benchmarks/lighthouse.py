"""`./bench lighthouse`: Lighthouse, mobile, on front page, list and a partnership page; the median of each score.

Lighthouse comes from npm and is used for measuring only (it needs Node and Chromium). The register and the
example partnerships are loaded as `./run` does it; then the server runs as in production, because an example
installation asks search engines to stay away and would lose points for that.
"""

import json
import os
import shutil
import statistics
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tools import processes

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = "lighthouse@12.8"
PORT = 8397
ROUNDS = 3
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
LOWEST = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
PAGES = {
    "front": "/",
    "list": "/partnerschappen/",
    "partnership": "/partnerschappen/samen-opleiden-noordzijde/",
}
CHROME = "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync"


def run() -> tuple[list[tuple[str, ...]], dict[str, int]]:
    """The table and the figures: every page with its four scores."""
    subprocess.run([sys.executable, "manage.py", "prepare"], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    figures: dict[str, int] = {}
    rows: list[tuple[str, ...]] = [("pagina", *CATEGORIES)]
    with _serving() as address:
        for name, path in PAGES.items():
            scores = _scores(f"{address}{path}")
            figures |= {f"{name}_{category.replace('-', '_')}": score for category, score in scores.items()}
            rows.append((name, *(str(scores[category]) for category in CATEGORIES)))
    rows.append(("mag", *(f"≥ {LOWEST[category]}" for category in CATEGORIES)))
    return rows, figures


def _scores(address: str) -> dict[str, int]:
    reports = [_report(address) for _ in range(ROUNDS)]
    return {
        category: round(statistics.median(report["categories"][category]["score"] * 100 for report in reports))
        for category in CATEGORIES
    }


def _report(address: str) -> dict:
    command = [
        _found("npx"),
        "--yes",
        PACKAGE,
        address,
        "--quiet",
        "--output=json",
        "--output-path=stdout",
        f"--only-categories={','.join(CATEGORIES)}",
        f"--chrome-flags={CHROME}",
    ]
    told = subprocess.run(command, check=True, capture_output=True, env={**os.environ, "CHROME_PATH": _chromium()})
    report: dict = json.loads(told.stdout)
    for audit in report["audits"].values():
        if audit.get("score") == 0 and audit.get("scoreDisplayMode") == "binary":
            print(f"  {address}: {audit['title']}", file=sys.stderr)
    return report


def _chromium() -> str:
    return os.environ.get("STEUNPUNT_CHROMIUM") or _found("chromium", "chromium-browser")


def _found(*names: str) -> str:
    for name in names:
        if path := shutil.which(name):
            return path
    raise RuntimeError(f"{names[0]} ontbreekt; Lighthouse heeft Node (npm) en Chromium nodig")


@contextmanager
def _serving() -> Iterator[str]:
    address = f"http://127.0.0.1:{PORT}"
    command = processes.web(host="127.0.0.1", port=PORT, workers=processes.workers_here())
    server = subprocess.Popen(
        [sys.executable, *command[1:]],
        cwd=ROOT,
        env={**os.environ, "STEUNPUNT_MODE": "production", "STEUNPUNT_BASE_URL": address},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _warm(address)
        yield address
    finally:
        server.terminate()
        server.wait(30)


def _warm(address: str) -> None:
    for _ in range(120):
        try:
            for path in [*PAGES.values()] * processes.workers_here() * 2:
                urllib.request.urlopen(f"{address}{path}", timeout=60).close()
        except OSError:
            time.sleep(0.5)
        else:
            return
    raise RuntimeError("de server antwoordt niet")
