"""The work list, one item of it, and the page on which a proposer follows the own request."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from steunpunt.foundation.access import Refusal, require
from steunpunt.foundation.access.requests import Request
from steunpunt.foundation.access.views import signed_in_required
from steunpunt.foundation.boards import worklist
from steunpunt.foundation.thread.queries import resolve

from .actions import accept_item, decline_item
from .forms import AnswerForm, WorkFilter
from .models import WorkItem
from .queries import item_by_token, items_for, visible_item
from .rules import may_handle

PAGE = 25


@never_cache
@require_safe
@signed_in_required
def work_list(request: Request) -> HttpResponse:
    """What this person is asked to decide on."""
    kind, state = WorkFilter(request.GET).chosen()
    form = WorkFilter(initial={"soort": kind, "stand": state or "alle"})
    rows = items_for(request.actor)
    rows = rows.filter(kind=kind) if kind else rows
    rows = rows.filter(state=state) if state else rows.order_by("-opened_at", "-id")
    page = Paginator(rows, PAGE).get_page(request.GET.get("pagina"))
    subjects = resolve([item.subject for item in page], request.actor)
    items = [(item, _label(item.kind), subjects.get(item.subject)) for item in page]
    context = {"items": items, "page": page, "kind": kind, "state": state, "form": form, "query": request.GET}
    return render(request, "foundation/worklist/list.html", context)


@never_cache
@require_http_methods(["GET", "POST"])
@signed_in_required
def work_item(request: Request, public_id: str) -> HttpResponse:
    """One item: what is asked, and for whoever decides the form to say yes or no."""
    item = visible_item(request.actor, public_id)
    if item is None:
        raise Http404
    if request.method == "POST":
        require(may_handle(request.actor, item), _("Je mag dit verzoek niet behandelen."))
    form = AnswerForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid() and _decide(request, item, form):
        return redirect("foundation:worklist")
    status = 422 if form.errors else 200
    return render(request, "foundation/worklist/item.html", _facts(request, item) | {"form": form}, status=status)


@never_cache
@require_safe
def followed(request: Request, token: str) -> HttpResponse:
    """The proposer's own page, behind the secret link: where the request stands and what was answered."""
    item = item_by_token(token)
    if item is None:
        raise Http404
    context = {
        "item": item,
        "label": _label(item.kind),
        "subject": resolve([item.subject], request.actor).get(item.subject),
    }
    response = render(request, "foundation/worklist/followed.html", context)
    response["X-Robots-Tag"] = "noindex"
    response["Referrer-Policy"] = "same-origin"
    return response


def _decide(request: Request, item: WorkItem, form: AnswerForm) -> bool:
    """Say yes or no, whichever button was pressed; a refusal becomes an error in the form."""
    deed = accept_item if request.POST.get("besluit") == "ja" else decline_item
    try:
        decided = deed(item, by=request.actor, at=timezone.now(), answer=form.cleaned_data["answer"])
    except Refusal as refusal:
        form.add_error(refusal.field if refusal.field in form.fields else None, refusal.message)
        return False
    messages.success(
        request, _("Bewaard: %(title)s is %(state)s.") % {"title": decided.title, "state": decided.get_state_display()}
    )
    return True


def _facts(request: Request, item: WorkItem) -> dict[str, object]:
    pin = worklist.get(item.kind) if item.kind in worklist else None
    return {
        "item": item,
        "label": _label(item.kind),
        "subject": resolve([item.subject], request.actor).get(item.subject),
        "template": pin.template if pin else "",
        "facts": pin.context(item) if pin else {},
        "may_decide": item.is_open and may_handle(request.actor, item),
    }


def _label(kind: str) -> str:
    return str(worklist.get(kind).label) if kind in worklist else kind
