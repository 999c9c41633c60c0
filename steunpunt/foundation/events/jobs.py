"""Background work of the events: delivering what waits."""

from django.utils import timezone
from django_tasks import task

from .actions import deliver
from .queries import due_deliveries


@task()
def deliver_due() -> None:
    """New announcements, and whatever a failure or a killed worker left open."""
    for delivery_id in due_deliveries(timezone.now()):
        deliver(delivery_id, at=timezone.now())
