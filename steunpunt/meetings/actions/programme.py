"""Adding, changing and removing the parts of a programme."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.access import Actor, require
from steunpunt.foundation.access.refusing import refused_with
from steunpunt.foundation.ledger.changes import field_changes
from steunpunt.foundation.ledger.revisions import locked
from steunpunt.meetings.models import Meeting, ProgrammeItem
from steunpunt.meetings.queries.moments import moment_in_words
from steunpunt.meetings.rules.meetings import can_change, fits_in, is_beside, may_lead
from steunpunt.network.actions.telling import told

from .noting import CANCELLED, NOT_YOURS, SENTENCES, is_known, note, tell_change

OUTSIDE = _("Een onderdeel begint en eindigt binnen de tijd van de bijeenkomst: %(from)s tot %(until)s.")
NOT_BESIDE = _("Onderdelen van één ronde zijn tegelijk. Kies een andere tijd of een andere ronde.")
FACTS = ("title", "description", "starts_at", "ends_at", "round", "room", "online_link", "capacity")
MOMENTS = ("starts_at", "ends_at")


def add_item(
    meeting: Meeting, facts: Mapping[str, Any], *, by: Actor, at: datetime, revision: int | None = None
) -> ProgrammeItem:
    """One more part; `facts` needs title, `starts_at` and `ends_at`."""
    require(may_lead(by, meeting), NOT_YOURS)
    with transaction.atomic(), refused_with(SENTENCES):
        held = _open(meeting, revision)
        item = ProgrammeItem(meeting=held)
        _fill(item, facts)
        words = {"title": item.title}
        _note(held, "meeting-part-added", _now("Onderdeel ‘%(title)s’ toegevoegd.") % words, by=by, at=at)
    return item


def change_item(
    item: ProgrammeItem, facts: Mapping[str, Any], *, by: Actor, at: datetime, revision: int | None = None
) -> ProgrammeItem:
    """Say a part differently, or give it another time or round; `revision` is that of its meeting."""
    require(may_lead(by, item.meeting), NOT_YOURS)
    with transaction.atomic(), refused_with(SENTENCES):
        held = _open(item.meeting, revision)
        row = ProgrammeItem.objects.get(pk=item.pk)
        row.meeting = held
        before = _told(row)
        _fill(row, facts)
        changes = field_changes(before, _told(row))
        if changes:
            summary = _now("Onderdeel ‘%(title)s’ gewijzigd.") % {"title": row.title}
            _note(held, "meeting-part-changed", summary, changes, by=by, at=at)
    return row


def remove_item(item: ProgrammeItem, *, by: Actor, at: datetime, revision: int | None = None) -> None:
    """Take a part out of the programme."""
    require(may_lead(by, item.meeting), NOT_YOURS)
    with transaction.atomic():
        held = _open(item.meeting, revision)
        words = {"title": item.title}
        item.delete()
        _note(held, "meeting-part-removed", _now("Onderdeel ‘%(title)s’ weggehaald.") % words, by=by, at=at)


def _open(meeting: Meeting, revision: int | None) -> Meeting:
    held = locked(meeting, revision)
    require(can_change(held), CANCELLED)
    return held


def _fill(item: ProgrammeItem, facts: Mapping[str, Any]) -> None:
    for name in FACTS:
        if name in facts:
            setattr(item, name, facts[name])
    require(item.ends_at > item.starts_at, _("Het einde moet na het begin liggen."), field="ends")
    held = item.meeting
    words = {"from": moment_in_words(held.starts_at), "until": moment_in_words(held.ends_at)}
    require(fits_in(item.starts_at, item.ends_at, held), OUTSIDE % words, field="begins")
    if item.round is not None:
        others = held.items.filter(round=item.round).exclude(pk=item.pk)
        require(is_beside(item.starts_at, item.ends_at, others), NOT_BESIDE, field="begins")
    item.save()


def _told(item: ProgrammeItem) -> dict[str, object]:
    """What a part says, in words."""
    plain = told(item, *(name for name in FACTS if name not in MOMENTS))
    labels = {name: str(item._meta.get_field(name).verbose_name) for name in MOMENTS}  # type: ignore[union-attr]
    return plain | {label: moment_in_words(getattr(item, name)) for name, label in labels.items()}


def _note(
    held: Meeting, deed: str, summary: str, changes: dict[str, list] | None = None, *, by: Actor, at: datetime
) -> None:
    """What changes in the programme of a draft stays with who writes it."""
    if is_known(held):
        note(held, deed, summary, changes, by=by, at=at)
        tell_change(held, at=at)
    else:
        note(held, "meeting-kept", summary, by=by, at=at)
