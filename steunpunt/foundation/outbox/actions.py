"""Posting mail in the transaction of a deed, and sending what waits."""

import logging
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.core.mail import send_mail
from django.db import transaction

from steunpunt.foundation.boards import due

from .models import Mail

if TYPE_CHECKING:
    from steunpunt.foundation.accounts.models import User

logger = logging.getLogger(__name__)
LONGEST_WAIT = timedelta(hours=6)
KEEP_TEXT = timedelta(days=30)


def post_mail(*, to: str, subject: object, text: str, at: datetime, dedupe_key: str = "") -> Mail | None:
    """Put a mail in the outbox; with a `dedupe_key` only the first one is kept (None for a second)."""
    if dedupe_key and Mail.objects.filter(dedupe_key=dedupe_key).exists():
        return None
    mail = Mail.objects.create(
        to=to,
        subject=" ".join(str(subject).split())[:200],
        text=text,
        dedupe_key=dedupe_key or None,
        created_at=at,
        next_try_at=at,
    )
    due.get("mail").enqueue()
    return mail


def send_one(mail_id: int, *, at: datetime) -> bool:
    """Send a waiting mail; False when it failed and waits for a next try."""
    with transaction.atomic():
        mail = Mail.objects.select_for_update(skip_locked=True).filter(pk=mail_id, sent_at__isnull=True).first()
        if mail is None:
            return True
        try:
            send_mail(mail.subject, mail.text, None, [mail.to])
        except Exception as error:  # a mail that cannot be made must not hold up the others
            mail.attempts += 1
            mail.last_error = repr(error)[:1000]
            mail.next_try_at = at + min(timedelta(minutes=2**mail.attempts), LONGEST_WAIT)
            logger.warning("mail %s was not sent: %s", mail.pk, type(error).__name__)
        else:
            mail.sent_at = at
        mail.save()
        return mail.sent_at is not None


def forget_sent(*, at: datetime) -> int:
    """Remove mails that were sent longer ago than we need them; how many."""
    return Mail.objects.filter(sent_at__lt=at - KEEP_TEXT).delete()[0]


def forget_mail_to(account: "User", at: datetime) -> None:
    """Mail to an account that is erased, sent or not."""
    Mail.objects.filter(to__iexact=account.email).delete()
