"""Who gets into the editing pages of a partnership, and the way there."""

from collections.abc import Callable
from functools import wraps

from django.http import Http404, HttpResponse, HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from steunpunt.foundation.access import require
from steunpunt.foundation.access.requests import Request
from steunpunt.foundation.access.views import signed_in_required
from steunpunt.network.actions.noting import NOT_YOURS
from steunpunt.network.models import Partnership
from steunpunt.network.queries.partnerships import partnership_by_slug
from steunpunt.network.queries.people import partnership_name
from steunpunt.network.rules.partnership import may_edit_partnership


def for_managers(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponseBase]:
    """Lets in who manages the partnership of the address, and hands that partnership to the view."""

    @wraps(view)
    @never_cache
    @signed_in_required
    def guarded(request: Request, slug: str, **kwargs: object) -> HttpResponse:
        partnership = partnership_by_slug(request.actor, slug)
        if partnership is None:
            raise Http404
        require(may_edit_partnership(request.actor, partnership, timezone.localdate()), NOT_YOURS)
        return view(request, partnership, **kwargs)

    return guarded


def manage_crumbs(partnership: Partnership, *more: tuple[str, str]) -> list[tuple[str, str]]:
    """The way from all partnerships to this editing page."""
    slug = partnership.slug
    return [
        (_("Partnerschappen"), reverse("network:partnership_list")),
        (partnership_name(partnership, timezone.localdate()), reverse("network:partnership", args=[slug])),
        (_("Beheer"), reverse("network:partnership_edit", args=[slug])),
        *more,
    ]
