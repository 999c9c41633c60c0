"""What every page with a form does the same way: its words, what a refusal becomes, where it goes afterwards."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone

from steunpunt.foundation.access import Refusal
from steunpunt.foundation.access.requests import Request
from steunpunt.foundation.ledger.revisions import Outdated

Deed = Callable[..., object]
SEARCH = "zoeken"
"""What the button `deed` of a form says when it only searches."""


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
    template: str = "ui/form_page.html"
    crumbs: list[tuple[str, str]] = field(default_factory=list)
    extra: dict[str, Any] = field(default_factory=dict)


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


def answer_or_search(
    request: Request, made: Callable[[QueryDict | None], Form], page: Page, deed: Deed, *, chosen: Collection[str] = ()
) -> HttpResponse:
    """The same for a form with a button that searches: it comes again with what was found, and what was typed stays.

    `chosen` names the fields whose choice `made` itself keeps.
    """
    if request.method != "POST" or request.POST.get("deed") != SEARCH:
        return answer(request, made(posted(request)), page, deed)
    form = made(None)
    typed = {name: request.POST.get(name, "") for name in form.fields if name not in {*chosen, "revision"}}
    form.initial = {**form.initial, **typed}
    return render(request, page.template, {"form": form, "page": page, **page.extra})


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
