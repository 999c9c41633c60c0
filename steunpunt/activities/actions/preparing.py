"""Preparing an activity, standing one up in a minute, and going on to a next one."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from steunpunt.activities.kind import kind_of
from steunpunt.activities.models import Activity, SubgroupWay, VotingUnit
from steunpunt.activities.queries.codes import LIVES
from steunpunt.activities.rules.leading import may_lead, may_prepare, may_stand_up
from steunpunt.activities.rules.phases import can_arrange, can_be_joined, can_change_settings
from steunpunt.activities.rules.settings import first_settings
from steunpunt.foundation.access import Actor, require
from steunpunt.meetings.actions.improvising import improvise_meeting
from steunpunt.meetings.models import ProgrammeItem

from .codes import free_code
from .noting import locked, note, screens_look, stepped
from .taking_along import take_along

OF_ENGINE = ("title", "unit", "grouping", "shows_live", "asks_origin")
"""What the engine asks of every kind; the rest stands in `settings`."""
NOT_LEADING = _("Dit kan alleen wie deze bijeenkomst leidt.")
STILL_OPEN = _("Sluit de werkvorm eerst. Daarna orden je wat er binnenkwam.")
BEGUN = _("Deze werkvorm is al open geweest. Maak een volgende ronde als je iets anders wilt vragen.")


def prepare_activity(
    item: ProgrammeItem, *, kind: str, title: str, settings: Mapping[str, Any], by: Actor, at: datetime
) -> Activity:
    """A new activity in a part of a programme; people cannot join yet."""
    require(may_prepare(by, item.meeting), NOT_LEADING)
    with transaction.atomic():
        last = Activity.objects.filter(item=item).aggregate(last=Max("order"))["last"]
        votes_as_group = kind_of(kind).votes_as_group
        activity = Activity.objects.create(
            item=item,
            kind=kind,
            title=title,
            settings=dict(settings),
            order=0 if last is None else last + 1,
            unit=VotingUnit.GROUP if votes_as_group else VotingUnit.PERSON,
            grouping=SubgroupWay.CHOICE if votes_as_group else SubgroupWay.NONE,
            phase_since=at,
            created_at=at,
            is_example=item.meeting.is_example,
        )
        note(activity, "activity-prepared", _("Werkvorm klaargezet."), by=by, at=at)
    return activity


def stand_up(*, kind: str, title: str, by: Actor, at: datetime) -> Activity:
    """An activity without a plan, with a code at once and the settings with which its kind begins."""
    require(may_stand_up(by), _("Log in om een werkvorm klaar te zetten."))
    with transaction.atomic():
        item = improvise_meeting(by=by, at=at, title=title)
        activity = prepare_activity(item, kind=kind, title=title, settings=first_settings(kind), by=by, at=at)
        activity.code, activity.code_until = free_code(), at + LIVES
        activity.save(update_fields=["code", "code_until"])
    return activity


def change_settings(
    activity: Activity, settings: Mapping[str, Any], engine: Mapping[str, Any], *, by: Actor, at: datetime
) -> None:
    """Only while it is being prepared. `engine` holds what `OF_ENGINE` names, `settings` what the kind asks."""
    require(may_lead(by, activity), NOT_LEADING)
    with transaction.atomic():
        held = locked(activity)
        require(can_change_settings(held), BEGUN)
        held.settings = dict(settings)
        for name in OF_ENGINE:
            if name in engine:
                setattr(held, name, engine[name])
        stepped(held, "settings", *OF_ENGINE)
        note(held, "activity-changed", _("Werkvorm aangepast."), by=by, at=at)


def arrange(activity: Activity, settings: Mapping[str, Any], *, by: Actor, at: datetime) -> None:
    """Put in order what came in, as the form of the kind says: merging, taking apart, placing. All of it can be undone."""
    require(may_lead(by, activity), NOT_LEADING)
    with transaction.atomic():
        held = locked(activity)
        require(can_arrange(held), STILL_OPEN)
        held.settings = dict(settings)
        stepped(held, "settings")
        note(held, "activity-arranged", _("Inbreng geordend."), by=by, at=at)


def go_on(
    activity: Activity, *, kind: str, title: str, settings: Mapping[str, Any], by: Actor, at: datetime
) -> Activity:
    """A next activity for the same people: the code moves along, so every phone goes on by itself."""
    require(may_lead(by, activity), NOT_LEADING)
    with transaction.atomic():
        held = locked(activity)
        following = prepare_activity(held.item, kind=kind, title=title, settings=settings, by=by, at=at)
        code, until = (held.code, held.code_until) if can_be_joined(held, at) else (free_code(), at + LIVES)
        held.code, held.code_until = "", None
        stepped(held, "code", "code_until")
        following.previous, following.code, following.code_until = held, code, until
        following.asks_origin = held.asks_origin
        following.save(update_fields=["previous", "code", "code_until", "asks_origin"])
        take_along(held, following)
        screens_look(following)
    return following
