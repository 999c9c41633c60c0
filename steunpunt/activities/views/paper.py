"""Typing over what stands on paper, and taking somebody's words away."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from steunpunt.activities.actions.contributing import erase_words, type_over_from_paper
from steunpunt.activities.forms.leading import PaperForm
from steunpunt.activities.kind import kind_of
from steunpunt.activities.models import Activity, VotingUnit
from steunpunt.activities.queries.activities import contribution_of, led_activity, subgroups
from steunpunt.activities.queries.standings import contributions_of
from steunpunt.foundation.access import Refusal
from steunpunt.foundation.access.requests import Request
from steunpunt.foundation.access.views import signed_in_required
from steunpunt.foundation.ui.answers import found_or_404, posted

from .showing import form_for, new_key

PER_PAGE = 50


@never_cache
@require_http_methods(["GET", "POST"])
@signed_in_required
def type_over(request: Request, public_id: str) -> HttpResponse:
    """One sheet at a time; after one comes the next."""
    activity: Activity = found_or_404(led_activity(request.actor, public_id))
    groups = {group.public_id: group for group in subgroups(activity)}
    as_group = activity.unit == VotingUnit.GROUP
    sheet = PaperForm(
        posted(request), groups=[(key, str(group)) for key, group in groups.items()], as_group=as_group, prefix="vel"
    )
    form = form_for(activity, None, posted(request))
    if request.method == "POST" and sheet.is_valid() & form.is_valid():
        facts = {
            "group": groups.get(sheet.cleaned_data.get("group", "")),
            "people": sheet.cleaned_data.get("people", 1),
        }
        if _kept(request, activity, form, sheet, facts):
            messages.success(request, _("Overgetypt. Je kunt meteen het volgende vel doen."))
            return redirect("activities:type_over", public_id=public_id)
    context = {
        "activity": activity,
        "kind": kind_of(activity.kind),
        "contribute": kind_of(activity.kind).template("contribute"),
        "settings": activity.settings,
        "sheet": sheet,
        "form": form,
        "sent_key": request.POST.get("sent_key") or new_key(),
        "on_paper": True,
        "crumbs": _crumbs(activity, _("Van papier")),
    }
    status = 422 if sheet.errors or form.errors else 200
    return render(request, "activities/lead/paper.html", context, status=status)


@never_cache
@require_safe
@signed_in_required
def contribution_list(request: Request, public_id: str) -> HttpResponse:
    """Every contribution apart, without whose it is, to take words away that should not stay."""
    activity: Activity = found_or_404(led_activity(request.actor, public_id))
    page = Paginator(contributions_of(activity).select_related("subgroup"), PER_PAGE).get_page(
        request.GET.get("pagina")
    )
    rows = [(row, words_in(row.content)) for row in page]
    context = {"activity": activity, "page": page, "rows": rows, "query": request.GET}
    return render(request, "activities/lead/contributions.html", context | {"crumbs": _crumbs(activity, _("Inbreng"))})


@never_cache
@require_POST
@signed_in_required
def erase(request: Request, public_id: str, contribution_id: str) -> HttpResponse:
    """Take the words out of one contribution."""
    activity: Activity = found_or_404(led_activity(request.actor, public_id))
    erase_words(activity, found_or_404(contribution_of(activity, contribution_id)), by=request.actor, at=timezone.now())
    messages.success(request, _("De woorden zijn weg. Wat meetelt in de stand is gebleven."))
    return redirect("activities:contributions", public_id=public_id)


def words_in(content: Any) -> list[str]:
    """All texts in a contribution, in order."""
    if isinstance(content, str):
        return [content] if content.strip() else []
    parts = content.values() if isinstance(content, dict) else content if isinstance(content, list) else ()
    return [text for part in parts for text in words_in(part)]


def _kept(request: Request, activity: Activity, form: Any, sheet: PaperForm, facts: dict[str, Any]) -> bool:
    key = request.POST.get("sent_key", "") or new_key()
    try:
        type_over_from_paper(activity, form.to_content(), sent_key=key, by=request.actor, at=timezone.now(), **facts)
    except Refusal as refusal:
        sheet.add_error(refusal.field if refusal.field in sheet.fields else None, refusal.message)
        return False
    return True


def _crumbs(activity: Activity, title: str) -> list[tuple[str, str]]:
    return [
        (_("Werkvormen"), reverse("activities:own_list")),
        (activity.title, reverse("activities:lead", args=[activity.public_id])),
        (title, ""),
    ]
