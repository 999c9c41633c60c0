"""Putting in order what came in: what the kind offers for it, one deed at a time."""

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from steunpunt.activities.actions.preparing import STILL_OPEN
from steunpunt.activities.actions.preparing import arrange as carry_out
from steunpunt.activities.kind import kind_of
from steunpunt.activities.models import Activity
from steunpunt.activities.queries.activities import led_activity
from steunpunt.activities.queries.standings import forget_standing, standing
from steunpunt.activities.rules.phases import can_arrange
from steunpunt.foundation.access.requests import Request
from steunpunt.foundation.access.views import signed_in_required
from steunpunt.foundation.ui.answers import found_or_404, posted


@never_cache
@require_http_methods(["GET", "POST"])
@signed_in_required
def arrange(request: Request, public_id: str) -> HttpResponse:
    """The page of the kind; after each deed it comes again with what is left."""
    activity: Activity = found_or_404(led_activity(request.actor, public_id))
    kind = kind_of(activity.kind)
    if kind.arrange_form is None:
        raise Http404
    if not can_arrange(activity):
        messages.info(request, str(STILL_OPEN))
        return redirect("activities:lead", public_id=public_id)
    found = standing(activity)
    form: Form = kind.arrange_form(posted(request), settings=activity.settings, standing=found.value)  # type: ignore[call-arg]
    if request.method == "POST" and form.is_valid():
        carry_out(activity, form.to_settings(), by=request.actor, at=timezone.now())  # type: ignore[attr-defined]
        forget_standing(activity)
        messages.success(request, _("Geordend. Je kunt het altijd terugdraaien."))
        return redirect("activities:arrange", public_id=public_id)
    context = {
        "activity": activity,
        "kind": kind,
        "form": form,
        "standing": found.value,
        "settings": activity.settings,
        "part": kind.template("arrange"),
        "crumbs": [
            (_("Werkvormen"), reverse("activities:own_list")),
            (activity.title, reverse("activities:lead", args=[activity.public_id])),
            (_("Ordenen"), ""),
        ],
    }
    return render(request, "activities/lead/arrange.html", context, status=422 if form.errors else 200)
