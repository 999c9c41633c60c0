"""What holds for every answer under /api/: version, errors as problem details, open to other sites, never cached."""

from collections.abc import Callable
from http import HTTPStatus

from csp.constants import HEADER
from django.http import HttpRequest, HttpResponse

from .problems import CONTENT_TYPE, problem

PREFIX = "/api/"
VERSION = "1.2.0"
METHODS = "GET, HEAD, OPTIONS"
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


class ApiMiddleware:
    """Stands outside all others, so that a failure further in becomes a problem too."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path_info.startswith(PREFIX) and request.path_info != PREFIX.rstrip("/"):
            return self.get_response(request)
        response = self._answer(request)
        if response.status_code >= HTTPStatus.BAD_REQUEST and response["Content-Type"] != CONTENT_TYPE:
            response = problem(request, response.status_code)
        for name, value in _headers(response).items():
            response[name] = value
        return response

    def _answer(self, request: HttpRequest) -> HttpResponse:
        if request.method not in SAFE:
            response: HttpResponse = problem(request, HTTPStatus.METHOD_NOT_ALLOWED)
            response["Allow"] = METHODS
            return response
        if request.method == "OPTIONS":
            return HttpResponse(status=HTTPStatus.NO_CONTENT, headers={"Allow": METHODS})
        asked, request.method = request.method, "GET"  # the routes know GET only; for HEAD the server drops the body
        try:
            return self.get_response(request)
        finally:
            request.method = asked


def _headers(response: HttpResponse) -> dict[str, str]:
    headers = {
        "API-Version": VERSION,
        "Access-Control-Allow-Origin": "*",
        "Access-Control-Allow-Methods": METHODS,
        "Access-Control-Allow-Headers": "Accept, Content-Type",
        "Access-Control-Expose-Headers": "API-Version",
        "Cache-Control": "no-store",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
    }
    if not response.get("Content-Type", "").startswith("text/html"):
        headers[HEADER] = "default-src 'none'; frame-ancestors 'none'"
    return headers
