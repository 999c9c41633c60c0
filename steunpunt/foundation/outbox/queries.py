"""Which mails wait to be sent, and which were given up."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet

from .models import Mail

if TYPE_CHECKING:
    from steunpunt.foundation.accounts.models import User

LONG = timedelta(hours=1)


def due_mails(at: datetime, limit: int = 200) -> list[int]:
    rows = Mail.objects.filter(sent_at__isnull=True, failed_at__isnull=True, next_try_at__lte=at)
    return list(rows.order_by("next_try_at", "pk").values_list("pk", flat=True)[:limit])


def waits_long(at: datetime) -> int:
    """How many mails should have been sent long ago and still wait."""
    return Mail.objects.filter(sent_at__isnull=True, failed_at__isnull=True, created_at__lt=at - LONG).count()


def given_up_mails() -> QuerySet[Mail]:
    """Mails that are not tried any more, oldest first."""
    return Mail.objects.filter(sent_at__isnull=True, failed_at__isnull=False).order_by("failed_at", "pk")


def latest_mails(limit: int = 100) -> list[Mail]:
    """The newest mails, sent or waiting; for the mailbox of the example."""
    return list(Mail.objects.order_by("-created_at", "-pk")[:limit])


def mail_by_id(pk: int) -> Mail | None:
    return Mail.objects.filter(pk=pk).first()


def held_mails(account: "User") -> list[dict[str, Any]]:
    """Mail to an account, for the download of one's own data."""
    rows = Mail.objects.filter(to__iexact=account.email).order_by("pk")
    return [{"onderwerp": row.subject, "tekst": row.text, "gemaakt op": row.created_at} for row in rows]
