"""Which deliveries are waiting, and which were given up."""

from datetime import datetime

from django.db.models import QuerySet

from .models import Delivery


def due_deliveries(at: datetime, limit: int = 500) -> list[int]:
    """Deliveries whose next try has come, oldest first."""
    rows = Delivery.objects.filter(done_at__isnull=True, failed_at__isnull=True, next_try_at__lte=at)
    return list(rows.order_by("next_try_at", "pk").values_list("pk", flat=True)[:limit])


def given_up_deliveries() -> QuerySet[Delivery]:
    """Deliveries that are not tried any more, oldest first."""
    rows = Delivery.objects.filter(done_at__isnull=True, failed_at__isnull=False).select_related("announcement")
    return rows.order_by("failed_at", "pk")
