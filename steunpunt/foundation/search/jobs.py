"""Background work of search: the index follows the records, and questions that many ask are chosen."""

from datetime import timedelta

from django.conf import settings
from django.utils import timezone
from django_tasks import task

from steunpunt.foundation.health.actions import mark
from steunpunt.foundation.health.queries import last_beat

from . import actions

LEARNING = "search-meaning"
STOPPED_AFTER = timedelta(minutes=3)


@task(priority=10)
def write_waiting() -> None:
    """What changed, soon: people look for what they have just shared."""
    if actions.take_waiting():
        learn.enqueue()


@task(priority=-10)
def keep_ready() -> None:
    """Makes the index the first time and after its folder was lost, and goes on where a killed worker stopped."""
    actions.build_if_needed(at=timezone.now())
    last = last_beat(LEARNING)
    if last is None or last < timezone.now() - STOPPED_AFTER:
        learn.enqueue()


@task(priority=-20)
def build_again() -> None:
    """What begins or ends today does so without a deed."""
    if actions.build_daily(at=timezone.now()):
        learn.enqueue()


@task(priority=-20)
def learn() -> None:
    """A slice of the work on meaning; the next one comes behind whatever else waits."""
    mark(LEARNING, at=timezone.now())
    seconds = settings.SEARCH_MEANING_SECONDS
    if seconds and actions.learn_meaning(seconds=seconds):
        learn.enqueue()


@task()
def look_at_questions() -> None:
    actions.choose_frequent(at=timezone.now())
    actions.forget_questions(at=timezone.now())
