"""How far the network is: a stamp that differs after every committed write to its tables."""

from django.db import connection

Stamp = tuple[int, ...]
ORGANISATIONS = "organisations"
PARTNERSHIPS = "partnerships"


def stamps() -> dict[str, Stamp]:
    """The stamp of each part of the network; triggers in the database keep the table behind it.

    Count, sum and highest transaction together, because a transaction with a lower number may commit later.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT part, count(*), sum(writes)::bigint, max(txid) FROM network_change GROUP BY part")
        found = {part: tuple(numbers) for part, *numbers in cursor.fetchall()}
    return {part: found.get(part, ()) for part in (ORGANISATIONS, PARTNERSHIPS)}
