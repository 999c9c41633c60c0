"""What the journeys stand on: a world per story, a server, one browser per worker, and visitors of three widths."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.test import Client
from django.test.testcases import LiveServerThread
from playwright.sync_api import Browser, Playwright, expect, sync_playwright
from pytest_django import DjangoDbBlocker

from tests.databases import Worlds

from . import worlds
from .visitor import Visitor

WIDTHS = {360: 780, 768: 1024, 1440: 900}
"""Width and height of the three windows: a phone, a tablet, a desk."""
LAUNCH = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--lang=nl-NL",
]
MAKERS = {"example": worlds.example_world, "young": worlds.young_world}
SIGNED_IN = "sessionid"


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "writes: the journey changes the world, so the next one gets a new copy")
    config.addinivalue_line("markers", "world(name): the world of this journey, `example` when not said")
    config.addinivalue_line("markers", "no_script: this journey is walked without JavaScript")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


@pytest.fixture(scope="session")
def chromium() -> str:
    """Where the browser is; without one there are no journeys."""
    found = os.environ.get("STEUNPUNT_CHROMIUM") or shutil.which("chromium-headless-shell") or shutil.which("chromium")
    if not found:
        pytest.skip("Chromium ontbreekt (apt-get install chromium); de verhalen in de browser zijn overgeslagen.")
    return found


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(playwright: Playwright, chromium: str) -> Iterator[Browser]:
    expect.set_options(timeout=20_000)
    launched = playwright.chromium.launch(executable_path=chromium, args=LAUNCH)
    yield launched
    launched.close()


@pytest.fixture(scope="session")
def all_worlds(
    request: pytest.FixtureRequest, chromium: str, django_db_blocker: DjangoDbBlocker, worlds_of_worker: Worlds
) -> Iterator[Worlds]:
    """The databases of this worker, and the static files as production serves them."""
    folder = request.config.cache.mkdir("static")  # type: ignore[union-attr]
    with django_db_blocker.unblock(), worlds.static_files_of_production(folder):
        yield worlds_of_worker
        worlds_of_worker.leave()


@pytest.fixture
def world(request: pytest.FixtureRequest, all_worlds: Worlds) -> Iterator[None]:
    """The world of the story, untouched by others."""
    marker = request.node.get_closest_marker("world")
    name = marker.args[0] if marker else "example"
    all_worlds.enter(name, MAKERS[name])
    yield
    if request.node.get_closest_marker("writes"):
        all_worlds.spoil()


@pytest.fixture(scope="session")
def _server(all_worlds: Worlds) -> Iterator[LiveServerThread]:
    all_worlds.enter("example", MAKERS["example"])
    thread = LiveServerThread("localhost", static_handler=lambda application: application, connections_override={})
    thread.daemon = True
    thread.start()
    thread.is_ready.wait()
    if thread.error:
        raise thread.error
    yield thread
    thread.terminate()


@pytest.fixture
def address(_server: LiveServerThread, world: None) -> str:
    return f"http://localhost:{_server.port}"


@pytest.fixture(params=list(WIDTHS), ids=lambda width: f"{width}px")
def width(request: pytest.FixtureRequest) -> int:
    return int(request.param)


@pytest.fixture
def somebody(
    request: pytest.FixtureRequest, browser: Browser, address: str, width: int
) -> Iterator[Callable[..., Visitor]]:
    """Makes visitors: `somebody()`, `somebody("redacteur")` signed in, `somebody(scheme="dark")`."""
    story = Path(request.node.path).stem.removeprefix("test_")
    opened = []

    def arrive(example: str = "", *, scripts: bool | None = None, scheme: str = "light") -> Visitor:
        if scripts is None:
            scripts = request.node.get_closest_marker("no_script") is None
        context = browser.new_context(
            viewport={"width": width, "height": WIDTHS[width]},
            java_script_enabled=scripts,
            color_scheme=scheme,  # type: ignore[arg-type]
            reduced_motion="reduce",
            locale="nl-NL",
            timezone_id="Europe/Amsterdam",
        )
        opened.append(context)
        if example:
            cookie = _session_of(example)
            context.add_cookies([{"name": SIGNED_IN, "value": cookie, "url": address}])
        return Visitor(context, address, story, width, has_scripts=scripts)

    yield arrive
    for context in opened:
        context.close()


@pytest.fixture
def visitor(somebody: Callable[..., Visitor]) -> Visitor:
    """Somebody without an account."""
    return somebody()


def _session_of(example: str) -> str:
    """The session that one click on /voorbeeld/ gives; for stories that are not about signing in."""
    from steunpunt.foundation.accounts.models import User  # noqa: PLC0415 - needs the settings

    client = Client()
    account = User.objects.get(email=f"{example}@example.nl")
    client.post(f"/voorbeeld/{account.public_id}/inloggen/")
    return client.cookies[SIGNED_IN].value
