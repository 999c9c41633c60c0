"""The phone: joining by a code, following along, handing in, choosing a group, taking the pen."""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from steunpunt.activities.actions.contributing import contribute
from steunpunt.activities.actions.grouping import choose_group, take_pen
from steunpunt.activities.actions.joining import join
from steunpunt.activities.forms.joining import CodeForm, OriginForm
from steunpunt.activities.kind import kind_of
from steunpunt.activities.models import Participant, Phase
from steunpunt.activities.queries.activities import subgroups
from steunpunt.activities.queries.codes import as_code
from steunpunt.activities.queries.devices import handed_in_by, participant_of
from steunpunt.activities.queries.live import Now
from steunpunt.activities.queries.origins import partnerships_to_name
from steunpunt.foundation.access import Refusal
from steunpunt.foundation.access.requests import Request
from steunpunt.foundation.ui.answers import found_or_404, posted

from .devices import Guessing, device_of, has_mark, let_in, new_token, remember
from .showing import Screen, as_given, form_for, new_key, piece, whole

DEED = ["GET", "HEAD", "POST"]
SCRIPT = "X-Live"
"""Our own script asks with this header and gets data; others get a page."""
Deed = Callable[[Request, Screen], str]


@never_cache
@require_http_methods(["GET", "POST"])
def enter(request: Request) -> HttpResponse:
    """One field for the three words."""
    form = CodeForm(posted(request))
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            return redirect("activities:phone", code=let_in(request, form.cleaned_data["code"]).activity.code)
        except Guessing as refusal:
            form.add_error("code", refusal.message)
            status = 429
        except Http404:
            form.add_error("code", _("Deze code kennen we niet. Kijk nog eens op het scherm."))
    if form.errors and status == 200:
        status = 422
    return render(request, "activities/live/enter.html", {"form": form}, status=status)


@never_cache
@require_http_methods(["GET", "POST"])
def phone(request: Request, code: str) -> HttpResponse:
    """The page that stays open on the phone."""
    if code != as_code(code) and as_code(code):
        return redirect("activities:phone", code=as_code(code))
    try:
        now = let_in(request, code)
    except Guessing as refusal:
        return _turned_away(request, refusal.message, 429)
    except Http404:
        return _turned_away(
            request, _("Deze code werkt niet of niet meer. Kijk op het scherm en vul hem opnieuw in."), 404
        )
    if request.method == "POST":
        return _joined(request, now)
    participant = participant_of(now.activity, device_of(request))
    if participant is None:
        return _welcome(request, now)
    return _page(request, Screen(now, participant))


@never_cache
@require_safe
def stand(request: Request, code: str) -> HttpResponse:
    """What phones ask all the time; 304 without a look at the database as long as nothing changed."""
    try:
        now = let_in(request, code)
    except (Guessing, Http404):
        return JsonResponse({"over": True}, status=404)
    mark = f'"{now.mark}.{now.poll_ms}"'
    if has_mark(request, mark):
        return _timed(HttpResponse(status=304), mark)
    participant = participant_of(now.activity, device_of(request))
    if participant is None:
        return JsonResponse({"reload": True})
    return _timed(_told(Screen(now, participant)), mark)


@never_cache
@require_http_methods(DEED)
def hand_in(request: Request, code: str) -> HttpResponse:
    """A contribution; what was typed stays whatever happens."""
    return _done(request, code, _hand_in)


@never_cache
@require_http_methods(DEED)
def pick_group(request: Request, code: str) -> HttpResponse:
    """Sitting down at a table."""
    return _done(request, code, _pick_group)


@never_cache
@require_http_methods(DEED)
def pen(request: Request, code: str) -> HttpResponse:
    """This phone writes for the group from now on."""
    return _done(request, code, _take_pen)


def _hand_in(request: Request, screen: Screen) -> str:
    given = handed_in_by(screen.participant, as_group=screen.as_group) if screen.as_group else None
    screen.form = form = form_for(screen.activity, given, request.POST)
    if not form.is_valid():
        raise Refusal("")
    key, content = request.POST.get("sent_key", "") or new_key(), form.to_content()  # type: ignore[attr-defined]
    contribute(screen.activity, screen.participant, content, sent_key=key, at=timezone.now())
    screen.form, screen.given = None, as_given(screen.activity, content)
    return _("Verstuurd. Je kunt het nog veranderen zolang het open is.")


def _pick_group(request: Request, screen: Screen) -> str:
    group = found_or_404(subgroups(screen.activity).filter(public_id=request.POST.get("group", "")).first())
    choose_group(screen.activity, screen.participant, group, at=timezone.now())
    screen.participant.subgroup = group
    group.refresh_from_db()
    return _("Je zit bij %(group)s.") % {"group": group}


def _take_pen(request: Request, screen: Screen) -> str:
    take_pen(screen.activity, screen.participant, at=timezone.now())
    if screen.participant.subgroup:
        screen.participant.subgroup.refresh_from_db()
    return _("Jij schrijft nu voor de groep.")


def _done(request: Request, code: str, deed: Deed) -> HttpResponse:
    """Carry it out, and show what the phone shows then: as data for our script; for others the page itself again.

    Whoever comes back to this address later, by reloading or by hand, gets that page too.
    """
    if request.method != "POST":
        return redirect("activities:phone", code=code)
    now, participant = _who(request, code)
    meant = request.POST.get("activity", now.activity.public_id)
    if participant is None or meant != now.activity.public_id:
        return _starts_anew(request, code)
    screen = Screen(now, participant)
    status = 200
    try:
        screen.notice = deed(request, screen)
    except Refusal as refusal:
        screen.sentence = refusal.message
        status = 409 if refusal.message else 422
    if _by_script(request):
        return _told(screen, status)
    return _page(request, screen, status) if screen.sentence or screen.form else redirect("activities:phone", code=code)


def _starts_anew(request: Request, code: str) -> HttpResponse:
    """The phone belongs to nothing here, or to an activity from which people went on."""
    if _by_script(request):
        return JsonResponse({"reload": True}, status=409)
    return redirect("activities:phone", code=code)


def _who(request: Request, code: str) -> tuple[Now, Participant | None]:
    now = let_in(request, code)
    return now, participant_of(now.activity, device_of(request))


def _joined(request: Request, now: Now) -> HttpResponse:
    form = _origin_form(request, now)
    if form is not None and not form.is_valid():
        return _welcome(request, now, form)
    token = device_of(request) or new_token()
    try:
        join(now.activity, token=token, at=timezone.now(), **(form.cleaned_data if form else {}))
    except Refusal as refusal:
        return _turned_away(request, refusal.message, 409)
    if _by_script(request):
        response: HttpResponse = JsonResponse({"joined": True})
    else:
        response = redirect("activities:phone", code=now.activity.code)
    remember(response, token, now.activity.code)
    return response


def _origin_form(request: Request, now: Now) -> OriginForm | None:
    if not now.activity.asks_origin:
        return None
    return OriginForm(posted(request), partnerships=partnerships_to_name(localdate()))


def _welcome(request: Request, now: Now, form: OriginForm | None = None) -> HttpResponse:
    """Before joining: what it is, and one button."""
    context = {"activity": now.activity, "form": form or _origin_form(request, now)}
    status = 422 if form is not None and form.errors else 200
    return render(request, "activities/live/welcome.html", context, status=status)


def _page(request: Request, screen: Screen, status: int = 200) -> HttpResponse:
    activity = screen.activity
    text = piece(screen)
    context = {
        "activity": activity,
        "kind": kind_of(activity.kind),
        "piece": whole(request, activity, text),
        "stand_url": reverse("activities:stand", args=[activity.code]),
        "poll_ms": screen.now.poll_ms,
        "now_ms": _milliseconds(timezone.now()),
        "until_ms": _milliseconds(activity.phase_until),
        "waits": activity.phase != Phase.OPEN or not screen.holds_pen,
    }
    return render(request, "activities/live/phone.html", context, status=status)


def _told(screen: Screen, status: int = 200) -> JsonResponse:
    """The same as data."""
    activity = screen.activity
    return JsonResponse(
        {
            "activity": activity.public_id,
            "phase": activity.phase,
            "html": piece(screen),
            "poll": screen.now.poll_ms,
            "now": _milliseconds(timezone.now()),
            "until": _milliseconds(activity.phase_until),
            "sentence": screen.sentence,
            "holds_pen": screen.holds_pen,
        },
        status=status,
    )


def _timed(response: HttpResponse, mark: str) -> HttpResponse:
    """With the mark, and the clock of the server: that of a phone may be wrong."""
    response["ETag"] = mark
    response["X-Now"] = str(_milliseconds(timezone.now()))
    return response


def _turned_away(request: Request, sentence: str, status: int) -> HttpResponse:
    form = CodeForm()
    return render(request, "activities/live/enter.html", {"form": form, "sentence": sentence}, status=status)


def _by_script(request: Request) -> bool:
    return SCRIPT in request.headers


def _milliseconds(moment: Any) -> int | str:
    return int(moment.timestamp() * 1000) if moment else ""
