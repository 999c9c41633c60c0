"""Facts for machines that read a page: schema.org as JSON-LD, escaped so that it stays data."""

import json
from typing import Any

from django.utils.safestring import SafeString, mark_safe

UNSAFE = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def structured(kind: str, **facts: Any) -> SafeString:
    """A schema.org thing of that kind; empty facts are left out."""
    thing = {"@context": "https://schema.org", "@type": kind} | {name: fact for name, fact in facts.items() if fact}
    return mark_safe(json.dumps(thing, ensure_ascii=False).translate(UNSAFE))  # noqa: S308 - escaped just here


def address(street: str, postcode: str, place: str, province: str = "") -> dict[str, str]:
    """A postal address in the Netherlands; empty without a place."""
    if not place:
        return {}
    facts = {"streetAddress": street, "postalCode": postcode, "addressLocality": place, "addressRegion": province}
    return {"@type": "PostalAddress", "addressCountry": "NL"} | {name: fact for name, fact in facts.items() if fact}
