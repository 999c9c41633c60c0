"""The page of who leads: on a phone or a laptop, and any leader of the meeting goes on from any device."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from steunpunt.activities.actions import codes, grouping, phases
from steunpunt.activities.actions.preparing import stand_up as stand_up_now
from steunpunt.activities.forms.leading import GroupsForm, MinutesForm, StandUpForm
from steunpunt.activities.kind import all_kinds, kind_of
from steunpunt.activities.models import Activity, SubgroupWay
from steunpunt.activities.queries.activities import following, led_activities, led_activity
from steunpunt.activities.queries.live import HALF_A_SECOND, WALL_MS
from steunpunt.activities.queries.progress import progress
from steunpunt.activities.queries.standings import standing
from steunpunt.activities.rules.phases import (
    can_arrange,
    can_be_joined,
    can_change_settings,
    can_group_now,
    can_reopen,
    can_type_over,
    needs_groups,
)
from steunpunt.activities.rules.settings import is_ready
from steunpunt.foundation.access import Refusal
from steunpunt.foundation.access.requests import Request
from steunpunt.foundation.access.views import signed_in_required
from steunpunt.foundation.ui.answers import Page, answer, found_or_404, posted

from .wall import join_address, qr_picture

PER_PAGE = 25
REFRESH_SECONDS = 2 * (HALF_A_SECOND + WALL_MS / 2_000)
Deed = Callable[[Activity, Request, dict[str, Any]], object]


@never_cache
@require_safe
@signed_in_required
def own_list(request: Request) -> HttpResponse:
    """Everything that this person leads."""
    rows = led_activities(request.actor).order_by("-created_at", "-pk")
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("pagina"))
    names = {kind.code: kind.label for kind in all_kinds()}
    listed = [(row, names.get(row.kind, row.kind)) for row in page]
    context = {"page": page, "rows": listed, "query": request.GET, "crumbs": [(_("Werkvormen"), "")]}
    return render(request, "activities/lead/list.html", context)


@never_cache
@require_http_methods(["GET", "POST"])
@signed_in_required
def stand_up(request: Request) -> HttpResponse:
    """A kind and a question: then there is a code."""
    form = StandUpForm(posted(request), initial={"kind": request.GET.get("soort", "")})
    page = Page(
        title=_("Werkvorm klaarzetten"),
        intro=_("Kies een werkvorm en schrijf de vraag. Je krijgt meteen een code voor de deelnemers."),
        back=reverse("activities:own_list"),
        done=_("Klaar. Deelnemers kunnen nu meedoen met de code."),
        submit=_("Zet klaar"),
        crumbs=[(_("Werkvormen"), reverse("activities:own_list")), (_("Klaarzetten"), "")],
    )

    def deed(given: dict[str, Any], **who: Any) -> None:
        activity = stand_up_now(kind=given["kind"], title=given["title"], **who)
        name = "lead" if is_ready(activity) else "settings"
        page.back = reverse(f"activities:{name}", args=[activity.public_id])

    return answer(request, form, page, deed)


@never_cache
@require_safe
@signed_in_required
def lead(request: Request, public_id: str) -> HttpResponse:
    """All that somebody needs to lead it."""
    return _page(request, _found(request, public_id))


@never_cache
@require_safe
@signed_in_required
def busy(request: Request, public_id: str) -> HttpResponse:
    """Who is still busy; asked every two seconds. Another phase on another device brings the whole page anew."""
    activity = _found(request, public_id)
    response = render(request, "activities/lead/_busy.html", _busy(activity))
    if request.GET.get("fase") != activity.phase:
        response["HX-Refresh"] = "true"
    return response


@never_cache
@require_POST
@signed_in_required
def deed(request: Request, public_id: str, name: str) -> HttpResponse:
    """One button. What cannot be done is said on the same page."""
    activity = _found(request, public_id)
    if name not in DEEDS:
        raise Http404
    act, form_class, sentence = DEEDS[name]
    form = form_class(request.POST) if form_class else None
    if form is not None and not form.is_valid():
        return _page(request, activity, form, 422)
    try:
        act(activity, request, form.cleaned_data if form else {})
    except Refusal as refusal:
        if form is None or refusal.field not in form.fields:
            messages.error(request, refusal.message)
            return redirect("activities:lead", public_id=public_id)
        form.add_error(refusal.field, refusal.message)
        return _page(request, activity, form, 422)
    messages.success(request, str(sentence()))
    return redirect("activities:lead", public_id=public_id)


def _who(request: Request) -> dict[str, Any]:
    return {"by": request.actor, "at": timezone.now()}


def _group(activity: Activity, request: Request, given: dict[str, Any]) -> None:
    chooses = activity.grouping == SubgroupWay.CHOICE
    act = grouping.make_groups if chooses else grouping.draw_groups
    act(activity, given["number"], **_who(request))


DEEDS: dict[str, tuple[Deed, type[Any] | None, Callable[[], str]]] = {
    "code": (lambda a, r, g: codes.give_code(a, **_who(r)), None, lambda: _("Deelnemers kunnen nu meedoen.")),
    "open": (
        lambda a, r, g: phases.open_activity(a, minutes=g["minutes"] or None, **_who(r)),
        MinutesForm,
        lambda: _("Open. Deelnemers kunnen nu inleveren."),
    ),
    "sluit": (lambda a, r, g: phases.close_activity(a, **_who(r)), None, lambda: _("Gesloten.")),
    "bespreek": (
        lambda a, r, g: phases.discuss(a, minutes=g["minutes"] or None, **_who(r)),
        MinutesForm,
        lambda: _("In gesprek. De klok loopt op alle schermen als je tijd gaf."),
    ),
    "toon": (
        lambda a, r, g: phases.show_standing(a, **_who(r)),
        None,
        lambda: _("De stand staat op het grote scherm."),
    ),
    "heropen": (
        lambda a, r, g: phases.reopen(a, minutes=g["minutes"] or None, **_who(r)),
        MinutesForm,
        lambda: _("Weer open. Wat er was, staat er nog."),
    ),
    "klok": (
        lambda a, r, g: phases.set_timer(a, g["minutes"] or 0, **_who(r)),
        MinutesForm,
        lambda: _("De klok is aangepast."),
    ),
    "groepen": (_group, GroupsForm, lambda: _("De groepen zijn klaar.")),
    "afsluiten": (
        lambda a, r, g: codes.end_joining(a, **_who(r)),
        None,
        lambda: _("Afgesloten. De code werkt niet meer; de opbrengst blijft hier staan."),
    ),
}
"""The name in the address, the deed, what it asks, and what is said afterwards."""


def _found(request: Request, public_id: str) -> Activity:
    return found_or_404(led_activity(request.actor, public_id))  # type: ignore[no-any-return]


def _busy(activity: Activity) -> dict[str, Any]:
    return {"activity": activity, "progress": progress(activity), "refresh_seconds": REFRESH_SECONDS}


def _page(request: Request, activity: Activity, form: Any = None, status: int = 200) -> HttpResponse:
    kind = kind_of(activity.kind)
    found = standing(activity)
    joined = can_be_joined(activity, timezone.now())
    context = {
        **_busy(activity),
        "kind": kind,
        "is_ready": is_ready(activity),
        "needs_groups": needs_groups(activity),
        "may_change": can_change_settings(activity),
        "may_arrange": can_arrange(activity) and kind_of(activity.kind).arrange_form is not None,
        "may_group": can_group_now(activity),
        "may_reopen": can_reopen(activity),
        "may_type_over": can_type_over(activity),
        "joined": joined,
        "code_words": activity.code.split("-") if joined else [],
        "qr": qr_picture(join_address(request, activity)) if joined else "",
        "enter_address": request.get_host() + reverse("activities:enter"),
        "minutes_form": form if isinstance(form, MinutesForm) else MinutesForm(),
        "groups_form": form if isinstance(form, GroupsForm) else GroupsForm(initial={"number": 4}),
        "standing": found,
        "following": following(activity),
        "crumbs": [(_("Werkvormen"), reverse("activities:own_list")), (activity.title, "")],
    }
    return render(request, "activities/lead/page.html", context, status=status)
