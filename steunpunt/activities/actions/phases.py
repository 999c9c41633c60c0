"""The phases that drive all screens, and the timer."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from steunpunt.activities.models import Activity, Phase
from steunpunt.activities.queries.codes import LIVES
from steunpunt.activities.rules.leading import may_lead
from steunpunt.activities.rules.phases import LONGEST_MINUTES, can_be_joined, can_move, can_reopen, needs_groups
from steunpunt.activities.rules.settings import is_ready
from steunpunt.foundation.access import Actor, require

from .codes import free_code
from .noting import locked, note, stepped
from .preparing import NOT_LEADING

ELSEWHERE = _("Dit is intussen al gebeurd, misschien op een ander toestel. Kijk wat er nu staat.")


def open_activity(activity: Activity, *, minutes: int | None = None, by: Actor, at: datetime) -> Activity:
    """People can hand in from now on; with a timer when `minutes` are given."""
    require(may_lead(by, activity), NOT_LEADING)
    require(is_ready(activity), _("Vul eerst in wat je wilt vragen."))
    require(not needs_groups(activity), _("De groepen stemmen samen. Maak eerst de groepen."))
    with transaction.atomic():
        held = locked(activity)
        require(can_move(held, Phase.OPEN), ELSEWHERE)
        if not can_be_joined(held, at):
            held.code, held.code_until = free_code(), at + LIVES
        _moved(held, Phase.OPEN, minutes, at)
        note(held, "activity-opened", _("Werkvorm geopend."), by=by, at=at)
    return held


def close_activity(activity: Activity, *, by: Actor, at: datetime) -> Activity:
    """Nobody can hand in any more."""
    return _move(activity, Phase.CLOSED, _("Werkvorm gesloten."), None, by=by, at=at)


def discuss(activity: Activity, *, minutes: int | None = None, by: Actor, at: datetime) -> Activity:
    """People talk about it, with a timer when `minutes` are given."""
    return _move(activity, Phase.DISCUSSING, _("In gesprek."), minutes, by=by, at=at)


def show_standing(activity: Activity, *, by: Actor, at: datetime) -> Activity:
    """Everybody sees what it came to."""
    return _move(activity, Phase.SHOWN, _("Stand getoond."), None, by=by, at=at)


def reopen(activity: Activity, *, minutes: int | None = None, by: Actor, at: datetime) -> Activity:
    """People can hand in again, or change what they handed in."""
    require(may_lead(by, activity), NOT_LEADING)
    with transaction.atomic():
        held = locked(activity)
        require(can_reopen(held), ELSEWHERE)
        if not can_be_joined(held, at):
            held.code, held.code_until = free_code(), at + LIVES
        _moved(held, Phase.OPEN, minutes, at)
        note(held, "activity-reopened", _("Werkvorm opnieuw geopend."), by=by, at=at)
    return held


def set_timer(activity: Activity, minutes: int, *, by: Actor, at: datetime) -> Activity:
    """The clock on all screens runs for so many minutes from now; 0 takes it away. It is no change of phase."""
    require(may_lead(by, activity), NOT_LEADING)
    with transaction.atomic():
        held = locked(activity)
        held.phase_until = _until(minutes or None, at)
        stepped(held, "phase_until")
    return held


def _move(activity: Activity, to: Phase, summary: object, minutes: int | None, *, by: Actor, at: datetime) -> Activity:
    require(may_lead(by, activity), NOT_LEADING)
    with transaction.atomic():
        held = locked(activity)
        require(can_move(held, to), ELSEWHERE)
        _moved(held, to, minutes, at)
        note(held, f"activity-{to.value}", summary, by=by, at=at)
    return held


def _moved(held: Activity, to: Phase, minutes: int | None, at: datetime) -> None:
    held.phase, held.phase_since, held.phase_until = to, at, _until(minutes, at)
    stepped(held, "phase", "phase_since", "phase_until", "code", "code_until")


def _until(minutes: int | None, at: datetime) -> datetime | None:
    if minutes is None:
        return None
    require(0 < minutes <= LONGEST_MINUTES, _("Kies een tijd van 1 tot 600 minuten."), field="minutes")
    return at + timedelta(minutes=minutes)
