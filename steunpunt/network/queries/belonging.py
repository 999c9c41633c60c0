"""Which partnerships somebody belongs to: by a role there, or by a role at one of its members."""

from datetime import date

from django.db.models import QuerySet

from steunpunt.foundation.access import Actor
from steunpunt.foundation.periods.models import covering
from steunpunt.network.models import Affiliation, Membership, Partnership, PartnershipState, PartnershipStatus


def partnerships_of(actor: Actor, on: date) -> QuerySet[Partnership]:
    """Where the account works on that day: for a partnership itself, or at an organisation that takes part in it.

    A partnership that has ended does not count; one of which the status is unknown does.
    """
    if actor.account is None:
        return Partnership.objects.none()
    roles = Affiliation.objects.on(on).filter(person__account=actor.account, person__merged_into__isnull=True)
    joined = Membership.objects.on(on).filter(organisation__in=roles.values("organisation"))
    ended = PartnershipStatus.objects.filter(covering(on), state=PartnershipState.ENDED).values("partnership")
    own = Partnership.objects.filter(pk__in=roles.filter(partnership__isnull=False).values("partnership"))
    theirs = Partnership.objects.filter(pk__in=joined.values("partnership"))
    return (own | theirs).exclude(pk__in=ended).distinct()


def is_member(actor: Actor, on: date) -> bool:
    """Whether the account works today for a partner of a current partnership."""
    return partnerships_of(actor, on).exists()
