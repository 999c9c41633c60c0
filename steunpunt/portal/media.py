"""The pictures of the editors; other uploaded files are never served from here."""

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe
from django.views.static import serve

A_YEAR = 60 * 60 * 24 * 365


@require_safe
def image(request: HttpRequest, path: str) -> HttpResponseBase:
    """A picture as it is cut for a page; its name changes when its content does."""
    response = serve(request, path, document_root=str(settings.MEDIA_ROOT / "images"))
    response["Cache-Control"] = f"public, max-age={A_YEAR}, immutable"
    return response
