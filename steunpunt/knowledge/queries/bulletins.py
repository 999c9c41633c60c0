"""Reading bulletins: who may see which, who may write for whom, and where a merged one went."""

from datetime import date

from django.db.models import Prefetch, Q, QuerySet

from steunpunt.foundation.access import Actor
from steunpunt.foundation.periods.models import covering
from steunpunt.knowledge.models import Bulletin, BulletinState, Sender, SenderAllowance


def visible_bulletins(actor: Actor) -> QuerySet[Bulletin]:
    """Bulletins are public: what is published and stands by itself; drafts, withdrawn and merged ones are not there."""
    return Bulletin.objects.filter(state=BulletinState.PUBLISHED, merged_into__isnull=True)


def editable_bulletins(actor: Actor) -> QuerySet[Bulletin]:
    """What the reader may change: those of the senders that the reader posts for; staff have all."""
    if actor.is_staff:
        return Bulletin.objects.all()
    return Bulletin.objects.filter(sender__in=senders_of(actor).values("pk"))


def visible_senders(actor: Actor) -> QuerySet[Sender]:
    """Who sends bulletins is public."""
    return Sender.objects.all()


def senders_of(actor: Actor) -> QuerySet[Sender]:
    """For whom the reader may post today; staff for everybody."""
    if actor.is_staff:
        return Sender.objects.all()
    if actor.account is None:
        return Sender.objects.none()
    allowed = SenderAllowance.objects.filter(covering(actor.day), account=actor.account)
    return Sender.objects.filter(pk__in=allowed.values("sender"))


def with_words(rows: QuerySet[Bulletin]) -> QuerySet[Bulletin]:
    """Bulletins with all that a page or a line says of them, in a fixed number of queries."""
    doubles = Bulletin.objects.filter(state=BulletinState.PUBLISHED).select_related("sender")
    doubles = doubles.prefetch_related("roles", "themes").order_by("published_at", "pk")
    return rows.select_related("sender", "sender__organisation").prefetch_related(
        "roles", "themes", Prefetch("doubles", doubles)
    )


def visible_bulletin(actor: Actor, slug: str) -> Bulletin | None:
    """One bulletin by its address."""
    return with_words(visible_bulletins(actor)).filter(slug=slug).first()


def moved_to(actor: Actor, slug: str) -> Bulletin | None:
    """The bulletin with which the one at this address was merged."""
    merged = Bulletin.objects.filter(slug=slug, state=BulletinState.PUBLISHED, shown_in__isnull=False)
    return visible_bulletins(actor).filter(pk__in=merged.values("shown_in")).first()


def editable_bulletin(actor: Actor, public_id: str) -> Bulletin | None:
    """One bulletin to work on."""
    rows = with_words(editable_bulletins(actor)).select_related("sender", "merged_into", "shown_in")
    return rows.filter(public_id=public_id).first()


def merged_bulletins(actor: Actor) -> QuerySet[Bulletin]:
    """What was merged and can be taken apart again, the latest first; for staff."""
    if not actor.is_staff:
        return Bulletin.objects.none()
    rows = Bulletin.objects.filter(merged_into__isnull=False)
    return rows.select_related("sender", "merged_into__sender").order_by("-changed_at", "-pk")


def allowances_of(actor: Actor, sender: Sender, day: date) -> QuerySet[SenderAllowance]:
    """Who may post for a sender on that day or later; for staff."""
    if not actor.is_staff:
        return SenderAllowance.objects.none()
    lasting = Q(valid_until__isnull=True) | Q(valid_until__gt=day)
    return SenderAllowance.objects.filter(lasting, sender=sender).select_related("account", "sender")


def below(bulletin: Bulletin) -> list[int]:
    """Keys of all that was merged into this one, directly or by way of another."""
    found: list[int] = []
    step = [bulletin.pk]
    while step:
        step = list(Bulletin.objects.filter(merged_into__in=step).values_list("pk", flat=True))
        found += step
    return found
