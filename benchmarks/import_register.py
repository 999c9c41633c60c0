"""`./bench import`: reads the 8,622 school sites that come with the project into an empty register, three times.

Each time is that of the whole command in a process of its own: start, dry run, real run. The
memory is the largest of that process; the database server's own is not counted.
"""

import json
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
REGISTER = ROOT / "data" / "register" / "scholen_2024-11-22.csv.gz"
GEOGRAPHY = (("gemeenten_2023.csv", "2023-01-01"), ("pc4.csv.gz", "2024-04-01"))
ON = "2024-11-22"
ROUNDS = 3
EMPTY = "truncate network_organisation, network_registerscope cascade"


def run() -> tuple[list[tuple[str, ...]], dict[str, float]]:
    """The table and the figures: sites, seconds, peak_mb."""
    _manage("migrate")
    for name, day in GEOGRAPHY:
        _manage("import_register", str(ROOT / "data" / "geo" / name), "--on", day)
    tried, whole, sites = [], [], 0
    for _ in range(ROUNDS):
        _empty()
        tried.append(_timed("--dry-run")[0])
        seconds, sites = _timed()
        whole.append(seconds)
    peak_mb = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    rows: list[tuple[str, ...]] = [
        ("register", "seconden (mediaan)", "rondes"),
        ("alleen de proef", f"{statistics.median(tried):.1f}", _spread(tried)),
        (f"proef en inlezen, {sites} vestigingen", f"{statistics.median(whole):.1f}", _spread(whole)),
        ("geheugen, grootste proces", f"{peak_mb:.0f} MB", ""),
    ]
    return rows, {"sites": sites, "seconds": round(statistics.median(whole), 1), "peak_mb": round(peak_mb)}


def _spread(values: list[float]) -> str:
    return " ".join(f"{value:.1f}" for value in values)


def _timed(*options: str) -> tuple[float, int]:
    """Seconds, and how many sites were new: all of them, or the round was worth nothing."""
    begin = time.perf_counter()
    told = _manage("import_register", str(REGISTER), "--on", ON, "--json", *options)
    seconds = time.perf_counter() - begin
    counts = json.loads(told.strip().splitlines()[-1])["kinds"]["school_site"]
    if counts["same"] or counts["changed"]:
        raise RuntimeError(f"the register was not empty: {counts}")
    return seconds, counts["new"]


def _manage(*arguments: str) -> str:
    command = [sys.executable, "manage.py", *arguments]
    return subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True).stdout


def _empty() -> None:
    """Throw the organisations of this database away; `./bench` gives us one of our own."""
    _manage("shell", "-v0", "-c", f"from django.db import connection; connection.cursor().execute({EMPTY!r})")
