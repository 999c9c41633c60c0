"""Who may put items together, show that to everybody, and take it back."""

from steunpunt.foundation.access import Actor
from steunpunt.knowledge.models import Collection
from steunpunt.network.models import Partnership
from steunpunt.network.queries.belonging import is_member, partnerships_of


def may_collect(actor: Actor) -> bool:
    """Everybody with an account."""
    return actor.is_signed_in


def is_own_collection(actor: Actor, collection: Collection) -> bool:
    return actor.account is not None and collection.account_id == actor.account.pk


def may_edit_collection(actor: Actor, collection: Collection) -> bool:
    """Whoever made it; staff tend what is public."""
    return is_own_collection(actor, collection) or (actor.is_staff and collection.is_public)


def may_show_to_all(actor: Actor) -> bool:
    """Whoever works for a partner of a partnership, and staff."""
    return actor.is_staff or is_member(actor, actor.day)


def may_speak_for(actor: Actor, partnership: Partnership | None) -> bool:
    """In the name of one's own partnership; only staff in that of another or of the support point."""
    if actor.is_staff:
        return True
    return partnership is not None and partnerships_of(actor, actor.day).filter(pk=partnership.pk).exists()
