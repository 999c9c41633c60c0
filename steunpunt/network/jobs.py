"""Background work of the network: reading in registers that wait, missing who no longer coordinates, tidying up."""

from django.utils import timezone
from django_tasks import task

from .actions.changes import forget_changes
from .actions.people import notice_missing_coordinators
from .actions.register import run_waiting


@task()
def read_registers() -> None:
    run_waiting(at=timezone.now())


@task()
def ask_for_coordinators() -> None:
    notice_missing_coordinators(at=timezone.now())


@task()
def forget_old_changes() -> None:
    forget_changes(at=timezone.now())
