"""The latest questions of this reader: with the session of an account, or in a cookie that only the search page gets."""

import json
from urllib.parse import quote, unquote

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse

from steunpunt.foundation.access.requests import Request
from steunpunt.foundation.search.models import MOST_CHARACTERS

NAME = "zoekvragen"
MOST = 5
COOKIE_AGE = 60 * 60 * 24 * 14


def recent_questions(request: Request) -> list[str]:
    """The newest first."""
    kept = request.session.get(NAME, []) if request.actor.is_signed_in else _read(request.COOKIES.get(NAME, ""))
    return [one for one in kept if isinstance(one, str)][:MOST]


def remember(request: Request, response: HttpResponse, text: str) -> None:
    """Nothing about it is kept on the server for a visitor without an account."""
    before = recent_questions(request)
    after = [text, *(one for one in before if one.casefold() != text.casefold())][:MOST]
    if after == before:
        return
    if request.actor.is_signed_in:
        request.session[NAME] = after
    else:
        response.set_cookie(
            NAME,
            quote(json.dumps(after, ensure_ascii=False)),
            max_age=COOKIE_AGE,
            path=reverse("portal:search"),
            secure=settings.SECURE,
            httponly=True,
            samesite="Lax",
        )


def erase(request: Request, response: HttpResponse) -> None:
    request.session.pop(NAME, None)
    response.delete_cookie(NAME, path=reverse("portal:search"), samesite="Lax")


def _read(cookie: str) -> list[str]:
    try:
        kept = json.loads(unquote(cookie[:4000])) if cookie else []
    except ValueError:
        return []
    return [str(one)[:MOST_CHARACTERS] for one in kept] if isinstance(kept, list) else []
