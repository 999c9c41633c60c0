"""Planning, changing, publishing and cancelling a meeting."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.text import slugify
from django.utils.timezone import localtime
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.access import Actor, Refusal, require
from steunpunt.foundation.access.refusing import refused_with
from steunpunt.foundation.events.announcing import announce
from steunpunt.foundation.ledger.changes import field_changes
from steunpunt.foundation.ledger.revisions import locked
from steunpunt.foundation.references import new_public_id
from steunpunt.meetings.events import MeetingCancelled, MeetingMoved, MeetingPublished
from steunpunt.meetings.models import Admission, Meeting, MeetingLead, MeetingState, Series
from steunpunt.meetings.queries.moments import moment_in_words
from steunpunt.meetings.rules.meetings import (
    can_cancel,
    can_change,
    can_publish,
    may_lead,
    may_organise,
    may_organise_for,
    may_stand_in,
    missing_in,
)
from steunpunt.network.actions.telling import name_of, told

from .moving import move_items
from .noting import CANCELLED, NOT_YOURS, SENTENCES, is_known, note, tell_change

NOT_AN_ORGANISER = _("Een bijeenkomst maken kan wie een partnerschap coördineert, en het steunpunt.")
NOT_THEIR_PARTNERSHIP = _("Kies een partnerschap dat jij coördineert.")
NOT_THEIR_SERIES = _("Kies een reeks waarvan jij een bijeenkomst leidt.")
TOO_LATE_TO_REGISTER = _("Aanmelden kan niet tot na het einde van de bijeenkomst.")
FACTS = (
    "title",
    "kind",
    "admission",
    "series",
    "summary",
    "starts_at",
    "ends_at",
    "venue",
    "address",
    "online_link",
    "capacity",
    "registration_until",
    "sectors",
    "partnership",
)
MOMENTS = ("starts_at", "ends_at", "registration_until")
PLACE = ("venue", "address", "online_link")
RESERVED = {"voorbij", "nieuw", "mijn", "reeksen", "aanmelden", "uitnodiging", "deelname"}
"""Words that stand in addresses where a meeting's own word could stand."""


def plan_meeting(facts: Mapping[str, Any], *, by: Actor, at: datetime) -> Meeting:
    """A draft that whoever plans it leads; `facts` needs title, kind, `starts_at` and `ends_at`."""
    require(may_organise(by), NOT_AN_ORGANISER)
    partnership = facts.get("partnership")
    require(may_organise_for(by, partnership), NOT_THEIR_PARTNERSHIP, field="partnership")
    _require_series(by, facts)
    with transaction.atomic(), refused_with(SENTENCES):
        meeting = Meeting(slug=free_slug(facts["title"]), created_at=at)
        _fill(meeting, facts)
        if by.account is not None:
            MeetingLead.objects.create(meeting=meeting, account=by.account, since=at)
        note(meeting, "meeting-planned", _now("Begonnen aan een bijeenkomst."), by=by, at=at)
    return meeting


def change_meeting(
    meeting: Meeting, facts: Mapping[str, Any], *, by: Actor, at: datetime, revision: int | None = None
) -> Meeting:
    """Say it differently or move it; when the whole meeting moves, the parts of its programme move along."""
    require(may_lead(by, meeting), NOT_YOURS)
    _require_partnership(by, meeting, facts)
    _require_series(by, facts, meeting)
    with transaction.atomic(), refused_with(SENTENCES):
        held = locked(meeting, revision)
        require(can_change(held), CANCELLED)
        before, stood = _told(held), Meeting.objects.get(pk=held.pk)
        _fill(held, facts)
        move_items(held, stood)
        _require_whole(held)
        changes = field_changes(before, _told(held))
        if changes:
            _tell(held, stood, changes, by=by, at=at)
    return held


def publish_meeting(meeting: Meeting, *, by: Actor, at: datetime, revision: int | None = None) -> Meeting:
    """Put a draft on the agenda; whatever is missing is refused at its field."""
    require(may_lead(by, meeting), NOT_YOURS)
    with transaction.atomic():
        held = locked(meeting, revision)
        require(can_publish(held), _("Deze bijeenkomst staat al op de agenda, of gaat niet door."))
        for field, sentence in missing_in(held):
            raise Refusal(str(sentence), field=field)
        held.state, held.published_at = MeetingState.PUBLISHED, at
        held.save()
        note(held, "meeting-published", _now("Op de agenda gezet."), by=by, at=at)
        announce(MeetingPublished(held.public_id, at))
    return held


def cancel_meeting(meeting: Meeting, reason: str, *, by: Actor, at: datetime, revision: int | None = None) -> Meeting:
    """It will not be held; whoever looks for it reads why."""
    require(may_lead(by, meeting), NOT_YOURS)
    require(bool(reason.strip()), _("Schrijf waarom het niet doorgaat."), field="reason")
    with transaction.atomic():
        held = locked(meeting, revision)
        require(can_cancel(held, at), _("Deze bijeenkomst is al geweest, of gaat al niet door."))
        was_known = is_known(held)
        held.state, held.cancelled_at, held.cancel_reason = MeetingState.CANCELLED, at, reason.strip()[:300]
        held.save()
        changes = {_now("reden"): [None, held.cancel_reason]}
        note(held, "meeting-cancelled", _now("Gaat niet door."), changes, by=by, at=at)
        if was_known:
            announce(MeetingCancelled(held.public_id, at))
    return held


def free_slug(title: str) -> str:
    """An address from the title that no other meeting has."""
    base = slugify(title)[:80].strip("-") or "bijeenkomst"
    taken = base in RESERVED or Meeting.objects.filter(slug=base).exists()
    return f"{base}-{new_public_id()}" if taken else base


def _fill(meeting: Meeting, facts: Mapping[str, Any]) -> None:
    for name in FACTS:
        if name in facts:
            setattr(meeting, name, facts[name])
    until = meeting.registration_until
    require(until is None or until <= meeting.ends_at, TOO_LATE_TO_REGISTER, field="registration_until")
    meeting.save()
    if "themes" in facts:
        meeting.themes.set(facts["themes"])


def _require_partnership(by: Actor, meeting: Meeting, facts: Mapping[str, Any]) -> None:
    """Who organises it may stay; another one has to be theirs."""
    chosen = facts.get("partnership", meeting.partnership)
    is_kept = chosen == meeting.partnership
    require(is_kept or may_organise_for(by, chosen), NOT_THEIR_PARTNERSHIP, field="partnership")


def _require_series(by: Actor, facts: Mapping[str, Any], meeting: Meeting | None = None) -> None:
    series: Series | None = facts.get("series")
    if series is None or (meeting is not None and series.pk == meeting.series_id):
        return
    require(may_stand_in(by, series), NOT_THEIR_SERIES, field="series")


def _require_whole(held: Meeting) -> None:
    """What stands on the agenda keeps all that readers need."""
    if held.state == MeetingState.PUBLISHED and held.admission != Admission.UNLISTED:
        for field, sentence in missing_in(held):
            raise Refusal(str(sentence), field=field)


def _tell(held: Meeting, stood: Meeting, changes: dict[str, list], *, by: Actor, at: datetime) -> None:
    """What changed of a draft stays with who writes it."""
    if not is_known(held):
        note(held, "meeting-kept", _now("Concept bewaard."), by=by, at=at)
        return
    is_moved = any(getattr(held, name) != getattr(stood, name) for name in ("starts_at", "ends_at", *PLACE))
    summary = _now("Tijd of plaats gewijzigd.") if is_moved else _now("Bijeenkomst gewijzigd.")
    note(held, "meeting-moved" if is_moved else "meeting-changed", summary, changes, by=by, at=at)
    tell_change(held, at=at)
    if is_moved:
        announce(MeetingMoved(held.public_id, at, stood.starts_at, stood.venue))


def _told(meeting: Meeting) -> dict[str, object]:
    """What it says, in words."""
    plain = told(meeting, *(name for name in FACTS if name not in {*MOMENTS, "partnership"}))
    moments = {_label(meeting, name): moment_in_words(getattr(meeting, name)) for name in MOMENTS}
    organiser = name_of(meeting.partnership, localtime(meeting.starts_at).date()) if meeting.partnership else None
    themes = ", ".join(sorted(str(theme) for theme in meeting.themes.all()))
    return plain | moments | {_label(meeting, "partnership"): organiser, _label(meeting, "themes"): themes}


def _label(meeting: Meeting, name: str) -> str:
    return str(meeting._meta.get_field(name).verbose_name)  # type: ignore[union-attr]
