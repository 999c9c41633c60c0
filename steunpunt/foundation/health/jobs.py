"""The worker's own jobs: a sign of life, and cleaning up behind itself."""

from django.utils import timezone
from django_tasks import task

from steunpunt.foundation.events.actions import forget_delivered

from .actions import forget_expired, forget_finished, mark
from .queries import WORKER


@task(priority=50)
def beat() -> None:
    mark(WORKER, at=timezone.now())


@task()
def clear_old_work() -> None:
    """What nobody looks at any more: finished jobs, delivered announcements, expired sessions and counters."""
    forget_finished(at=timezone.now())
    forget_delivered(at=timezone.now())
    forget_expired(at=timezone.now())
