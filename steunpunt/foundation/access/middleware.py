"""A refusal that nobody caught is shown as a page."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from . import Refusal

Handler = Callable[[HttpRequest], HttpResponse]


class RefusalMiddleware:
    """A refusal that no view handled is shown with its sentence, as 403."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, Refusal):
            return render(request, "403.html", {"sentence": exception.message}, status=403)
        return None
