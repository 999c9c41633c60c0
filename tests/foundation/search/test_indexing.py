"""The index follows the records: made when there is none, written after deeds, and nothing is lost on the way."""

import io
import shutil
from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import CommandError, call_command
from django.db import connections

from steunpunt.foundation.access import Actor
from steunpunt.foundation.ledger.actions import record
from steunpunt.foundation.search import jobs
from steunpunt.foundation.search.actions import (
    build_daily,
    build_if_needed,
    build_index,
    choose_frequent,
    learn_meaning,
    note_asked,
    take_waiting,
    wait_for_index,
)
from steunpunt.foundation.search.actions.indexing import LOCK_NAME, LOCK_SPACE
from steunpunt.foundation.search.asking import IndexUnavailable, ask, suggestions, the_index
from steunpunt.foundation.search.documents import Question
from steunpunt.foundation.search.models import FrequentQuestion, IndexBuild, WaitingReference
from steunpunt.foundation.search.queries import index_progress
from tests.factories.network import PartnershipFactory, SiteFactory, ThemeFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("index_folder")]
AT = datetime(2026, 11, 20, 12, tzinfo=UTC)


def found(text):
    return [hit.reference for hit in ask(Question(text)).hits]


def test_without_an_index_asking_says_so_and_help_is_silent():
    with pytest.raises(IndexUnavailable):
        ask(Question("brug"))

    assert suggestions("bru", ("public",)) == []


def test_index_is_made_when_there_is_none_and_once():
    partnership = PartnershipFactory(version__name="De Brug")

    assert build_if_needed(at=AT)
    assert found("brug") == [partnership.reference]
    assert not build_if_needed(at=AT)
    assert IndexBuild.objects.get().done == 1


def test_a_folder_that_was_thrown_away_is_made_again(index_folder):
    partnership = PartnershipFactory(version__name="De Brug")
    build_index(at=AT)
    shutil.rmtree(index_folder)

    with pytest.raises(IndexUnavailable):
        ask(Question("brug"))
    assert build_if_needed(at=AT)
    assert found("brug") == [partnership.reference]


def test_a_deed_shows_after_the_waiting_was_taken():
    build_index(at=AT)
    partnership = PartnershipFactory(version__name="De Brug")
    record(by=Actor.for_system("test"), at=AT, deed="x", summary="x", subjects=[partnership.reference])

    assert found("brug") == []
    assert take_waiting() == 1
    assert found("brug") == [partnership.reference]
    assert not WaitingReference.objects.exists()


def test_what_is_gone_is_no_longer_found():
    theme = ThemeFactory(title="Inductie")
    build_index(at=AT)
    reference = f"thema:{theme.public_id}"
    theme.delete()
    wait_for_index([reference])
    take_waiting()

    assert found("inductie") == []


def test_without_an_index_everything_keeps_waiting_and_the_build_takes_it_along():
    theme = ThemeFactory(title="Inductie")
    wait_for_index([f"thema:{theme.public_id}"])

    assert take_waiting() == 0
    assert WaitingReference.objects.count() == 1
    build_index(at=AT)
    assert not WaitingReference.objects.exists()


def test_a_worker_that_is_killed_halfway_loses_nothing(monkeypatch):
    build_index(at=AT)
    theme = ThemeFactory(title="Inductie")
    wait_for_index([f"thema:{theme.public_id}"])

    def killed(*args):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(the_index().__class__, "write", killed)
        with pytest.raises(KeyboardInterrupt):
            take_waiting()

    assert take_waiting() == 1
    assert found("inductie") == [f"thema:{theme.public_id}"]


def test_one_process_writes_at_a_time():
    other = connections.create_connection("default")
    with other.cursor() as cursor:
        cursor.execute("select pg_advisory_lock(%s, %s)", [LOCK_SPACE, LOCK_NAME])
    try:
        assert not build_index(at=AT)
        assert take_waiting() == 0
        assert not learn_meaning(seconds=1)
        with pytest.raises(CommandError, match="Een ander proces"):
            call_command("rebuild_search")
    finally:
        other.close()


def test_command_makes_everything_anew_and_tells_how_far_it_is():
    partnership, out = PartnershipFactory(version__name="De Brug"), io.StringIO()

    call_command("rebuild_search", "--words-only", stdout=out)

    assert found("brug") == [partnership.reference]
    assert "✓ Woorden klaar" in out.getvalue()


def test_daily_build_waits_for_the_next_day():
    now = datetime.now(UTC)
    build_index(at=now)

    assert not build_daily(at=now)
    assert build_daily(at=now + timedelta(hours=20))


def test_progress_counts_what_is_there_and_what_waits():
    PartnershipFactory()
    assert not index_progress(AT).is_ready
    build_index(at=AT)
    wait_for_index(["thema:a"])

    progress = index_progress(AT)

    assert (progress.is_ready, progress.documents, progress.waiting, progress.is_building) == (True, 1, 1, False)


def test_jobs_are_safe_to_run_twice():
    SiteFactory(version__name="Brugschool")
    for job in (jobs.keep_ready, jobs.write_waiting, jobs.build_again, jobs.look_at_questions) * 2:
        job.call()

    assert len(found("brugschool")) == 1


def test_frequent_questions_have_an_answer_that_everybody_may_read():
    PartnershipFactory(version__name="De Brug")
    build_index(at=AT)
    for number in range(5):
        note_asked("brug", f"10.0.0.{number}", on=AT.date())
        note_asked("xyzzyplugh", f"10.0.0.{number}", on=AT.date())

    assert choose_frequent(at=AT) == ["brug"]
    assert FrequentQuestion.objects.get().askers == 5
