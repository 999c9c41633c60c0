"""Reading regions."""

from datetime import date

from django.db.models import QuerySet

from steunpunt.foundation.access import Actor
from steunpunt.network.models import Region


def visible_regions(actor: Actor, day: date) -> QuerySet[Region]:
    """Regions that exist on the day; they are public."""
    regions: QuerySet[Region] = Region.objects.on(day)
    return regions
