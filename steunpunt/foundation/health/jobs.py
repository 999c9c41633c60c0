"""The worker's own jobs: a sign of life, and cleaning up behind itself."""

from django.utils import timezone
from django_tasks import task

from .actions import forget_finished, mark
from .queries import WORKER


@task(priority=50)
def beat() -> None:
    mark(WORKER, at=timezone.now())


@task()
def clear_old_work() -> None:
    forget_finished(at=timezone.now())
