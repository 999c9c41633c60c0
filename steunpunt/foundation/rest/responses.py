"""What the description of the API says about errors, for every operation alike."""

from typing import Any

from .problems import CONTENT_TYPE

PROBLEM: dict[str, Any] = {
    "type": "object",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "instance": {"type": "string"},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "in": {"type": "string"},
                    "location": {"type": "object", "properties": {"name": {"type": "string"}}},
                    "code": {"type": "string"},
                    "detail": {"type": "string"},
                },
            },
        },
    },
}
HEADERS: dict[str, Any] = {"API-Version": {"description": "Volledige versie van de API.", "schema": {"type": "string"}}}


def _error(description: str) -> dict[str, Any]:
    return {"description": description, "headers": HEADERS, "content": {CONTENT_TYPE: {"schema": PROBLEM}}}


ERRORS: dict[str, Any] = {
    "responses": {
        400: _error("De vraag klopt niet; alle fouten staan bij elkaar."),
        404: _error("Niet gevonden."),
    }
}
