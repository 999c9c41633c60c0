"""Saying that another item took this one's place: words to find it, a list to choose from, and taking it back."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from steunpunt.foundation.access import require
from steunpunt.foundation.access.requests import Request
from steunpunt.foundation.access.views import signed_in_required
from steunpunt.foundation.ui.answers import Page, answer, found_or_404, posted
from steunpunt.knowledge.actions import review
from steunpunt.knowledge.forms.replacing import ReplaceForm
from steunpunt.knowledge.models import KnowledgeItem
from steunpunt.knowledge.queries.items import editable_item
from steunpunt.knowledge.queries.replacing import MOST, successor_chosen, successor_of, successors_found
from steunpunt.knowledge.queries.versions import latest_version
from steunpunt.knowledge.rules.items import can_be_replaced

PARAMETER = "zoek"


@never_cache
@require_http_methods(["GET", "POST"])
@signed_in_required
def replace(request: Request, public_id: str) -> HttpResponse:
    """Find the other item by words and choose it; both steps work as plain forms."""
    item = found_or_404(editable_item(request.actor, public_id))
    require(can_be_replaced(item), review.NOT_PUBLISHED)
    text = request.GET.get(PARAMETER, "").replace("\x00", "").strip()[:100]
    found = successors_found(request.actor, item, text)
    form = ReplaceForm(posted(request), initial={"revision": item.revision})
    form.fields["successor"].offer(found[:MOST])  # type: ignore[attr-defined]
    page = _page(request, item)
    page.extra |= {"text": text, "found": found[:MOST], "is_more": len(found) > MOST}

    def deed(given: dict[str, Any], **who: Any) -> None:
        review.replace(item, found_or_404(successor_chosen(request.actor, given["successor"])), **who)

    return answer(request, form, page, deed)


@never_cache
@require_POST
@signed_in_required
def replace_undo(request: Request, public_id: str) -> HttpResponse:
    """Nothing took its place after all."""
    item = found_or_404(editable_item(request.actor, public_id))
    if item.replaced_by_id:
        review.replace(item, None, by=request.actor, at=timezone.now())
    messages.success(request, _("Teruggedraaid. Lezers krijgen geen verwijzing meer te zien."))
    return redirect("knowledge:work", public_id=public_id)


def _page(request: Request, item: KnowledgeItem) -> Page:
    work = reverse("knowledge:work", args=[item.public_id])
    title = _("Vervangen door iets nieuwers")
    return Page(
        title=title,
        intro=_("Lezers zien dan bovenaan dat er iets nieuwers is, met een link. Wat er nu staat, blijft te lezen."),
        back=work,
        done=_("Bewaard. Lezers zien nu waar de nieuwere bijdrage staat."),
        submit=_("Verwijs hiernaar"),
        template="knowledge/work/replace.html",
        crumbs=[
            (_("Kennisbank"), reverse("knowledge:item_list")),
            (latest_version(item).title, work),
            (title, ""),
        ],
        extra={"item": item, "successor": successor_of(request.actor, item)},
    )
