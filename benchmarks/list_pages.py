"""`./bench list`: our partnership list with filters at 5,000 partnerships, beside a WordPress category list.

Both run on this machine in this run, in turn: three rounds each, medians. WordPress is as Debian
installs it (see `wordpress.py`). Ours is the real server command with the full list page.
"""

import datetime
import os
import random
import re
import statistics
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks import wordpress
from tools import processes

PARTNERSHIPS = 5_000
MEMBERS = 6
PORT, PEER_PORT = 8397, 8398
ROUNDS, SECONDS, CONNECTIONS = 3, 8, 4
ADDRESSES = (
    "/partnerschappen/?sector=po&status=erkend",
    "/partnerschappen/?provincie=Utrecht&provincie=Gelderland",
    "/partnerschappen/?academisch=ja&pagina=3",
    "/partnerschappen/?q=school&sector=vo",
)
ROOT = Path(__file__).resolve().parent.parent


def run() -> tuple[list[tuple[str, ...]], dict[str, float]]:
    """The table and the figures: ours_rps, peer_rps, ratio."""
    wordpress.install()
    _prepare()
    ours, peer = [], []
    with _serving() as base, wordpress.serving(PEER_PORT) as category:
        for address in ADDRESSES:
            _get(base + address)
        for number in range(ROUNDS):
            ours += [_rate(base + address) for address in ADDRESSES[number % 2 :: 2]]
            peer.append(_rate(category))
    ours_rps, peer_rps = statistics.median(ours), statistics.median(peer)
    rows: list[tuple[str, ...]] = [
        ("lijst", "verzoeken per seconde (mediaan)", "rondes"),
        (f"Steunpunt, {PARTNERSHIPS} partnerschappen, met filters", f"{ours_rps:.1f}", _spread(ours)),
        (f"WordPress as installed, {wordpress.POSTS} berichten, categorie", f"{peer_rps:.1f}", _spread(peer)),
    ]
    return rows, {
        "ours_rps": round(ours_rps, 1),
        "peer_rps": round(peer_rps, 1),
        "ratio": round(ours_rps / peer_rps, 2),
    }


def _spread(values: list[float]) -> str:
    return " ".join(f"{value:.1f}" for value in values)


def _rate(address: str) -> float:
    """Requests per second that wrk sees; a failed request makes the whole run worthless."""
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "--timeout", "10s", address]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    if "Non-2xx" in told or "Socket errors" in told:
        raise RuntimeError(f"{address}: {told}")
    return float(re.search(r"Requests/sec:\s+([\d.]+)", told)[1])


def _get(address: str) -> str:
    with urllib.request.urlopen(address, timeout=60) as answer:
        return answer.read().decode()


@contextmanager
def _serving() -> Iterator[str]:
    command = processes.web(host="127.0.0.1", port=PORT, workers=processes.workers_here())
    server = subprocess.Popen(
        [sys.executable, *command[1:]], cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    base = f"http://127.0.0.1:{PORT}"
    try:
        for _ in range(120):
            try:
                page = _get(f"{base}/partnerschappen/")
                break
            except OSError:
                time.sleep(0.5)
        else:
            raise RuntimeError("de server antwoordt niet")
        if f"{PARTNERSHIPS:,}".replace(",", ".") not in page:
            raise RuntimeError("de lijst toont niet alle partnerschappen")
        yield base
    finally:
        server.terminate()
        server.wait(30)


def _prepare() -> None:
    """The register as shipped, and 5,000 made-up partnerships over it in bulk, in an empty database."""
    for command in ("migrate", "collectstatic --noinput", "load_register"):
        subprocess.run([sys.executable, "manage.py", *command.split()], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "steunpunt.config.settings")
    import django

    django.setup()
    _fill()


def _fill() -> None:
    from steunpunt.network import models as m

    chance = random.Random(5)
    begin = datetime.date(2020, 8, 1)
    sites = {
        sector: list(
            m.Organisation.objects.filter(kind="school_site", versions__sector=sector).order_by("code").distinct()
        )
        for sector in ("po", "vo")
    }
    institutes = list(m.Organisation.objects.filter(kind="training_institution").order_by("code"))
    themes, role = list(m.Theme.objects.all()), m.Role.objects.first()
    partnerships = m.Partnership.objects.bulk_create(
        m.Partnership(slug=f"opleidingsschool-{number}", is_example=True) for number in range(PARTNERSHIPS)
    )
    versions, statuses, strands, members, contacts = [], [], [], [], []
    for number, row in enumerate(partnerships):
        sector = ("po", "vo")[number % 2]
        about = {"partnership": row, "valid_from": begin}
        versions.append(m.PartnershipVersion(name=f"Opleidingsschool {number}", sectors=[sector], **about))
        statuses.append(m.PartnershipStatus(state=("recognised", "aspirant")[number % 3 == 0], **about))
        if number % 4 == 0:
            strands.append(m.AcademicStrand(**about))
        start = chance.randrange(len(sites[sector]) - MEMBERS)
        for place, site in enumerate(sites[sector][start : start + MEMBERS]):
            members.append(m.Membership(organisation=site, role="school", ring=("core", "shell")[place > 3], **about))
        members.append(m.Membership(organisation=chance.choice(institutes), role="institute", **about))
        contacts.append(m.ThemeContact(theme=themes[number % len(themes)], role=role, **about))
    for model, rows in (
        (m.PartnershipVersion, versions),
        (m.PartnershipStatus, statuses),
        (m.AcademicStrand, strands),
        (m.Membership, members),
        (m.ThemeContact, contacts),
    ):
        model.objects.bulk_create(rows, batch_size=2000)
