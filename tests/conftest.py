"""What all tests stand on: a database of their own per worker, copied from one template."""

from collections.abc import Iterator

import pytest
from django.core.management import call_command
from pytest_django import DjangoDbBlocker

from tests.databases import Worlds


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Journeys come last: they walk through databases of their own."""
    items.sort(key=lambda item: "journeys" in item.path.parts)


@pytest.fixture(scope="session")
def worlds_of_worker(request: pytest.FixtureRequest, testrun_uid: str) -> Worlds:
    """The databases of this worker; `--reuse-db` keeps the template until `--create-db`."""
    reuse = request.config.getoption("reuse_db") and not request.config.getoption("create_db")
    folder = request.config.cache.mkdir("databases")
    worker = getattr(request.config, "workerinput", {}).get("workerid", "master")
    return Worlds(folder, "reuse" if reuse else testrun_uid, worker)


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment: None, django_db_blocker: DjangoDbBlocker, worlds_of_worker: Worlds
) -> Iterator[None]:
    """Takes the place of pytest-django's own, which would migrate once per worker."""
    with django_db_blocker.unblock():
        worlds_of_worker.enter("empty", lambda: call_command("migrate", interactive=False, verbosity=0))
    yield
    with django_db_blocker.unblock():
        worlds_of_worker.leave()


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """A whole file is named after its argument: its bytes hold the moment of making, which differs per worker."""
    return argname if isinstance(val, bytes) and len(val) > 40 else None
