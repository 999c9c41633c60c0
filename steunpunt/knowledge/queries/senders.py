"""Reading senders: one by its address, and all with how much each posted."""

from datetime import date

from django.db.models import Count, Q, QuerySet

from steunpunt.foundation.access import Actor
from steunpunt.foundation.periods.models import covering
from steunpunt.knowledge.models import BulletinState, Sender

from .bulletins import visible_senders


def sender_by_slug(actor: Actor, slug: str) -> Sender | None:
    return visible_senders(actor).select_related("organisation").filter(slug=slug).first()


def senders_counted(rows: QuerySet[Sender], day: date) -> QuerySet[Sender]:
    """Each with the number of bulletins on the site and of people who post for it that day."""
    posted = Count("bulletins", Q(bulletins__state=BulletinState.PUBLISHED), distinct=True)
    people = Count("allowances", covering(day, "allowances__"), distinct=True)
    return rows.annotate(posted=posted, people=people).order_by("name")
