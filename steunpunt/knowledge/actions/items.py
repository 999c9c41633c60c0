"""Writing a knowledge item: beginning it, keeping a draft, sending it in."""

from collections.abc import Mapping
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.text import slugify
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.access import Actor, Refusal, require
from steunpunt.foundation.access.refusing import Sentences, refused_with
from steunpunt.foundation.ledger.actions import record
from steunpunt.foundation.ledger.revisions import locked
from steunpunt.foundation.references import new_public_id
from steunpunt.knowledge.models import Audience, ItemContact, ItemState, ItemVersion, KnowledgeItem
from steunpunt.knowledge.queries.versions import latest_version
from steunpunt.knowledge.rules.items import can_submit, may_edit_item, may_name, may_share, missing_in
from steunpunt.network.models import Person, Role
from steunpunt.network.queries.people import roles_held

NOT_A_MEMBER = _("Delen kan wie een rol heeft bij een partnerschap. Vraag die eerst aan bij ‘Mijn rollen’.")
NOT_YOURS = _("Dit kan alleen wie het inbracht, de coördinator van het partnerschap en het steunpunt.")
NOT_A_COLLEAGUE = _("Kies jezelf, of een collega van een partnerschap waar jij bij hoort.")
HAS_NO_ROLE = _("Deze persoon heeft nu geen rol bij dit partnerschap. Kies iemand anders, of kies alleen een rol.")
NOBODY = _("Kies wie anderen kunnen bellen of mailen. Wat gepubliceerd is, heeft altijd een contactpersoon.")
OF_THE_ITEM = ("kind", "audience", "partnership")
OF_THE_VERSION = (
    "title",
    "outcome",
    "conditions",
    "body",
    "details",
    "language",
    "year",
    "sectors",
    "phases",
    "licence",
    "link",
    "effort_hours",
    "cost",
    "group_min",
    "group_max",
    "evidence",
)
RESERVED = {"delen", "gebruik", "mijn", "redactie", "verzamelingen"}
"""Words that stand in addresses where an item's own word could stand."""
SENTENCES: Sentences = {
    "item_for_a_partnership_has_one": (_("Kies bij welk partnerschap dit hoort."), "partnership"),
    "item_group_min_below_max": (_("De kleinste groep kan niet groter zijn dan de grootste."), "group_max"),
    "item_contact_once": (_("Deze contactpersoon staat er al."), "contact_role"),
    "item_not_replaced_by_itself": (_("Een item kan zichzelf niet vervangen."), "replaced_by"),
}


def refused_plainly() -> AbstractContextManager[None]:
    """A savepoint in which a broken constraint of an item becomes a `Refusal`."""
    return refused_with(SENTENCES)


def begin_item(facts: Mapping[str, Any], *, by: Actor, at: datetime) -> KnowledgeItem:
    """A draft of the one who shares; `facts` needs `kind` and `title`, and may hold all that a version says."""
    require(may_share(by), NOT_A_MEMBER)
    with transaction.atomic(), refused_plainly():
        item = KnowledgeItem(slug=free_slug(facts["title"]), author=by.account, created_at=at, kind=facts["kind"])
        _fill(item, facts, OF_THE_ITEM)
        item.save()
        version = ItemVersion(item=item, number=1, created_at=at)
        _keep(version, facts)
        _keep_contact(item, facts, by=by, at=at)
        note(item, "item-begun", _("Begonnen aan een kennisitem."), by=by, at=at)
    return item


def keep_draft(
    item: KnowledgeItem, facts: Mapping[str, Any], *, by: Actor, at: datetime, revision: int | None = None
) -> ItemVersion:
    """Keep what was typed in the open version; a published item gets a next version for it."""
    require(may_edit_item(by, item), NOT_YOURS)
    with transaction.atomic(), refused_plainly():
        held = locked(item, revision)
        if held.state == ItemState.DRAFT:
            _fill(held, facts, OF_THE_ITEM)
        elif held.partnership_id is None:
            # What has a place keeps it; what has none can still get one, because readers need to know where to ask.
            _fill(held, facts, ("partnership",))
        held.save()
        version = open_version(held, at)
        _keep(version, facts)
        _keep_contact(held, facts, by=by, at=at)
        note(item, "item-kept", _("Concept bewaard."), by=by, at=at)
    return version


def submit(item: KnowledgeItem, *, by: Actor, at: datetime) -> ItemVersion:
    """Send the open version to the editors; whatever is missing is refused at its field."""
    require(may_edit_item(by, item), NOT_YOURS)
    with transaction.atomic():
        held = locked(item)
        version = latest_version(held)
        require(can_submit(version), _("Deze versie is al ingestuurd of gepubliceerd."))
        require_whole(version)
        version.submitted_at = at
        version.save(update_fields=["submitted_at"])
        if held.state == ItemState.DRAFT:
            held.state = ItemState.IN_REVIEW
            held.save(update_fields=["state"])
        note(item, "item-submitted", _("Ingestuurd naar de redactie."), by=by, at=at)
    return version


def require_whole(version: ItemVersion) -> None:
    """Refuse a version that lacks what its readers need, at the first field that does."""
    for field, sentence in missing_in(version):
        raise Refusal(str(sentence), field=field)


def open_version(item: KnowledgeItem, at: datetime) -> ItemVersion:
    """The version that can still change; after publication a copy with the next number."""
    version = latest_version(item)
    if version.published_at is None:
        return version
    copy = ItemVersion.objects.get(pk=version.pk)
    copy.pk = None
    copy._state.adding = True
    copy.number += 1
    copy.created_at, copy.published_at, copy.submitted_at = at, None, None
    copy.save()
    copy.themes.set(version.themes.all())
    copy.files.set(version.files.all())
    return copy


def note(
    item: KnowledgeItem, deed: str, summary: object, changes: dict[str, list] | None = None, *, by: Actor, at: datetime
) -> None:
    """One ledger line about the item."""
    subjects = [item.reference]
    if item.partnership and shows_on_partnership(item):
        subjects.append(item.partnership.reference)
    record(by=by, at=at, deed=deed, summary=summary, subjects=subjects, changes=changes)


def shows_on_partnership(item: KnowledgeItem) -> bool:
    """The history of a partnership is public, so it tells of public items only, once they are published."""
    return item.audience == Audience.PUBLIC and item.state == ItemState.PUBLISHED


def free_slug(title: str) -> str:
    """An address from the title that no other item has."""
    base = slugify(title)[:80].strip("-") or "kennis"
    taken = base in RESERVED or KnowledgeItem.objects.filter(slug=base).exists()
    return f"{base}-{new_public_id()}" if taken else base


def _fill(row: Any, facts: Mapping[str, Any], names: tuple[str, ...]) -> None:
    for name in names:
        if name in facts:
            setattr(row, name, facts[name])


def _keep(version: ItemVersion, facts: Mapping[str, Any]) -> None:
    _fill(version, facts, OF_THE_VERSION)
    version.save()
    if "themes" in facts:
        version.themes.set(facts["themes"])
    if "files" in facts:
        version.files.set(facts["files"])


def _keep_contact(item: KnowledgeItem, facts: Mapping[str, Any], *, by: Actor, at: datetime) -> None:
    """Whom to call: a role alone, or a person with the role that was chosen or else the one held there."""
    if "contact_role" not in facts and "contact_person" not in facts:
        return
    person, role = facts.get("contact_person"), facts.get("contact_role")
    if person is not None:
        require(may_name(by, person, item), NOT_A_COLLEAGUE, field="contact_person")
        role = _role_of(person, role, item, at)
    require(role is not None or item.published_at is None, NOBODY, field="contact_role")
    ItemContact.objects.filter(item=item).delete()
    if role is not None:
        ItemContact.objects.create(item=item, role=role, person=person)


def _role_of(person: Person, chosen: Role | None, item: KnowledgeItem, at: datetime) -> Role:
    """The chosen role, unless it was left standing from somebody else; then the one that this person holds."""
    held = list(roles_held(person, localdate(at), item.partnership))
    require(bool(held), HAS_NO_ROLE, field="contact_person")
    before = item.contacts.order_by("pk").first()
    is_left = before is not None and before.person != person and before.role == chosen
    return held[0] if chosen is None or (is_left and chosen not in held) else chosen
