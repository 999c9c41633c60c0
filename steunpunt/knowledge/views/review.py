"""The editors' pages: what waits, the conversation, publishing and withdrawing."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from steunpunt.foundation.access.requests import Request
from steunpunt.foundation.access.views import signed_in_required, staff_required
from steunpunt.foundation.ui.answers import Page, answer, found_or_404, posted
from steunpunt.foundation.ui.fields import RevisedForm
from steunpunt.knowledge.actions import review
from steunpunt.knowledge.forms.items import RemarkForm, WithdrawForm
from steunpunt.knowledge.models import KnowledgeItem
from steunpunt.knowledge.queries.items import editable_item
from steunpunt.knowledge.queries.versions import differences, latest_version, waiting_versions

PER_PAGE = 25
FORM = ["GET", "POST"]


@never_cache
@require_safe
@staff_required
def queue(request: Request) -> HttpResponse:
    """What authors sent in and nobody has published yet."""
    page = Paginator(waiting_versions(request.actor), PER_PAGE).get_page(request.GET.get("pagina"))
    title = _("Wacht op de redactie")
    crumbs = [(_("Kennisbank"), reverse("knowledge:item_list")), (title, "")]
    return render(request, "knowledge/work/queue.html", {"page": page, "query": request.GET, "crumbs": crumbs})


@never_cache
@require_http_methods(FORM)
@signed_in_required
def read(request: Request, public_id: str) -> HttpResponse:
    """The open version as readers would see it, what differs from the published one, and the conversation."""
    item = _found(request, public_id)
    version = latest_version(item)
    form = RemarkForm(posted(request))
    page = _page(item, _("Lezen en overleggen"), done=str(_DONE[_deed(request)]))
    page.template = "knowledge/work/read.html"
    page.back = reverse("knowledge:read", args=[public_id])
    page.extra = {
        "item": item,
        "version": version,
        "remarks": item.remarks.select_related("author"),
        "rows": differences(item.live, version) if item.live and item.live != version else [],
        "waits": version.submitted_at is not None and version.published_at is None,
        "is_editor": request.actor.is_staff,
    }

    def deed(given: dict[str, Any], **who: Any) -> None:
        if _deed(request) == "publiceren":
            review.publish(item, **who)
        elif _deed(request) == "terug":
            review.send_back(item, given["text"], **who)
        else:
            review.remark(item, given["text"], **who)

    return answer(request, form, page, deed)


@never_cache
@require_http_methods(FORM)
@signed_in_required
def withdraw(request: Request, public_id: str) -> HttpResponse:
    """Take an item away from its readers."""
    item = _found(request, public_id)
    page = _page(item, _("Intrekken"), done=_("Ingetrokken. Alles is bewaard; de redactie kan het terugzetten."))
    page.intro = _("Niemand ziet het dan nog op de site. Wie ernaar verwees, krijgt te horen dat het is ingetrokken.")
    page.submit, page.kind = _("Ja, trek in"), "danger"
    return answer(
        request,
        WithdrawForm(posted(request)),
        page,
        lambda given, **who: review.withdraw(item, given["reason"], by=who["by"], at=who["at"]),
    )


@never_cache
@require_http_methods(FORM)
@staff_required
def bring_back(request: Request, public_id: str) -> HttpResponse:
    """Show a withdrawn item again."""
    item = _found(request, public_id)
    page = _page(item, _("Weer laten zien"), done=_("Het staat weer op de site."))
    page.submit = _("Ja, zet terug")
    return answer(
        request,
        RevisedForm(posted(request)),
        page,
        lambda given, **who: review.bring_back(item, by=who["by"], at=who["at"]),
    )


@never_cache
@require_POST
@signed_in_required
def confirm(request: Request, public_id: str) -> HttpResponse:
    """It still holds."""
    review.confirm_valid(_found(request, public_id), by=request.actor, at=timezone.now())
    return redirect("knowledge:work", public_id=public_id)


_DONE = {
    "publiceren": gettext_lazy("Gepubliceerd. De maker krijgt bericht."),
    "terug": gettext_lazy("Teruggegeven. De maker krijgt je opmerking per mail."),
    "": gettext_lazy("Bewaard. De ander krijgt bericht."),
}


def _deed(request: Request) -> str:
    deed = request.POST.get("deed", "")
    return deed if deed in _DONE else ""


def _found(request: Request, public_id: str) -> KnowledgeItem:
    return found_or_404(editable_item(request.actor, public_id))


def _page(item: KnowledgeItem, title: str, *, done: str) -> Page:
    work = reverse("knowledge:work", args=[item.public_id])
    crumbs = [
        (_("Kennisbank"), reverse("knowledge:item_list")),
        (latest_version(item).title, work),
        (title, ""),
    ]
    return Page(title=title, back=work, done=done, crumbs=crumbs)
