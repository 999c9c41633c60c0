"""`./bench live`: a hall of people who join, vote three times and follow along, on one web process.

The real server runs with one worker. A client in this process speaks plain HTTP over kept connections: everybody joins
within 8 seconds, asks as often as the server says, and hands in at a moment of their own within 2 seconds of each
opening. A wall follows each second. Afterwards the table is counted. `STEUNPUNT_BENCH_PEOPLE` and `…_SECONDS` change
the number of people and the seconds over which the votes of a round are spread.
"""

import asyncio
import gzip
import json
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
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tools import processes

ROOT = Path(__file__).resolve().parent.parent
PORT = 8394
PEOPLE = int(os.environ.get("STEUNPUNT_BENCH_PEOPLE", "1000"))
JOIN_SECONDS, VOTE_SECONDS, ROUNDS = 8.0, float(os.environ.get("STEUNPUNT_BENCH_SECONDS", "2")), 3
SETTLE_SECONDS = 8.0
CODE = "kring-lamp-water"
KIND = "icebreaker"


@dataclass
class Hall:
    """What everybody together saw."""

    sent: int = 0
    accepted: int = 0
    refused: list[str] = field(default_factory=list)
    took: list[float] = field(default_factory=list)
    polls: int = 0
    poll_took: list[float] = field(default_factory=list)
    changed: list[float] = field(default_factory=list)
    """Moments on which a vote was accepted."""
    stored: int = 0
    """Votes found in the table after each round."""
    wall: list[tuple[float, int]] = field(default_factory=list)
    """When the wall said what number."""
    stopped: bool = False


class Line:
    """One kept connection of one device."""

    def __init__(self) -> None:
        self.reader: asyncio.StreamReader | None = None
        self.writer: asyncio.StreamWriter | None = None
        self.cookies: dict[str, str] = {}
        self.busy = asyncio.Lock()

    async def ask(self, method: str, path: str, headers: dict[str, str] | None = None, body: str = "") -> "Answer":
        """One request; a connection that the server closed is opened once more."""
        async with self.busy:
            for attempt in (1, 2, 3):
                try:
                    return await self._ask(method, path, headers or {}, body)
                except (OSError, asyncio.IncompleteReadError):
                    self.close()
                    if attempt == 3:
                        raise
            raise OSError

    def close(self) -> None:
        if self.writer is not None:
            self.writer.close()
        self.reader = self.writer = None

    async def _ask(self, method: str, path: str, headers: dict[str, str], body: str) -> "Answer":
        if self.reader is None or self.writer is None:
            self.reader, self.writer = await asyncio.open_connection("127.0.0.1", PORT, limit=2**20)
        self.writer.write(self._request(method, path, headers, body))
        head = (await self.reader.readuntil(b"\r\n\r\n")).decode()
        answer = Answer(int(head[9:12]), {})
        for line in head.split("\r\n")[1:]:
            name, _colon, value = (part.strip() for part in line.partition(":"))
            if name.lower() == "set-cookie":
                key, _is, rest = value.partition("=")
                self.cookies[key] = rest.partition(";")[0]
            answer.headers[name.lower()] = value
        answer.body = await self._body(answer)
        return answer

    async def _body(self, answer: "Answer") -> bytes:
        if self.reader is None or answer.status in (204, 304):
            return b""
        if "content-length" in answer.headers:
            return await self.reader.readexactly(int(answer.headers["content-length"]))
        whole = b""
        while size := int((await self.reader.readline()).strip() or b"0", 16):
            whole += await self.reader.readexactly(size)
            await self.reader.readline()
        await self.reader.readline()
        return whole

    def _request(self, method: str, path: str, headers: dict[str, str], body: str) -> bytes:
        lines = [
            f"{method} {path} HTTP/1.1",
            f"Host: localhost:{PORT}",
            "Connection: keep-alive",
            "X-Live: 1",
            "Accept-Encoding: gzip",
        ]
        lines += [f"{name}: {value}" for name, value in headers.items()]
        if self.cookies:
            lines.append("Cookie: " + "; ".join(f"{name}={value}" for name, value in self.cookies.items()))
        if method == "POST":
            lines += [
                "Content-Type: application/x-www-form-urlencoded",
                f"Content-Length: {len(body)}",
                f"X-CSRFToken: {self.cookies.get('csrftoken', '')}",
            ]
        return ("\r\n".join(lines) + "\r\n\r\n" + body).encode()


@dataclass
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes = b""

    @property
    def data(self) -> dict[str, Any]:
        is_packed = self.headers.get("content-encoding") == "gzip"
        return dict(json.loads(gzip.decompress(self.body) if is_packed else self.body))


def run() -> tuple[list[tuple[str, ...]], dict[str, float]]:
    """The table and the figures: sent, accepted, lost, vote_p95_ms, wall_lag_s, cpu_cores."""
    _quietly("migrate")
    _quietly("collectstatic", "--noinput")
    _django()
    activity, leader = _prepare()
    with _serving() as server:
        began, cpu = time.monotonic(), _cpu_seconds(server.pid)
        hall = asyncio.run(_evening(activity, leader))
        cores = (_cpu_seconds(server.pid) - cpu) / (time.monotonic() - began)
    return _rows(hall, _stored(activity), cores), _figures(hall, cores)


async def _evening(activity: Any, leader: Any) -> Hall:
    """Joining, three rounds with a closing between, and everybody follows all the while."""
    hall, lines = Hall(), [Line() for _ in range(PEOPLE)]
    joining = [asyncio.create_task(_join(hall, line, JOIN_SECONDS)) for line in lines]
    wall = asyncio.create_task(_watch(hall))
    await asyncio.gather(*joining)
    following = [asyncio.create_task(_follow(hall, line)) for line in lines]
    for number in range(ROUNDS):
        await asyncio.to_thread(_phase, activity, leader, "open" if number == 0 else "reopen")
        await asyncio.sleep(3)
        await asyncio.gather(*(_vote(hall, line, number) for line in lines))
        await asyncio.sleep(SETTLE_SECONDS / 2)
        await asyncio.to_thread(_phase, activity, leader, "close")
        hall.stored += await asyncio.to_thread(_votes_of, activity, number)
        await asyncio.sleep(SETTLE_SECONDS / 2)
    hall.stopped = True
    await asyncio.gather(wall, *following)
    for line in lines:
        line.close()
    return hall


async def _join(hall: Hall, line: Line, within: float) -> None:
    await asyncio.sleep(random.random() * within)
    welcome = await line.ask("GET", f"/doe-mee/{CODE}/")
    if welcome.status != 200:
        raise RuntimeError(f"the page to join answers {welcome.status}")
    joined = await line.ask("POST", f"/doe-mee/{CODE}/")
    if joined.status != 200 or "toestel" not in line.cookies:
        raise RuntimeError(f"joining answers {joined.status}")
    await line.ask("GET", f"/doe-mee/{CODE}/")


async def _follow(hall: Hall, line: Line) -> None:
    """As the script of the phone does it."""
    mark, wait = "", 2.0
    await asyncio.sleep(random.random() * wait)
    while not hall.stopped:
        began = time.perf_counter()
        answer = await line.ask("GET", f"/doe-mee/{CODE}/stand/", {"If-None-Match": mark} if mark else None)
        hall.poll_took.append(time.perf_counter() - began)
        hall.polls += 1
        mark = answer.headers.get("etag", "")
        if answer.status == 200:
            wait = answer.data["poll"] / 1000
        await asyncio.sleep(wait * (0.9 + random.random() * 0.2))


async def _vote(hall: Hall, line: Line, number: int) -> None:
    await asyncio.sleep(random.random() * VOTE_SECONDS)
    key = f"{int(time.time() * 1000):013d}-{random.getrandbits(48):012x}"
    hall.sent += 1
    began = time.perf_counter()
    answer = await line.ask("POST", f"/doe-mee/{CODE}/inbreng/", body=f"drawn={number}&seed=7&sent_key={key}")
    hall.took.append(time.perf_counter() - began)
    if answer.status == 200 and not answer.data["sentence"]:
        hall.accepted += 1
        hall.changed.append(time.monotonic())
    else:
        hall.refused.append(f"{answer.status} {answer.body[:80]!r}")


async def _watch(hall: Hall) -> None:
    """The wall asks every second and reads how many handed in."""
    line, mark = Line(), ""
    await line.ask("GET", f"/doe-mee/{CODE}/scherm/")
    while not hall.stopped:
        answer = await line.ask("GET", f"/doe-mee/{CODE}/scherm/stand/", {"If-None-Match": mark} if mark else None)
        mark = answer.headers.get("etag", "")
        if answer.status == 200 and (found := re.search(r"wall__count[^>]*><b>(\d+)", answer.data["html"])):
            hall.wall.append((time.monotonic(), int(found[1])))
        await asyncio.sleep(1)
    line.close()


def _lag(hall: Hall) -> float:
    """The longest time between the n-th vote of the first round and a wall that says n or more."""
    longest = 0.0
    for number, moment in enumerate(sorted(hall.changed)[:PEOPLE], 1):
        seen = next((at for at, count in hall.wall if count >= number and at >= moment), None)
        longest = max(longest, (seen or time.monotonic()) - moment)
    return longest


def _p95(values: list[float]) -> float:
    return statistics.quantiles(values, n=20)[-1] * 1000 if len(values) > 1 else 0.0


def _figures(hall: Hall, cores: float) -> dict[str, float]:
    return {
        "people": PEOPLE,
        "sent": hall.sent,
        "accepted": hall.accepted,
        "lost": hall.sent - hall.stored,
        "vote_p95_ms": round(_p95(hall.took), 1),
        "wall_lag_s": round(_lag(hall), 2),
        "cpu_cores": round(cores, 2),
    }


def _rows(hall: Hall, stored: dict[str, int], cores: float) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = [
        ("zaal", "gemeten", "mag"),
        ("mensen in de tabel", str(stored["people"]), str(PEOPLE)),
        ("stemmen verstuurd", str(hall.sent), str(PEOPLE * ROUNDS)),
        ("stemmen aangenomen", str(hall.accepted), str(PEOPLE * ROUNDS)),
        ("stemmen in de tabel terug te vinden", str(hall.stored), str(PEOPLE * ROUNDS)),
        ("rijen in de tabel, één per toestel", str(stored["rows"]), str(PEOPLE)),
        ("stem p95", f"{_p95(hall.took):.0f} ms", "100 ms"),
        ("volgen p95", f"{_p95(hall.poll_took):.0f} ms", ""),
        ("keren gevolgd", str(hall.polls), ""),
        ("scherm loopt achter", f"{_lag(hall):.2f} s", "2,5 s"),
        ("rekenwerk van de webserver", f"{cores:.2f} kern", "1 kern"),
    ]
    return rows + [(f"geweigerd: {one}",) for one in hall.refused[:5]]


def _prepare() -> tuple[Any, Any]:
    """An account that leads an activity with a known code."""
    from django.utils import timezone

    from steunpunt.activities.actions.preparing import stand_up
    from steunpunt.activities.models import Activity
    from steunpunt.foundation.access import Actor
    from steunpunt.foundation.accounts.models import User

    leader = Actor.of(User.objects.create(email="zaal@voorbeeld.invalid"))
    activity = stand_up(kind=KIND, title="Wie zit hier?", by=leader, at=timezone.now())
    Activity.objects.filter(pk=activity.pk).update(code=CODE)
    return activity, leader


def _phase(activity: Any, leader: Any, verb: str) -> None:
    from django.utils import timezone

    from steunpunt.activities.actions import phases

    deed = {"open": phases.open_activity, "reopen": phases.reopen, "close": phases.close_activity}[verb]
    deed(activity, by=leader, at=timezone.now())


def _votes_of(activity: Any, number: int) -> int:
    """How many devices have the vote of this round in the table."""
    from steunpunt.activities.models import Contribution

    return Contribution.objects.filter(activity=activity, content__drawn=number + 1).count()


def _stored(activity: Any) -> dict[str, int]:
    """What stands in the table in the end: everybody once, with one row each."""
    from steunpunt.activities.models import Contribution, Participant

    people = Participant.objects.filter(activity=activity).count()
    return {"people": people, "rows": Contribution.objects.filter(activity=activity).count()}


def _django() -> None:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "steunpunt.config.settings")
    django.setup()


def _quietly(*command: str) -> None:
    subprocess.run([sys.executable, "manage.py", *command], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


def _cpu_seconds(pid: int) -> float:
    """Of a process and all that it started, as the kernel counts it."""
    total = 0.0
    for one in [pid, *_children(pid)]:
        parts = Path(f"/proc/{one}/stat").read_text().rpartition(")")[2].split()
        total += (int(parts[11]) + int(parts[12])) / os.sysconf("SC_CLK_TCK")
    return total


def _children(pid: int) -> list[int]:
    found = [
        int(one) for task in Path(f"/proc/{pid}/task").iterdir() for one in (task / "children").read_text().split()
    ]
    return found + [deeper for one in found for deeper in _children(one)]


@contextmanager
def _serving() -> Iterator["subprocess.Popen[bytes]"]:
    command = processes.web(host="127.0.0.1", port=PORT, workers=1)
    server = subprocess.Popen(
        [sys.executable, *command[1:]], cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        _warm()
        yield server
    finally:
        server.terminate()
        server.wait(30)


def _warm() -> None:
    for _ in range(240):
        try:
            for _again in range(8):
                urllib.request.urlopen(f"http://127.0.0.1:{PORT}/doe-mee/", timeout=30).close()
            return
        except OSError:
            time.sleep(0.25)
    raise RuntimeError("de server antwoordt niet")
