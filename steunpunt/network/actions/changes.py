"""Tidying the stamps with which the directory in memory knows that something was written."""

from datetime import datetime, timedelta

from django.db import connection

KEEP = timedelta(days=1)


def forget_changes(*, at: datetime) -> None:
    """Remove old stamps. The newest of each part stays, so that no earlier stamp can come back."""
    with connection.cursor() as cursor:
        cursor.execute(
            "DELETE FROM network_change old USING network_change newer "
            "WHERE newer.part = old.part AND newer.txid > old.txid AND old.at < %s",
            [at - KEEP],
        )
