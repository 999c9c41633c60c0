"""Inviting people, and what an invited person sees."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from steunpunt.foundation.access import Refusal
from steunpunt.foundation.access.requests import Request
from steunpunt.foundation.access.views import signed_in_required
from steunpunt.foundation.ui.answers import Page, answer, found_or_404, posted
from steunpunt.meetings.actions.inviting import decline, remind_invited, send_invitations
from steunpunt.meetings.forms.leading import InviteForm
from steunpunt.meetings.models import InvitationAnswer, Meeting
from steunpunt.meetings.queries.invitations import (
    invitation_by_link,
    invitation_counts,
    invitations_of,
    partnerships_to_invite,
    trial_of,
)
from steunpunt.meetings.queries.leading import address_of
from steunpunt.meetings.queries.places import places_of
from steunpunt.meetings.rules.registering import why_closed

from .leading import led_meeting, tabs
from .registering import INVITATION

FORM = ["GET", "HEAD", "POST"]


@never_cache
@require_http_methods(FORM)
@signed_in_required
def invite(request: Request, slug: str) -> HttpResponse:
    """Who was asked and what they said, and a form to ask more people: first as a dry run."""
    meeting = led_meeting(request, slug)
    page = _page(meeting, request)
    form = InviteForm(posted(request), partnerships=partnerships_to_invite(request.actor))
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        trial = trial_of(meeting, given["lines"].splitlines(), given["partnerships"], request.actor.day)
        page.extra["trial"] = trial
        if request.POST.get("deed") != "verstuur" or not trial.new:
            return render(request, page.template, {"form": form, "page": page, **page.extra})

    def deed(given: dict[str, Any], **who: Any) -> None:
        sent = send_invitations(meeting, page.extra["trial"].new, given["words"], **who)
        words = ngettext("%(number)d uitnodiging verstuurd.", "%(number)d uitnodigingen verstuurd.", len(sent))
        page.done = words % {"number": len(sent)}

    return answer(request, form, page, deed)


@never_cache
@require_http_methods(["POST"])
@signed_in_required
def remind(request: Request, slug: str) -> HttpResponse:
    """Once more to whoever did not answer."""
    meeting = led_meeting(request, slug)
    number = remind_invited(meeting, by=request.actor, at=timezone.now())
    if number:
        words = ngettext("%(number)d herinnering verstuurd.", "%(number)d herinneringen verstuurd.", number)
        messages.success(request, words % {"number": number})
    else:
        messages.info(request, _("Niemand hoeft nu een herinnering: er zit minstens drie dagen tussen twee mails."))
    return redirect("meetings:invite", slug)


@never_cache
@require_http_methods(FORM)
def invitation(request: Request, link: str) -> HttpResponse:
    """The meeting for who was invited, with yes and no; also when it stands on no agenda."""
    found = found_or_404(invitation_by_link(link.replace("\x00", "")))
    if request.method == "POST":
        try:
            decline(found, at=timezone.now())
        except Refusal as refusal:
            messages.error(request, refusal.message)
        return redirect("meetings:invitation", link)
    meeting = found.meeting
    context = {
        "invitation": found,
        "meeting": meeting,
        "parts": meeting.items.all(),
        "closed": why_closed(meeting, timezone.now()),
        "places": places_of(meeting),
        "register_url": reverse("meetings:register", args=[meeting.slug]) + "?" + urlencode({INVITATION: found.link}),
        "crumbs": [(_("Uitnodiging"), "")],
    }
    return render(request, "meetings/registration/invitation.html", context)


def _page(meeting: Meeting, request: Request) -> Page:
    title = _("Uitnodigen")
    chosen = request.GET.get("antwoord", "")
    extra = {
        "meeting": meeting,
        "tabs": tabs(meeting, "invite"),
        "counts": invitation_counts(meeting),
        "invitations": invitations_of(meeting, chosen),
        "answers": _answers(chosen),
    }
    return Page(
        title=title,
        intro=meeting.title,
        back=reverse("meetings:invite", args=[meeting.slug]),
        done="",
        template="meetings/registration/invite.html",
        crumbs=[(meeting.title, address_of(meeting)), (title, "")],
        extra=extra,
    )


def _answers(chosen: str) -> list[tuple[str, str, bool]]:
    options = [("", _("allemaal")), *InvitationAnswer.choices]
    return [(str(label), f"?antwoord={value}" if value else "?", value == chosen) for value, label in options]
