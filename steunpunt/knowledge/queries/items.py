"""Reading knowledge items: who may see which, and one by its address."""

from django.db.models import Prefetch, Q, QuerySet

from steunpunt.foundation.access import Actor
from steunpunt.knowledge.models import Audience, ItemContact, ItemState, ItemVersion, KnowledgeItem
from steunpunt.network.queries.belonging import partnerships_of
from steunpunt.network.queries.people import managed_partnerships


def readable_by(actor: Actor) -> Q:
    """The condition that an item is meant for this reader, whatever its state."""
    if actor.is_staff:
        return Q()
    allowed = Q(audience=Audience.PUBLIC)
    if actor.is_signed_in:
        allowed |= Q(audience=Audience.SIGNED_IN)
        own = list(partnerships_of(actor, actor.day).values_list("pk", flat=True))
        if own:
            allowed |= Q(audience=Audience.MEMBERS) | Q(audience=Audience.PARTNERSHIP, partnership__in=own)
    return allowed


def visible_items(actor: Actor) -> QuerySet[KnowledgeItem]:
    """What is published for this reader; drafts, what waits for review and what was withdrawn are not among it."""
    return KnowledgeItem.objects.filter(readable_by(actor), state=ItemState.PUBLISHED)


def editable_items(actor: Actor) -> QuerySet[KnowledgeItem]:
    """What the reader works on: own items, those of a partnership that the reader coordinates; staff have all."""
    if actor.is_staff:
        return KnowledgeItem.objects.all()
    if actor.account is None:
        return KnowledgeItem.objects.none()
    managed = managed_partnerships(actor, actor.day).values("pk")
    return KnowledgeItem.objects.filter(Q(author=actor.account) | Q(partnership__in=managed))


def with_words(rows: QuerySet[KnowledgeItem]) -> QuerySet[KnowledgeItem]:
    """Items with all that a page or a card says of them, in a fixed number of queries."""
    versions = ItemVersion.objects.prefetch_related("themes", "files")
    contacts = ItemContact.objects.select_related("role", "person__merged_into").order_by("pk")
    return rows.select_related("partnership", "replaced_by__live", "copied_from__live").prefetch_related(
        Prefetch("live", versions), Prefetch("contacts", contacts)
    )


def with_card(rows: QuerySet[KnowledgeItem]) -> QuerySet[KnowledgeItem]:
    """Items with what a card says: the version and its themes, in two queries; files and contacts are for a page."""
    return rows.select_related("live").prefetch_related("live__themes")


def visible_item(actor: Actor, slug: str) -> KnowledgeItem | None:
    """One published item by its address."""
    return with_words(visible_items(actor)).filter(slug=slug).first()


def editable_item(actor: Actor, public_id: str) -> KnowledgeItem | None:
    """One item to work on."""
    return with_words(editable_items(actor)).filter(public_id=public_id).first()


def visible_files(actor: Actor, item: KnowledgeItem) -> QuerySet:
    """The files of the version that readers see; whoever works on the item has all of them."""
    if editable_items(actor).filter(pk=item.pk).exists():
        return item.all_files.all()
    return item.live.files.all() if item.live else item.all_files.none()
