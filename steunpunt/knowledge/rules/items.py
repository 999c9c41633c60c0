"""Who may write, review and withdraw knowledge items, and what a version needs before others read it."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.access import Actor
from steunpunt.knowledge.kinds import details_of
from steunpunt.knowledge.models import ItemContact, ItemState, ItemVersion, KnowledgeItem
from steunpunt.knowledge.queries.items import editable_items, visible_items
from steunpunt.knowledge.queries.replacing import leading_here
from steunpunt.knowledge.queries.sharing import contacts_to_choose
from steunpunt.network.models import Person
from steunpunt.network.queries.belonging import is_member

Missing = list[tuple[str, str | Promise]]
"""Form field and what to fill in there."""


def may_share(actor: Actor) -> bool:
    """Staff, and whoever works for a partner of a current partnership."""
    return actor.is_staff or is_member(actor, actor.day)


def may_edit_item(actor: Actor, item: KnowledgeItem) -> bool:
    """The author, the coordinator of its partnership, and staff."""
    return editable_items(actor).filter(pk=item.pk).exists()


def may_name(actor: Actor, person: Person, item: KnowledgeItem) -> bool:
    """Oneself, or a colleague whom one may see."""
    return contacts_to_choose(actor, item).filter(pk=person.pk).exists()


def may_review(actor: Actor) -> bool:
    return actor.is_staff


def can_submit(version: ItemVersion) -> bool:
    """What was published or already waits cannot be sent in once more."""
    return version.published_at is None and version.submitted_at is None


def can_publish(version: ItemVersion) -> bool:
    """Only what its author sent in."""
    return version.published_at is None and version.submitted_at is not None


def can_withdraw(item: KnowledgeItem) -> bool:
    return item.state == ItemState.PUBLISHED


def can_be_found(contact: ItemContact) -> bool:
    """Whether readers know where to ask: at a partnership, or by a name that may stand on the site."""
    is_named = contact.whom is not None and contact.whom.name_is_public
    return contact.item.partnership_id is not None or is_named


def can_bring_back(item: KnowledgeItem) -> bool:
    return item.state == ItemState.WITHDRAWN and item.live_id is not None


def can_be_replaced(item: KnowledgeItem) -> bool:
    """Only readers of what is published have to be sent on."""
    return item.state == ItemState.PUBLISHED


def may_point_to(actor: Actor, other: KnowledgeItem) -> bool:
    """Only to what one may read; drafts and what was withdrawn are not among it."""
    return visible_items(actor).filter(pk=other.pk).exists()


def can_replace(item: KnowledgeItem, other: KnowledgeItem) -> bool:
    """Whoever follows the references from one to the next never comes back where they began."""
    return other.pk not in leading_here(item)


def is_untouched(version: ItemVersion) -> bool:
    """Whether nobody has typed anything yet: it holds a file, under the name that the file had."""
    return not version.outcome and version.title in {file.name[:160] for file in version.files.all()}


def missing_in(version: ItemVersion) -> Missing:
    """What has to be there before somebody else reads it: the yield, the subject, and whom to call."""
    item = version.item
    found: Missing = []
    if not version.outcome.strip():
        found.append(("outcome", _("Schrijf in gewone taal wat het oplevert.")))
    if not version.sectors:
        found.append(("sectors", _("Kies voor welke sector dit is.")))
    if not version.themes.exists():
        found.append(("themes", _("Kies minstens één thema.")))
    contact = item.contacts.select_related("item", "person__merged_into").order_by("pk").first()
    if contact is None:
        found.append(("contact_role", _("Kies wie anderen kunnen bellen of mailen: een persoon, een rol of allebei.")))
    elif not can_be_found(contact):
        found.append(("partnership", _("Kies een partnerschap. Anders weten lezers niet waar ze deze rol vinden.")))
    for detail in details_of(item.kind):
        if detail.required and not version.details.get(detail.key):
            found.append((f"detail_{detail.key}", _("Vul dit in: het hoort bij deze soort.")))
    return found
