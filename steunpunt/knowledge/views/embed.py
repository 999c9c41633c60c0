"""A card about an item for on the sites of partners: the only page of ours that may stand in a frame."""

from csp.decorators import csp_replace
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from steunpunt.foundation.ui.answers import found_or_404
from steunpunt.knowledge.queries.harvest import record_of

from .exports import CACHED

NO_SCRIPTS = {"frame-ancestors": ["*"], "script-src": ["'none'"], "connect-src": ["'none'"], "form-action": ["'none'"]}


@require_safe
@xframe_options_exempt
@csp_replace(NO_SCRIPTS)  # type: ignore[arg-type]
def card(request: HttpRequest, slug: str) -> HttpResponse:
    """The card; made without the request, so that it cannot know who looks."""
    record = found_or_404(record_of(slug))
    text = render_to_string("knowledge/embed.html", {"record": record})
    return HttpResponse(text, headers={"Cache-Control": CACHED, "X-Robots-Tag": "noindex"})
