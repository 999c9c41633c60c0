"""What the knowledge room pins of its items: menu, search, and what is held of whoever shared."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.boards import (
    FacetPin,
    MenuPin,
    PrivacyPin,
    RecordPin,
    SearchPin,
    facets,
    menu,
    privacy,
    records,
    search,
)
from steunpunt.knowledge.actions import forgetting
from steunpunt.knowledge.models import ItemContact, ItemKind, KnowledgeItem, Phase, Remark
from steunpunt.knowledge.queries import held, search_documents
from steunpunt.knowledge.queries.items import visible_items

menu.pin(MenuPin(_("Kennisbank"), "knowledge:item_list", order=5))
records.pin(
    RecordPin(
        "kennis",
        _("kennisitem"),
        KnowledgeItem,
        lambda actor: visible_items(actor).select_related("live"),
        lambda row: row.live.title,
        lambda row: reverse("knowledge:item", args=[row.slug]),
    )
)
search.pin(
    SearchPin(
        kind="kennis",
        label=_("Kennisbank"),
        name=_("kennis"),
        documents=search_documents.item_documents,
        visible=visible_items,
        rows=search_documents.item_rows,
        card="knowledge/search/_item.html",
        url=lambda row: reverse("knowledge:item", args=[row.slug]),
        title=lambda row: row.live.title,
        match=lambda rows, text: search_documents.with_result(search_documents.items_with(rows, text)),
        follows=("kennis", "thema", "lijsten"),
        touched=search_documents.items_touched,
        order=1,
    )
)
facets.pin(FacetPin("vorm", _("Soort kennis"), lambda: dict(ItemKind.choices), order=15))
facets.pin(FacetPin("fase", _("Waar in de lijn"), lambda: dict(Phase.choices), order=30))
privacy.pin(PrivacyPin(KnowledgeItem, _("Bijdragen aan de kennisbank"), held.held_items, forgetting.forget_author))
privacy.pin(PrivacyPin(Remark, _("Gesprek met de redactie"), held.held_remarks, forgetting.forget_remarks))
privacy.pin(PrivacyPin(ItemContact, _("Contactpersoon bij bijdragen"), held.held_contacts, forgetting.forget_contacts))
