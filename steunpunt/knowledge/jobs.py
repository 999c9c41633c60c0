"""Background work of the knowledge room: reading files, asking whether an item still holds, following work on the agenda."""

from django.utils import timezone
from django_tasks import task

from steunpunt.foundation.access import Actor

from .actions.agenda_work import follow_work
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


@task()
def follow_agenda() -> None:
    follow_work(by=Actor.for_system("onderzoeksagenda"), at=timezone.now())
