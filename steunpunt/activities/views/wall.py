"""The big screen: code and QR always in sight, the phase, the clock, who handed in, and the standing once it is shown."""

from functools import lru_cache

import qrcode  # type: ignore[import-untyped]
import qrcode.image.svg  # type: ignore[import-untyped]
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from steunpunt.activities.kind import kind_of
from steunpunt.activities.models import Activity, SubgroupWay, VotingUnit
from steunpunt.activities.queries.activities import led_activity
from steunpunt.activities.queries.codes import scan_key
from steunpunt.activities.queries.live import WALL_MS, Now, now_of
from steunpunt.activities.queries.progress import progress, voters_expected
from steunpunt.activities.queries.standings import handed_in, shown_standing
from steunpunt.foundation.access.requests import Request
from steunpunt.foundation.access.views import signed_in_required
from steunpunt.foundation.ui.answers import found_or_404

from .devices import SCANNED, Guessing, came_by, device_of, has_mark, let_in, new_token, remember

SHOWN_GROUPS = 60
"""More tables than this are drawn for pairs: numbers would say nothing on a wall."""


@never_cache
@require_safe
def wall(request: Request, code: str) -> HttpResponse:
    """By the code, so that the computer in the hall needs no account."""
    try:
        now = let_in(request, code)
    except Guessing as refusal:
        return render(request, "activities/live/enter_wall.html", {"sentence": refusal.message}, status=429)
    except Http404:
        sentence = _("Deze code werkt niet of niet meer. De werkvorm is afgesloten, of de code is anders.")
        return render(request, "activities/live/enter_wall.html", {"sentence": sentence}, status=404)
    response = _wall(request, now, reverse("activities:wall_stand", args=[now.activity.code]))
    if not came_by(request, now.activity.code):
        remember(response, device_of(request) or new_token(), now.activity.code)
    return response


@never_cache
@require_safe
def wall_stand(request: Request, code: str) -> HttpResponse:
    try:
        return _stand(request, let_in(request, code))
    except (Guessing, Http404):
        return JsonResponse({"over": True}, status=404)


@never_cache
@require_safe
@signed_in_required
def led_wall(request: Request, public_id: str) -> HttpResponse:
    """For who leads, also when the code is over."""
    activity = found_or_404(led_activity(request.actor, public_id))
    return _wall(request, now_of(activity), reverse("activities:led_wall_stand", args=[public_id]))


@never_cache
@require_safe
@signed_in_required
def led_wall_stand(request: Request, public_id: str) -> HttpResponse:
    return _stand(request, now_of(found_or_404(led_activity(request.actor, public_id))))


def join_address(request: Request, activity: Activity) -> str:
    """What the QR code holds: with a key, so that scanning is never taken for guessing."""
    path = reverse("activities:phone", args=[activity.code])
    return f"{request.build_absolute_uri(path)}?{SCANNED}={scan_key(activity.code)}"


@lru_cache(maxsize=200)
def qr_picture(address: str) -> SafeString:
    """The QR code as a drawing; the same address is drawn once."""
    drawn = qrcode.make(address, image_factory=qrcode.image.svg.SvgPathImage, border=2)
    return mark_safe(drawn.to_string().decode().replace(' id="qr-path"', ""))  # noqa: S308 -- paths and numbers of the library


def _wall(request: Request, now: Now, stand_url: str) -> HttpResponse:
    context = {"activity": now.activity, "kind": kind_of(now.activity.kind), "stand_url": stand_url}
    return render(request, "activities/live/wall.html", context | {"piece": _piece(request, now), **_clock(now)})


def _stand(request: Request, now: Now) -> HttpResponse:
    """304 as long as nobody handed in or joined and nothing changed."""
    mark = f'"{_mark(now)}"'
    if has_mark(request, mark):
        response = HttpResponse(status=304)
    else:
        data = {"html": _piece(request, now), "activity": now.activity.public_id, "poll": WALL_MS}
        response = JsonResponse(data | {"now": _clock(now)["now_ms"], "until": _clock(now)["until_ms"]})
    response["ETag"] = mark
    response["X-Now"] = str(_clock(now)["now_ms"])
    return response


def _mark(now: Now) -> str:
    return f"{now.mark}.{now.people}.{handed_in(now.activity)[1]}"


def _clock(now: Now) -> dict[str, int | str]:
    until = now.activity.phase_until
    return {
        "now_ms": int(timezone.now().timestamp() * 1000),
        "until_ms": int(until.timestamp() * 1000) if until else "",
    }


def _piece(request: Request, now: Now) -> SafeString:
    activity = now.activity
    kind = kind_of(activity.kind)
    shown = shown_standing(activity)
    groups = progress(activity).groups if activity.grouping != SubgroupWay.NONE and shown is None else []
    context = {
        "activity": activity,
        "settings": activity.settings,
        "kind": kind,
        "template": kind.template("standing"),
        "standing": shown.value if shown else None,
        "findings": shown.findings if shown else (),
        "is_shown": shown is not None,
        "people": now.people,
        "done": handed_in(activity)[0],
        "voters": voters_expected(activity, now.people),
        "groups": groups if len(groups) <= SHOWN_GROUPS else [],
        "as_group": activity.unit == VotingUnit.GROUP,
        "qr": qr_picture(join_address(request, activity)) if activity.code else "",
        "code_words": activity.code.split("-") if activity.code else [],
        "address": request.get_host() + reverse("activities:enter"),
        "phase_words": _phase_words(activity),
    }
    return mark_safe(render_to_string("activities/live/_wall.html", context))  # noqa: S308 -- our own template


def _phase_words(activity: Activity) -> str:
    return {
        "preparing": _("We beginnen zo. Doe vast mee."),
        "open": _("Lever in op je telefoon."),
        "closed": _("Gesloten. Inleveren kan niet meer."),
        "discussing": _("Praat er met elkaar over."),
        "shown": _("Dit is de stand."),
    }[activity.phase]
