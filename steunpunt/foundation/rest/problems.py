"""Errors as problem details (RFC 9457), with everything that is wrong at once."""

from collections.abc import Iterable, Mapping, Sequence
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, JsonResponse
from django.utils.translation import gettext as _

CONTENT_TYPE = "application/problem+json"
TITLES = {
    HTTPStatus.BAD_REQUEST: "De vraag klopt niet",
    HTTPStatus.UNAUTHORIZED: "Inloggen is nodig",
    HTTPStatus.FORBIDDEN: "Dit mag niet",
    HTTPStatus.NOT_FOUND: "Niet gevonden",
    HTTPStatus.METHOD_NOT_ALLOWED: "Deze methode kan hier niet",
    HTTPStatus.CONFLICT: "Dit kan nu niet",
    HTTPStatus.INTERNAL_SERVER_ERROR: "Er ging iets mis bij ons",
    HTTPStatus.SERVICE_UNAVAILABLE: "Even niet bereikbaar",
}
DETAILS = {
    HTTPStatus.NOT_FOUND: "Op dit adres staat niets. Een adres eindigt nooit op een schuine streep.",
    HTTPStatus.METHOD_NOT_ALLOWED: "Deze API kun je alleen lezen: gebruik GET, HEAD of OPTIONS.",
    HTTPStatus.INTERNAL_SERVER_ERROR: "De fout ligt bij ons. Probeer het later nog eens.",
}
UNKNOWN_PARAMETER = "unknown_parameter"


def problem(
    request: HttpRequest, status: int, detail: str = "", *, errors: Iterable[Mapping[str, object]] = ()
) -> JsonResponse:
    """The answer that says what is wrong and how to mend it."""
    code = HTTPStatus(status)
    content: dict[str, object] = {
        "type": "about:blank",
        "title": TITLES.get(code, code.phrase),
        "status": code.value,
        "detail": detail or DETAILS.get(code, TITLES.get(code, code.phrase)),
        "instance": request.get_full_path(),
    }
    if errors := list(errors):
        content["errors"] = errors
    return JsonResponse(
        content, status=code.value, content_type=CONTENT_TYPE, json_dumps_params={"ensure_ascii": False}
    )


def invalid_input(request: HttpRequest, errors: Iterable[Mapping[str, Any]]) -> JsonResponse:
    """All errors of a validation together, as status 400."""
    found = [
        error_of(where=str(one["loc"][0]), name=_name_in(one["loc"]), code=one["type"], context=one.get("ctx"))
        for one in errors
    ]
    many = _("Er kloppen %(number)s dingen niet. Zie errors.") % {"number": len(found)}
    detail = str(found[0]["detail"]) if len(found) == 1 else many
    return problem(request, HTTPStatus.BAD_REQUEST, detail, errors=found)


def _name_in(place: Sequence[str | int]) -> str:
    """The name of the parameter; the number of a value in a list is left out."""
    return next(str(part) for part in reversed(place) if isinstance(part, str))


def error_of(*, where: str, name: str, code: str, context: Mapping[str, Any] | None = None) -> dict[str, object]:
    """One error: where it is, what it is called and what to do."""
    return {
        "in": where,
        "location": {"name": name},
        "code": code,
        "detail": f"{name}: {_sentence(code, context or {})}",
    }


def _sentence(code: str, context: Mapping[str, Any]) -> str:
    """Dutch words for what the validator found."""
    if code == "literal_error":
        return _("kies uit %(choices)s.") % {"choices": str(context.get("expected", "")).replace(" or ", " of ")}
    known = {
        UNKNOWN_PARAMETER: _("deze parameter bestaat hier niet."),
        "unknown_value": _("deze waarde kennen we niet."),
        "missing": _("dit is verplicht."),
        "greater_than_equal": _("geef %(number)s of meer.") % {"number": context.get("ge")},
        "less_than_equal": _("geef %(number)s of minder.") % {"number": context.get("le")},
        "date_out_of_reach": _("geef een datum tussen 1900 en 2100."),
        "string_too_long": _("hoogstens %(number)s tekens.") % {"number": context.get("max_length")},
        "string_pattern_mismatch": _("de vorm klopt niet."),
        "bool_parsing": _("geef true of false."),
    }
    if code.startswith("int_"):
        return _("geef een heel getal.")
    if code.startswith("date_") and code not in known:
        return _("geef een datum zoals 2026-08-01.")
    return known.get(code, _("deze waarde klopt niet."))
