"""What the knowledge room pins of collections."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.accounts.models import User
from steunpunt.foundation.boards import MenuPin, PanelPin, PrivacyPin, RecordPin, menu, panels, privacy, records
from steunpunt.knowledge.actions import collections as collections_actions
from steunpunt.knowledge.models import Collection
from steunpunt.knowledge.queries import collections

menu.pin(MenuPin(_("Verzamelingen"), "knowledge:collection_list", order=8, under="knowledge:item_list"))
panels.pin(
    PanelPin(
        User,
        "verzamelingen",
        _("Jouw verzamelingen"),
        collections.own_panel,
        "knowledge/collection/_own.html",
        order=21,
    )
)
privacy.pin(
    PrivacyPin(Collection, _("Verzamelingen"), collections.held_collections, collections_actions.forget_collections)
)
records.pin(
    RecordPin(
        "verzameling",
        _("verzameling"),
        Collection,
        collections.visible_collections,
        lambda row: row.title,
        lambda row: reverse("knowledge:collection", args=[row.public_id]),
    )
)
