"""Posting mail in the transaction of a deed, and sending what waits."""

import contextlib
import logging
from collections.abc import Iterable
from datetime import datetime, timedelta
from mimetypes import guess_type
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.db.models import Q

from steunpunt.foundation.boards import due
from steunpunt.foundation.events.actions import KEEP_GIVEN_UP, put_back

from .models import Mail

if TYPE_CHECKING:
    from steunpunt.foundation.accounts.models import User

logger = logging.getLogger(__name__)
KEEP_SENT = timedelta(days=30)


def post_mail(*, to: str, subject: object, text: str, at: datetime, file: tuple[str, str] = ("", "")) -> Mail:
    """Put a mail in the outbox; the worker sends it after the deed. `file` is the name and text of a file with it."""
    subject = " ".join(str(subject).split())[:200]
    name, content = file
    mail = Mail.objects.create(
        to=to, subject=subject, text=text, file_name=name, file_text=content, created_at=at, next_try_at=at
    )
    due.get("mail").enqueue()
    return mail


def send_all(mail_ids: Iterable[int], *, at: datetime) -> None:
    """Send these over one connection. A mail that fails gives way to the next; a server that is away ends the round."""
    server = get_connection()
    for mail_id in mail_ids:
        try:
            server.open()
        except Exception as error:  # smtplib, sockets and certificates each have their own
            logger.warning("the mail server does not answer: %r", error)
            put_back(Mail, mail_id, error, at)
            break
        if not send_one(mail_id, at=at, server=server):
            _hang_up(server)
    _hang_up(server)


def send_one(mail_id: int, *, at: datetime, server: BaseEmailBackend | None = None) -> bool:
    """Send a waiting mail; False when it failed and was put back for later."""
    try:
        with transaction.atomic():
            waiting = Mail.objects.filter(pk=mail_id, sent_at__isnull=True, failed_at__isnull=True)
            mail = waiting.select_for_update(skip_locked=True).first()
            if mail is None:
                return True
            _message(mail, server).send()
            mail.sent_at = at
            if not settings.EXAMPLE_MODE:
                mail.text = mail.file_text = ""
            mail.save(update_fields=["sent_at", "text", "file_text"])
    except Exception as error:  # a mail that cannot be made must not hold up the others
        logger.warning("mail %s was not sent: %s", mail_id, type(error).__name__)
        put_back(Mail, mail_id, error, at)
        return False
    return True


def try_again(*, at: datetime) -> int:
    """Put every mail that was given up back as if it were new; how many."""
    given_up = Mail.objects.filter(sent_at__isnull=True, failed_at__isnull=False)
    count = given_up.update(failed_at=None, attempts=0, next_try_at=at)
    due.get("mail").enqueue()
    return count


def forget_old(*, at: datetime) -> int:
    """Remove mails that were sent or given up longer ago than we need them; how many."""
    return Mail.objects.filter(Q(sent_at__lt=at - KEEP_SENT) | Q(failed_at__lt=at - KEEP_GIVEN_UP)).delete()[0]


def forget_mail_to(account: "User", at: datetime) -> None:
    """Mail to an account that is erased, sent or not."""
    Mail.objects.filter(to__iexact=account.email).delete()


def _message(mail: Mail, server: BaseEmailBackend | None) -> EmailMessage:
    message = EmailMessage(mail.subject, mail.text, None, [mail.to], connection=server)
    if mail.file_name:
        message.attach(mail.file_name, mail.file_text, guess_type(mail.file_name)[0] or "text/plain")
    return message


def _hang_up(server: BaseEmailBackend) -> None:
    """The next mail gets a new connection: this one may be broken without knowing."""
    with contextlib.suppress(Exception):
        server.close()
