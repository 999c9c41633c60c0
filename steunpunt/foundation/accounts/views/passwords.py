"""There are no passwords here: what the sign-in library would show about them is not found."""

from django.http import Http404, HttpRequest, HttpResponse


def gone(request: HttpRequest, rest: str) -> HttpResponse:
    raise Http404
