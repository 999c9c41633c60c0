"""The API of the platform: what the rooms offer, under one version and one house style."""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

from steunpunt.foundation.rest.middleware import VERSION
from steunpunt.foundation.rest.problems import invalid_input, problem
from steunpunt.knowledge.api import router as knowledge_router
from steunpunt.meetings.api import router as meetings_router
from steunpunt.network.api import router as network_router

DESCRIPTION = (
    "Lees welke opleidingsscholen er zijn, wie erin samenwerken sinds wanneer, en wat er op een andere dag gold of gaat "
    "gelden (`op`). Alleen lezen, zonder inloggen, zonder sleutel. Antwoorden met `voorbeeld: true` zijn verzonnen."
)
CONTACT: dict[str, Any] = {"name": "Steunpunt Opleidingsscholen", "url": f"{settings.BASE_URL}/over/"}
if settings.CONTACT_EMAIL:
    CONTACT["email"] = settings.CONTACT_EMAIL

api = NinjaAPI(
    title="Steunpunt API",
    version=VERSION,
    description=DESCRIPTION,
    urls_namespace="api",
    docs_url=None,
    openapi_url="/openapi.json",
    servers=[{"url": settings.BASE_URL, "description": "Deze installatie"}],
    openapi_extra={
        "info": {
            "contact": CONTACT,
            "license": {"name": "CC0 1.0", "url": "https://creativecommons.org/publicdomain/zero/1.0/deed.nl"},
        },
        "externalDocs": {"description": "Uitleg en wijzigingen", "url": f"{settings.BASE_URL}/api/v1/changelog"},
    },
)
api.add_router("", network_router)
api.add_router("", knowledge_router)
api.add_router("", meetings_router)


@api.exception_handler(ValidationError)
def on_invalid_input(request: HttpRequest, error: ValidationError) -> HttpResponse:
    return invalid_input(request, error.errors)


@api.exception_handler(Http404)
def on_not_found(request: HttpRequest, error: Http404) -> HttpResponse:
    return problem(request, 404)


@api.exception_handler(HttpError)
def on_refusal(request: HttpRequest, error: HttpError) -> HttpResponse:
    return problem(request, error.status_code, str(error))
