"""Which deliveries are waiting."""

from datetime import datetime

from .models import Delivery


def due_deliveries(at: datetime, limit: int = 500) -> list[int]:
    """Deliveries whose next try has come, oldest first."""
    rows = Delivery.objects.filter(done_at__isnull=True, next_try_at__lte=at)
    return list(rows.order_by("next_try_at", "pk").values_list("pk", flat=True)[:limit])
