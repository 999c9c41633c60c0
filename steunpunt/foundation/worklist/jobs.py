"""Background work of the work list: forgetting who asked what was decided long ago."""

from django.utils import timezone
from django_tasks import task

from .actions import forget_decided


@task()
def forget_old_askers() -> None:
    forget_decided(at=timezone.now())
