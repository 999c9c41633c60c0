"""For whom something is: the sectors and roles of a reader, known from where they work."""

from dataclasses import dataclass
from itertools import chain

from steunpunt.foundation.access import Actor
from steunpunt.foundation.sectors import Sector
from steunpunt.network.models import Affiliation, PartnershipVersion, Role
from steunpunt.network.queries.belonging import partnerships_of


@dataclass(frozen=True)
class Readership:
    """Codes of sectors and roles; none of a kind is: whatever it may be."""

    sectors: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()

    @property
    def is_known(self) -> bool:
        return bool(self.sectors or self.roles)


def readership_of(actor: Actor) -> Readership:
    """The roles that the reader has today, and the sectors of the own partnerships and of the account."""
    if actor.account is None:
        return Readership()
    held = Affiliation.objects.on(actor.day).filter(person__account=actor.account, person__merged_into__isnull=True)
    roles = Role.objects.filter(pk__in=held.values("role")).values_list("code", flat=True)
    own = partnerships_of(actor, actor.day).values("pk")
    many = PartnershipVersion.objects.on(actor.day).filter(partnership__in=own).values_list("sectors", flat=True)
    known = {*chain.from_iterable(many), actor.account.sector}
    return Readership(tuple(one.value for one in Sector if one.value in known), tuple(roles))
