"""Background work of the outbox."""

from django.utils import timezone
from django_tasks import task

from .actions import forget_old, send_all
from .queries import due_mails


@task()
def send_waiting() -> None:
    send_all(due_mails(timezone.now()), at=timezone.now())


@task()
def forget_old_mail() -> None:
    forget_old(at=timezone.now())
