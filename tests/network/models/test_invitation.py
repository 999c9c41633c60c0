"""An invitation is open for a while, and its secret is not kept."""

from datetime import UTC, datetime, timedelta

import pytest

from steunpunt.network.models import Invitation
from steunpunt.network.models.invitation import digest_of

AT = datetime(2026, 9, 1, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("facts", "is_open"),
    [
        ({}, True),
        ({"valid_until": AT}, False),
        ({"accepted_at": AT}, False),
        ({"withdrawn_at": AT}, False),
    ],
)
def test_open_until_it_is_answered_or_runs_out(facts, is_open):
    assert Invitation(**{"valid_until": AT + timedelta(seconds=1), **facts}).is_open(AT) is is_open


def test_digest_is_not_the_secret():
    assert len(digest_of("geheim")) == 64
    assert digest_of("geheim") != digest_of("geheim ")
