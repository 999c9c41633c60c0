"""Two project leaders who stop at the same moment, each over a connection of their own: one of them stays."""

import time
from collections.abc import Callable
from datetime import UTC, datetime
from threading import Thread

import pytest
from django.db import connection, connections, transaction

from steunpunt.foundation.access import Actor, Refusal
from steunpunt.foundation.accounts.actions import end_staff_role, erase_account, give_staff_role
from steunpunt.foundation.accounts.models import User
from steunpunt.foundation.accounts.queries import staff_on
from tests.factories.foundation import ProjectLeaderFactory

pytestmark = pytest.mark.django_db(transaction=True)
AT = datetime(2026, 9, 1, 9, tzinfo=UTC)
WAITING = "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"


def _stop(account: User) -> None:
    end_staff_role(account, by=Actor.of(account), at=AT)


def _become_editor(account: User) -> None:
    give_staff_role(account, "editor", by=Actor.of(account), at=AT)


def _leave(account: User) -> None:
    erase_account(account, by=Actor.of(account), at=AT)


def _in_other_thread(deed: Callable[[User], None], account: User, refused: list[str]) -> Thread:
    def run() -> None:
        try:
            deed(account)
        except Refusal as refusal:
            refused.append(refusal.message)
        finally:
            connections.close_all()

    thread = Thread(target=run)
    thread.start()
    return thread


def _wait_until_both_wait() -> None:
    """Both stand before the rows that this test holds, so neither has seen what the other does."""
    for _ in range(200):
        with connection.cursor() as cursor:
            cursor.execute("select pg_stat_clear_snapshot()")
            cursor.execute(WAITING)
            if cursor.fetchone()[0] == 2:
                return
        time.sleep(0.05)
    raise AssertionError("the two did not come to wait")


@pytest.mark.parametrize("second", [_stop, _become_editor, _leave])
def test_of_two_who_stop_at_the_same_moment_one_stays(second):
    one, other = ProjectLeaderFactory(), ProjectLeaderFactory()
    refused: list[str] = []

    with transaction.atomic():
        list(User.objects.select_for_update().order_by("pk"))
        threads = [_in_other_thread(_stop, one, refused), _in_other_thread(second, other, refused)]
        _wait_until_both_wait()
    for thread in threads:
        thread.join()

    assert staff_on(AT.date()).filter(staff_role="project_leader").count() == 1
    assert len(refused) == 1
    assert "laatste projectleider" in refused[0]
