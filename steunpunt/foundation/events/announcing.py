"""The register of subscribers, and the writing of an announcement."""

import dataclasses
from collections.abc import Callable
from datetime import date, datetime
from typing import Any, get_type_hints

from steunpunt.foundation.boards import due

from .models import Announcement, Delivery

Reaction = Callable[[Any], None]
_reactions: dict[str, Reaction] = {}
_subscribers: dict[str, list[str]] = {}
_events: dict[str, type] = {}


def name_of(thing: Any) -> str:
    return f"{thing.__module__}.{thing.__qualname__}"


def subscribe(event: type, reaction: Reaction) -> None:
    """Have `reaction` called, by the worker, for every announced `event`; it must be safe to run twice."""
    event_name, reaction_name = name_of(event), name_of(reaction)
    _events[event_name] = event
    _reactions[reaction_name] = reaction
    subscribers = _subscribers.setdefault(event_name, [])
    if reaction_name not in subscribers:
        subscribers.append(reaction_name)


def announce(event: Any) -> None:
    """Write the event for its subscribers, in the running transaction."""
    subscribers = _subscribers.get(name_of(type(event)), [])
    if not subscribers:
        return
    row = Announcement.objects.create(event=name_of(type(event)), payload=dataclasses.asdict(event))
    Delivery.objects.bulk_create(Delivery(announcement=row, reaction=name) for name in subscribers)
    due.get("deliver").enqueue()


def reaction_named(name: str) -> Reaction:
    """The reaction; raises KeyError when the code no longer has it."""
    return _reactions[name]


def event_from(name: str, payload: dict[str, Any]) -> Any:
    """The event again as it was announced, with dates and moments as such."""
    event = _events[name]
    hints = get_type_hints(event)
    return event(**{key: _revive(hints.get(key), value) for key, value in payload.items()})


def _revive(hint: Any, value: Any) -> Any:
    if hint is datetime and isinstance(value, str):
        return datetime.fromisoformat(value)
    if hint is date and isinstance(value, str):
        return date.fromisoformat(value)
    return value
