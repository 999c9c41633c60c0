"""The timeline shows the latest lines and keeps the older ones behind a click."""

from datetime import UTC, datetime

import pytest
from django.template import Context, Template

from steunpunt.foundation.ui.samples import Entry


def _timeline(count: int) -> str:
    entries = [Entry(datetime(2026, 9, 1, tzinfo=UTC), f"regel {number}.", "een gast") for number in range(count)]
    return Template('{% component "timeline" entries=entries %}').render(Context({"entries": entries}))


@pytest.mark.parametrize(
    ("count", "words"), [(7, "Toon ook 1 oudere wijziging<"), (9, "Toon ook 3 oudere wijzigingen<")]
)
def test_older_lines_wait_behind_a_click(count, words):
    before, _, after = _timeline(count).partition("<details")

    assert before.count("regel") == 6
    assert after.count("regel") == count - 6
    assert words in after


def test_a_short_history_needs_no_click():
    assert "<details" not in _timeline(6)
