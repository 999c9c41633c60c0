"""A meeting as an event of schema.org, for search engines that read its page."""

import json
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from .record import PUBLISHER, MeetingRecord

UNSAFE = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}
SCHEMA = "https://schema.org"


def structured(record: MeetingRecord) -> dict[str, Any]:
    """The facts of a meeting; what is not known is left out."""
    facts = {
        "@context": SCHEMA,
        "@type": "EducationEvent",
        "@id": record.url,
        "url": record.url,
        "identifier": record.public_id,
        "name": f"Voorbeeld: {record.title}" if record.is_example else record.title,
        "description": record.summary,
        "startDate": record.starts_at.isoformat(timespec="minutes"),
        "endDate": record.ends_at.isoformat(timespec="minutes"),
        "eventStatus": f"{SCHEMA}/{'EventCancelled' if record.is_cancelled else 'EventScheduled'}",
        "eventAttendanceMode": f"{SCHEMA}/{_mode(record)}",
        "location": _places(record),
        "organizer": _organizer(record),
        "about": [{"@type": "DefinedTerm", "name": theme.name, "url": theme.url} for theme in record.themes],
        "superEvent": _series(record),
        "isAccessibleForFree": True,
        "maximumAttendeeCapacity": record.capacity,
        "inLanguage": "nl",
    }
    return {name: fact for name, fact in facts.items() if fact}


def json_ld(record: MeetingRecord) -> SafeString:
    """The facts as they may stand inside a script element: no text in them can end it."""
    text = json.dumps(structured(record), ensure_ascii=False).translate(UNSAFE)
    return mark_safe(text)  # noqa: S308 - escaped just here


def _mode(record: MeetingRecord) -> str:
    if record.is_online:
        return "MixedEventAttendanceMode" if record.address else "OnlineEventAttendanceMode"
    return "OfflineEventAttendanceMode"


def _places(record: MeetingRecord) -> list[dict[str, Any]]:
    """The hall, and the page for who joins online: the link itself is for who registered."""
    found: list[dict[str, Any]] = []
    if record.address or (record.venue and not record.is_online):
        place = {"@type": "Place", "name": record.venue or record.address}
        found.append(place | ({"address": record.address} if record.address else {}))
    if record.is_online:
        found.append({"@type": "VirtualLocation", "url": record.url})
    return found


def _organizer(record: MeetingRecord) -> dict[str, str]:
    made_by = {"url": record.partnership.url} if record.partnership else {}
    return {"@type": "Organization", "name": record.organiser or PUBLISHER, **made_by}


def _series(record: MeetingRecord) -> dict[str, str]:
    if record.series is None:
        return {}
    return {"@type": "EventSeries", "name": record.series.name, "url": record.series.url}
