"""Counting how often somebody without an account sends a form, so that a machine cannot flood us."""

from datetime import datetime, timedelta

from django.db.models import F

from steunpunt.foundation.access import require
from steunpunt.network.models import FormUse

KEEP = timedelta(days=2)


def count_use(fingerprint: str, *, most: int, sentence: object, at: datetime) -> None:
    """Count one use within this hour; refuse with the sentence beyond `most`. Old counts go."""
    hour = at.replace(minute=0, second=0, microsecond=0)
    row, is_first = FormUse.objects.select_for_update().get_or_create(fingerprint=fingerprint, hour=hour)
    if is_first:
        FormUse.objects.filter(hour__lt=hour - KEEP).delete()
    require(row.count < most, sentence)
    FormUse.objects.filter(pk=row.pk).update(count=F("count") + 1)
