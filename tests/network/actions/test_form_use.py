"""Counting how often an open form is used."""

from datetime import UTC, datetime, timedelta

import pytest

from steunpunt.foundation.access import Refusal
from steunpunt.network.actions.form_use import count_use
from steunpunt.network.models import FormUse

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 22, 10, 30, tzinfo=UTC)


def _use(fingerprint="a", at=NOW):
    count_use(fingerprint, most=2, sentence="Te vaak.", at=at)


def test_up_to_the_limit_is_fine_and_one_more_is_refused():
    _use()
    _use()

    with pytest.raises(Refusal, match="Te vaak"):
        _use()


def test_another_sender_counts_apart():
    _use()
    _use()

    _use("b")

    assert sorted(FormUse.objects.values_list("fingerprint", "count")) == [("a", 2), ("b", 1)]


def test_the_next_hour_begins_at_nothing():
    _use()
    _use()

    _use(at=NOW + timedelta(hours=1))

    assert FormUse.objects.count() == 2


def test_old_counts_go():
    _use(at=NOW - timedelta(days=3))

    _use()

    assert [row.hour.day for row in FormUse.objects.all()] == [22]
