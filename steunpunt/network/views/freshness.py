"""For staff: which partnerships nobody confirmed for over a year."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from steunpunt.foundation.access.requests import Request
from steunpunt.foundation.access.views import staff_required
from steunpunt.network.queries.manage import unconfirmed_partnerships

PAGE = 50


@never_cache
@require_safe
@staff_required
def unconfirmed(request: Request) -> HttpResponse:
    """Never confirmed ones first, then the longest ago."""
    page = Paginator(unconfirmed_partnerships(timezone.now()), PAGE).get_page(request.GET.get("pagina"))
    return render(request, "network/editing/unconfirmed.html", {"page": page})
