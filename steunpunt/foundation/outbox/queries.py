"""Which mails wait to be sent."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from .models import Mail

if TYPE_CHECKING:
    from steunpunt.foundation.accounts.models import User


def due_mails(at: datetime, limit: int = 200) -> list[int]:
    rows = Mail.objects.filter(sent_at__isnull=True, next_try_at__lte=at)
    return list(rows.order_by("next_try_at", "pk").values_list("pk", flat=True)[:limit])


def latest_mails(limit: int = 100) -> list[Mail]:
    """The newest mails, sent or waiting; for the mailbox of the example."""
    return list(Mail.objects.order_by("-created_at", "-pk")[:limit])


def mail_by_id(pk: int) -> Mail | None:
    return Mail.objects.filter(pk=pk).first()


def held_mails(account: "User") -> list[dict[str, Any]]:
    """Mail to an account, for the download of one's own data."""
    rows = Mail.objects.filter(to__iexact=account.email).order_by("pk")
    return [{"onderwerp": row.subject, "tekst": row.text, "gemaakt op": row.created_at} for row in rows]
