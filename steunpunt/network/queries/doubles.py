"""What staff read before they say whether two persons are one."""

from typing import Any

from django.utils import timezone

from steunpunt.foundation.worklist.models import WorkItem
from steunpunt.network.models import Person

from .own import own_roles


def persons_of(item: WorkItem) -> tuple[Person, Person] | None:
    """The one who was there and the one who came last; None when either has gone since."""
    ids = [item.data.get("kept", ""), item.data.get("merged", "")]
    rows = {row.public_id: row for row in Person.objects.filter(public_id__in=ids)}
    return (rows[ids[0]], rows[ids[1]]) if len(rows) == 2 else None


def double_context(item: WorkItem) -> dict[str, Any]:
    """Both persons with their roles, which tell more than a name."""
    today = timezone.localdate()
    return {"persons": [{"person": row, "roles": own_roles(row, today)} for row in persons_of(item) or ()]}
