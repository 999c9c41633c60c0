"""A record as a thing of schema.org, for search engines that read the page of an item."""

import json
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from .record import PUBLISHER, SECTORS, Record

TYPES = {
    "publication": "Article",
    "report": "Report",
    "research_result": "Report",
    "presentation": "PresentationDigitalDocument",
}
"""Beside what all of them are: something to learn from."""
UNSAFE = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def structured(record: Record) -> dict[str, Any]:
    """The facts of an item; what is not known is left out."""
    facts = {
        "@id": record.url,
        "url": record.url,
        "identifier": record.public_id,
        "name": record.title,
        "description": record.description,
        "creativeWorkStatus": "Voorbeeld" if record.is_example else "",
        "inLanguage": record.language,
        "learningResourceType": record.kind_name,
        "datePublished": str(record.published_at.date()),
        "dateModified": str(record.changed_at.date()),
        "copyrightYear": record.year,
        "version": str(record.version),
        "license": record.terms.url,
        "usageInfo": "" if record.terms.url else record.terms.name,
        "isAccessibleForFree": True,
        "timeRequired": f"PT{record.effort_hours}H" if record.effort_hours else "",
    }
    kinds = ["LearningResource", *([TYPES[record.kind]] if record.kind in TYPES else [])]
    thing = {"@context": "https://schema.org", "@type": kinds} | facts | _others(record)
    return {name: fact for name, fact in thing.items() if fact}


def _others(record: Record) -> dict[str, Any]:
    """Who made it, for whom it is, what it is about, and what it came from."""
    made_by = {"name": record.partnership.name, "url": record.partnership.url} if record.partnership else {}
    return {
        "creator": {"@type": "Organization", **(made_by or {"name": PUBLISHER})},
        "publisher": {"@type": "Organization", "name": PUBLISHER},
        "audience": {"@type": "EducationalAudience", "educationalRole": "teacher"},
        "educationalLevel": [{"@type": "DefinedTerm", "name": SECTORS[sector]} for sector in record.sectors],
        "about": [{"@type": "DefinedTerm", "name": theme.name, "url": theme.url} for theme in record.themes],
        "isBasedOn": record.based_on.url if record.based_on else "",
        "associatedMedia": [
            {"@type": "MediaObject", "name": file.name, "contentUrl": file.url, "encodingFormat": file.media_type}
            for file in record.files
        ],
        "citation": record.link,
    }


def json_ld(record: Record) -> SafeString:
    """The facts as they may stand inside a script element: no text in them can end it."""
    text = json.dumps(structured(record), ensure_ascii=False).translate(UNSAFE)
    return mark_safe(text)  # noqa: S308 - escaped just here
