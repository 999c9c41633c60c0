"""Background work of the outbox."""

from django.utils import timezone
from django_tasks import task

from .actions import forget_sent, send_one
from .queries import due_mails


@task()
def send_waiting() -> None:
    for mail_id in due_mails(timezone.now()):
        send_one(mail_id, at=timezone.now())


@task()
def forget_old_mail() -> None:
    forget_sent(at=timezone.now())
