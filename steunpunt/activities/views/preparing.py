"""What is asked: settings while preparing, a new activity in a programme, and going on to a next one."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from steunpunt.activities.actions.preparing import change_settings, go_on, prepare_activity
from steunpunt.activities.forms.leading import EngineForm, NextForm, StandUpForm, engine_facts
from steunpunt.activities.kind import kind_of
from steunpunt.activities.models import Activity
from steunpunt.activities.queries.activities import led_activity, led_item
from steunpunt.activities.queries.flowing import cards_of
from steunpunt.activities.rules.phases import can_change_settings
from steunpunt.activities.rules.settings import first_settings, is_ready
from steunpunt.foundation.access import Refusal
from steunpunt.foundation.access.requests import Request
from steunpunt.foundation.access.views import signed_in_required
from steunpunt.foundation.ui.answers import Page, answer, found_or_404, posted


@never_cache
@require_http_methods(["GET", "POST"])
@signed_in_required
def settings(request: Request, public_id: str) -> HttpResponse:
    """The two forms in one page: what the kind asks, and what the engine asks of every kind."""
    activity: Activity = found_or_404(led_activity(request.actor, public_id))
    if not can_change_settings(activity):
        messages.info(
            request, _("Deze werkvorm is al open geweest. Maak een volgende ronde als je iets anders wilt vragen.")
        )
        return redirect("activities:lead", public_id=public_id)
    kind = kind_of(activity.kind)
    own = kind.settings_form(posted(request), initial=_begun(activity))
    engine = EngineForm(posted(request), initial=engine_facts(activity))
    if request.method == "POST" and own.is_valid() & engine.is_valid():
        try:
            asked = own.to_settings()  # type: ignore[attr-defined]
            change_settings(activity, asked, engine.cleaned_data, by=request.actor, at=timezone.now())
            messages.success(request, _("Bewaard."))
            return redirect("activities:lead", public_id=public_id)
        except Refusal as refusal:
            engine.add_error(None, refusal.message)
    context = {
        "activity": activity,
        "kind": kind,
        "form": own,
        "engine": engine,
        "crumbs": _crumbs(activity, _("Instellingen")),
    }
    status = 422 if own.errors or engine.errors else 200
    return render(request, "activities/lead/settings.html", context, status=status)


@never_cache
@require_http_methods(["GET", "POST"])
@signed_in_required
def prepare(request: Request, item_id: str) -> HttpResponse:
    """An activity in a part of a programme."""
    item = found_or_404(led_item(request.actor, item_id))
    form = StandUpForm(posted(request))
    page = _choosing(_("Werkvorm bij ‘%(part)s’") % {"part": item.title}, reverse("activities:own_list"))

    def deed(given: dict[str, Any], **who: Any) -> None:
        made = prepare_activity(
            item, kind=given["kind"], title=given["title"], settings=first_settings(given["kind"]), **who
        )
        page.back = _where_to(made)

    return answer(request, form, page, deed)


@never_cache
@require_http_methods(["GET", "POST"])
@signed_in_required
def going_on(request: Request, public_id: str) -> HttpResponse:
    """A next activity; results may flow into it as cards, and phones go along by themselves."""
    activity: Activity = found_or_404(led_activity(request.actor, public_id))
    cards = cards_of(activity)
    form = NextForm(posted(request), has_cards=bool(cards))
    page = _choosing(_("Volgende werkvorm"), reverse("activities:lead", args=[public_id]))
    page.intro = _("De deelnemers en groepen gaan mee. Hun telefoons gaan vanzelf naar de nieuwe werkvorm.")
    page.crumbs = _crumbs(activity, _("Volgende"))

    def deed(given: dict[str, Any], **who: Any) -> None:
        begun = first_settings(given["kind"])
        if given.get("with_cards"):
            begun["cards"] = cards
        page.back = _where_to(go_on(activity, kind=given["kind"], title=given["title"], settings=begun, **who))

    return answer(request, form, page, deed)


def _choosing(title: str, back: str) -> Page:
    crumbs = [(_("Werkvormen"), reverse("activities:own_list")), (title, "")]
    return Page(title=title, back=back, done=_("Klaargezet."), submit=_("Zet klaar"), crumbs=crumbs)


def _begun(activity: Activity) -> dict[str, Any]:
    return dict(activity.settings)


def _where_to(activity: Activity) -> str:
    """First what is missing, or straight on."""
    name = "lead" if is_ready(activity) else "settings"
    return reverse(f"activities:{name}", args=[activity.public_id])


def _crumbs(activity: Activity, title: str) -> list[tuple[str, str]]:
    return [
        (_("Werkvormen"), reverse("activities:own_list")),
        (activity.title, reverse("activities:lead", args=[activity.public_id])),
        (title, ""),
    ]
