"""Who may post, change, withdraw and merge bulletins, and what can be done with one as it stands."""

from steunpunt.foundation.access import Actor
from steunpunt.knowledge.models import Bulletin, BulletinState, Sender
from steunpunt.knowledge.queries.bulletins import editable_bulletins, senders_of


def may_post(actor: Actor) -> bool:
    """Staff, and whoever may post for a sender today."""
    return actor.is_staff or senders_of(actor).exists()


def may_post_for(actor: Actor, sender: Sender) -> bool:
    return senders_of(actor).filter(pk=sender.pk).exists()


def may_edit_bulletin(actor: Actor, bulletin: Bulletin) -> bool:
    """Whoever may post for its sender, also when a colleague wrote it."""
    return editable_bulletins(actor).filter(pk=bulletin.pk).exists()


def may_merge(actor: Actor) -> bool:
    return actor.is_staff


def may_manage_senders(actor: Actor) -> bool:
    return actor.is_staff


def can_post(bulletin: Bulletin) -> bool:
    """What is a draft, or was withdrawn."""
    return bulletin.state != BulletinState.PUBLISHED


def can_withdraw(bulletin: Bulletin) -> bool:
    return bulletin.state == BulletinState.PUBLISHED


def can_merge(double: Bulletin, kept: Bulletin) -> bool:
    """Two different ones that both stand on the site by themselves."""
    stand = all(row.state == BulletinState.PUBLISHED and row.merged_into_id is None for row in (double, kept))
    return stand and double.pk != kept.pk


def can_undo_merge(bulletin: Bulletin) -> bool:
    return bulletin.merged_into_id is not None
