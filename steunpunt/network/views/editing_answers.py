"""What every editing page does the same way: who gets in, what a refusal becomes, where it goes afterwards."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import wraps
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from steunpunt.foundation.access import Refusal, require
from steunpunt.foundation.access.requests import Request
from steunpunt.foundation.access.views import signed_in_required
from steunpunt.network.actions.noting import NOT_YOURS
from steunpunt.network.actions.revisions import Outdated
from steunpunt.network.models import Partnership
from steunpunt.network.queries.partnerships import partnership_by_slug
from steunpunt.network.queries.people import partnership_name
from steunpunt.network.rules.partnership import may_edit_partnership

Deed = Callable[..., object]


@dataclass
class Page:
    """The words of one editing page, and where its parts lead."""

    title: str
    back: str
    done: str
    """The sentence after saving, which also says what happens next."""
    intro: str = ""
    submit: str = ""
    kind: str = "primary"
    template: str = "network/editing/form.html"
    crumbs: list[tuple[str, str]] = field(default_factory=list)
    extra: dict[str, Any] = field(default_factory=dict)


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


def posted(request: Request) -> QueryDict | None:
    """What was sent, for a form; a question that is only answered with a button may be empty."""
    return request.POST if request.method == "POST" else None


def answer(request: Request, form: Form, page: Page, deed: Deed) -> HttpResponse:
    """Show the form, or carry out the deed: `deed(facts, by=…, at=…, revision=…)`; a refusal goes into the form."""
    if request.method == "POST" and form.is_valid() and _carried_out(request, form, deed):
        messages.success(request, page.done)
        return redirect(page.back)
    context = {"form": form, "page": page, **page.extra}
    return render(request, page.template, context, status=422 if form.is_bound and form.errors else 200)


def _carried_out(request: Request, form: Form, deed: Deed) -> bool:
    who = {"by": request.actor, "at": timezone.now()}
    if "revision" in form.fields:
        who["revision"] = form.cleaned_data["revision"]
    try:
        deed(form.cleaned_data, **who)
    except Refusal as refusal:
        if isinstance(refusal, Outdated):
            form.stands_at(refusal.revision)  # type: ignore[attr-defined]
        shown = refusal.field in form.fields and not form.fields[refusal.field].widget.is_hidden
        form.add_error(refusal.field if shown else None, refusal.message)
    return not form.errors


def found_or_404(row: Any) -> Any:
    """The row, or the page that says there is none."""
    if row is None:
        raise Http404
    return row
