"""Background work of the knowledge room: reading files, asking whether an item still holds."""

from django.utils import timezone
from django_tasks import task

from .actions.files import read_waiting
from .actions.harvest import mark_changes
from .actions.reminding import remind_owners


@task()
def read_files() -> None:
    read_waiting(at=timezone.now())


@task()
def ask_owners() -> None:
    remind_owners(at=timezone.now())


@task()
def mark_all() -> None:
    mark_changes(at=timezone.now())
