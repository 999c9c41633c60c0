"""Who may say that an item was used, who may take that back, and what of an item may be adapted."""

from steunpunt.foundation.access import Actor
from steunpunt.knowledge.models import ItemUse, ItemVersion, KnowledgeItem, Licence
from steunpunt.knowledge.queries.items import visible_items
from steunpunt.network.models import Partnership
from steunpunt.network.queries.belonging import partnerships_of


def may_report_use(actor: Actor, item: KnowledgeItem) -> bool:
    """Everybody with an account who can read the item."""
    return (actor.is_signed_in or actor.is_staff) and visible_items(actor).filter(pk=item.pk).exists()


def may_report_for(actor: Actor, partnership: Partnership) -> bool:
    """Whoever works for the partnership or for one of its members; staff who heard it from them."""
    return actor.is_staff or partnerships_of(actor, actor.day).filter(pk=partnership.pk).exists()


def is_own_use(actor: Actor, use: ItemUse) -> bool:
    return actor.account is not None and use.account_id == actor.account.pk


def may_withdraw_use(actor: Actor, use: ItemUse) -> bool:
    """Whoever said it, and staff."""
    return actor.is_staff or is_own_use(actor, use)


def can_withdraw_use(use: ItemUse) -> bool:
    return use.withdrawn_at is None


def can_take_over_words(version: ItemVersion) -> bool:
    """Under its licence others may adapt the text and the files; otherwise the maker is asked first."""
    return version.licence != Licence.OWN
