"""An own adaptation of somebody's item: a draft that begins with its words and keeps the trace to its source."""

from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files import File
from django.db import transaction
from django.utils.translation import gettext as _

from steunpunt.foundation.access import Actor, require
from steunpunt.foundation.intake.storing import discard, store, stored_path
from steunpunt.foundation.thread.actions import link
from steunpunt.foundation.thread.models import Relation
from steunpunt.knowledge.models import Audience, ItemFile, ItemVersion, KnowledgeItem
from steunpunt.knowledge.queries.items import visible_items
from steunpunt.knowledge.rules.use import can_take_over_words
from steunpunt.network.models import Partnership

from .items import OF_THE_VERSION, begin_item

FRAME = ("language", "sectors", "phases")
"""What stays of an item that may only be read: enough to find the adaptation by, none of its words."""


def begin_adaptation(item: KnowledgeItem, partnership: Partnership | None, *, by: Actor, at: datetime) -> KnowledgeItem:
    """A draft of whoever asks, for no wider circle than the source; its licence stays, and files come as own copies."""
    require(visible_items(by).filter(pk=item.pk).exists(), _("Dit item kun je niet (meer) lezen."))
    version = item.live
    if version is None:
        raise ValueError(item.public_id)
    stored: list[str] = []
    try:
        with transaction.atomic():
            draft = begin_item(_facts(item, version, partnership), by=by, at=at)
            draft.copied_from = item
            draft.save(update_fields=["copied_from"])
            link(draft.reference, item.reference, Relation.DERIVED_FROM, by=by, at=at)
            if can_take_over_words(version):
                _copy_files(version, draft, at, stored)
    except BaseException:
        for name in stored:
            discard(name, Path(settings.FILES_DIR))
        raise
    return draft


def _facts(item: KnowledgeItem, version: ItemVersion, partnership: Partnership | None) -> dict[str, Any]:
    names = OF_THE_VERSION if can_take_over_words(version) else FRAME
    own = item.partnership if item.audience == Audience.PARTNERSHIP else partnership
    return {
        **{name: getattr(version, name) for name in names},
        "title": _("%(title)s (bewerking)") % {"title": version.title[:145]},
        "themes": list(version.themes.all()),
        "kind": item.kind,
        "audience": item.audience,
        "partnership": own,
    }


def _copy_files(version: ItemVersion, draft: KnowledgeItem, at: datetime, stored: list[str]) -> None:
    """Each file once more on disk, so that neither item depends on the other; one that is lost is left out."""
    folder = Path(settings.FILES_DIR)
    target = draft.versions.get()
    for row in version.files.all():
        path = stored_path(row.stored_as, folder)
        if not path.exists():
            continue
        with path.open("rb") as source:
            kept = store(File(source), folder, most_mb=settings.UPLOAD_MAX_MB)
        stored.append(kept.name)
        copy = ItemFile.objects.get(pk=row.pk)
        copy.pk = None
        copy._state.adding = True
        copy.public_id = ItemFile._meta.get_field("public_id").get_default()
        copy.item, copy.stored_as, copy.handed_in_at = draft, kept.name, at
        copy.save()
        target.files.add(copy)
