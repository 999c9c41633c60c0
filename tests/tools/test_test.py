"""./test itself: it runs on after a failure, adds up what pytest says, and ends with one plain line."""

import io
import os
import sys

import pytest

from tools import environment, test
from tools.talk import Talk


@pytest.fixture
def talk():
    return Talk(io.StringIO())


def _step(title, code, *, counts=False):
    return test.Step(title, [sys.executable, "-c", code], counts=counts)


def test_a_check_that_fails_does_not_stop_the_next(talk, tmp_path):
    noted = tmp_path / "noted"
    steps = [_step("Eerste", "raise SystemExit(1)"), _step("Tweede", f"open({str(noted)!r}, 'w')")]

    assert test._run(steps, dict(os.environ), talk, 0.0) == 1
    assert noted.exists()
    assert "Niet goed: Eerste" in talk.stream.getvalue()
    assert talk.stream.getvalue().endswith("0 passed, 1 failed\n")


def test_the_counts_of_all_parts_are_added_up(talk):
    first = _step("A", "print('3 passed, 1 skipped in 2.00s')", counts=True)
    second = _step("B", "print('==== 1 failed, 4 passed, 2 errors in 1s ===='); raise SystemExit(1)", counts=True)

    assert test._run([first, second], dict(os.environ), talk, 0.0) == 1
    assert talk.stream.getvalue().endswith("7 passed, 3 failed, 1 skipped\n")


def test_when_all_is_well_it_says_so(talk):
    assert test._run([_step("A", "print('3 passed in 1s')", counts=True)], dict(os.environ), talk, 0.0) == 0
    assert talk.stream.getvalue().endswith("3 passed, 0 failed\n")


def test_without_a_browser_it_says_what_is_left_out(talk, monkeypatch):
    monkeypatch.setenv("PATH", "/bestaat-niet")
    monkeypatch.delenv("STEUNPUNT_CHROMIUM", raising=False)
    monkeypatch.setattr(environment, "may_install", lambda: False)

    assert test._browser(talk) is None
    assert "De verhalen in de browser worden overgeslagen" in talk.stream.getvalue()
    assert "Verhalen in de browser" not in [step.title for step in test._all_steps(with_browser=False)]


def test_nothing_of_the_callers_own_platform_gets_in(monkeypatch):
    monkeypatch.setenv("STEUNPUNT_MODE", "production")
    monkeypatch.setenv("STEUNPUNT_EMAIL_URL", "smtp://mail.example.nl")
    settings = test._settings("postgres:///x", None)

    assert settings["STEUNPUNT_MODE"] == "example"
    assert "STEUNPUNT_EMAIL_URL" not in settings
