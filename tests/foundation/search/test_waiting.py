"""What waits for the index: written with the deed by the ledger itself, so that no room has to think of it."""

from datetime import UTC, datetime

import pytest
from django.db import transaction
from django_tasks_db.models import DBTaskResult

from steunpunt.foundation.access import Actor
from steunpunt.foundation.ledger.actions import record
from steunpunt.foundation.search.actions import wait_for_index
from steunpunt.foundation.search.models import WaitingReference

pytestmark = pytest.mark.django_db
AT = datetime(2026, 9, 1, 12, tzinfo=UTC)


def deed(*subjects):
    record(by=Actor.for_system("test"), at=AT, deed="changed", summary="Gewijzigd", subjects=list(subjects))


def waiting():
    return list(WaitingReference.objects.order_by("pk").values_list("reference", flat=True))


def test_every_deed_in_the_ledger_waits_for_the_index():
    deed("partnerschap:a", "organisatie:b", "persoon:c")

    assert waiting() == ["partnerschap:a", "organisatie:b"]
    assert DBTaskResult.objects.filter(task_path__endswith="write_waiting").count() == 1


def test_what_nobody_searches_does_not_wait():
    deed("account:a")

    assert waiting() == []
    assert not DBTaskResult.objects.exists()


def test_a_deed_that_is_undone_does_not_wait():
    with transaction.atomic():
        deed("partnerschap:a")
        transaction.set_rollback(True)

    assert waiting() == []


def test_the_same_record_twice_in_one_deed_waits_once():
    wait_for_index(["thema:a", "thema:a"])

    assert waiting() == ["thema:a"]


def test_one_job_is_enough_while_something_waits():
    deed("partnerschap:a")
    deed("partnerschap:b")

    assert len(waiting()) == 2
    assert DBTaskResult.objects.count() == 1
