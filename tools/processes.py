"""The three processes of the platform; compose.yaml starts the same ones, a test compares them."""

import os

MANAGE = ["python", "manage.py"]


def web(*, host: str, port: int, workers: int) -> list[str]:
    address = ["--host", host, "--port", str(port)]
    power = ["--workers", str(workers), "--blocking-threads", "8"]
    care = ["--respawn-failed-workers", "--workers-kill-timeout", "10"]
    return [
        "python",
        "-m",
        "granian",
        "--interface",
        "wsgi",
        *address,
        *power,
        *care,
        "steunpunt.config.wsgi:application",
    ]


def worker() -> list[str]:
    return [*MANAGE, "db_worker", "--queue-name", "*", "--interval", "1", "--no-startup-delay", "--no-reload"]


def tick() -> list[str]:
    return [*MANAGE, "tick", "--every", "60"]


def prepare() -> list[str]:
    return [*MANAGE, "prepare"]


def workers_here() -> int:
    """One web process per core, two at most: more only helps a site that is busy all day."""
    return max(1, min(2, os.cpu_count() or 1))
