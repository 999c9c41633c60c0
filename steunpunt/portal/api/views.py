"""Pages about the API itself: its entrance, its changes, and the answer for what does not exist."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from steunpunt.foundation.rest.middleware import VERSION
from steunpunt.foundation.rest.problems import problem
from steunpunt.foundation.rest.schemas import link

from .changes import CHANGES

RESOURCES = (
    "partnerschappen",
    "organisaties",
    "lidmaatschappen",
    "opleidingen",
    "themas",
    "regios",
    "kennisitems",
    "bijeenkomsten",
)


def entrance(request: HttpRequest) -> HttpResponse:
    """Where to begin: the resources, the description and the changes."""
    links = {name: link(f"/api/v1/{name}") for name in RESOURCES}
    links |= {
        "self": link("/api/v1"),
        "describedby": link("/api/v1/openapi.json"),
        "changelog": link("/api/v1/changelog"),
    }
    return JsonResponse(
        {"naam": "Steunpunt API", "versie": VERSION, "voorbeeld": settings.EXAMPLE_MODE, "_links": links}
    )


def changelog(request: HttpRequest) -> HttpResponse:
    """What changed in the API, and how long an old version stays."""
    trail = [(_("Open data"), reverse("portal:opendata")), (_("Wijzigingen van de API"), "")]
    return render(request, "portal/api_changelog.html", {"changes": CHANGES, "version": VERSION, "trail": trail})


def nothing_here(request: HttpRequest, rest: str = "") -> HttpResponse:
    """An address that the API does not have, also one with a slash at the end."""
    return problem(request, 404)
