"""Registering for a meeting, and one's own page: seeing, changing, withdrawing and handing over."""

from typing import Any
from urllib.parse import quote

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from steunpunt.foundation.access.requests import Request
from steunpunt.foundation.ui.answers import Page, answer, found_or_404, posted
from steunpunt.foundation.ui.context import sector_of
from steunpunt.foundation.ui.fields import RevisedForm
from steunpunt.meetings.actions import registering
from steunpunt.meetings.forms.registering import ChangeForm, HandOverForm, RegistrationForm, initial_of
from steunpunt.meetings.models import Meeting, QuestionMoment, Registration
from steunpunt.meetings.queries.invitations import invitation_by_link, partnerships_to_invite
from steunpunt.meetings.queries.leading import address_of, visible_to_come
from steunpunt.meetings.queries.places import places_of, rounds_of
from steunpunt.meetings.queries.questions import answers_of, questions_of
from steunpunt.meetings.queries.registrations import own_registration, place_in_line, registration_by_link
from steunpunt.meetings.rules.registering import (
    can_be_certified,
    can_change,
    can_come_back,
    can_evaluate,
    can_hand_over,
    why_closed,
)
from steunpunt.network.views.sender import fingerprint

FORM = ["GET", "HEAD", "POST"]
INVITATION = "uitnodiging"


@never_cache
@require_http_methods(FORM)
def register(request: Request, slug: str) -> HttpResponse:
    """The form; what came of it is told to a stranger by mail only, so that nobody can ask who comes."""
    link = _link(request)
    meeting = _to_come(request, slug)
    own = own_registration(request.actor, meeting)
    if own is not None:
        return redirect("meetings:registration", own.link)
    page = _page(meeting, _("Meld je aan"), template="meetings/registration/register.html")
    page.back = reverse("meetings:registered", args=[slug]) + (f"?{INVITATION}={quote(link)}" if link else "")
    page.done = _("We hebben je een mail gestuurd.")
    closed = why_closed(meeting, timezone.now())
    page.extra = {"meeting": meeting, "closed": closed, "places": places_of(meeting)}
    form = RegistrationForm(posted(request), initial=_known(request, link), **_offers(request, meeting))
    if closed:
        return render(request, page.template, {"form": form, "page": page, **page.extra})

    def deed(given: dict[str, Any], **who: Any) -> None:
        if form.is_by_machine:
            return
        outcome = registering.register(meeting, form.given, fingerprint=_sender(request), invitation=link, **who)
        account = request.actor.account
        if account is not None and outcome.registration.account_id == account.pk:
            page.back = reverse("meetings:registration", args=[outcome.registration.link])
            page.done = _told(outcome.registration)

    return answer(request, form, page, deed)


@require_safe
def registered(request: Request, slug: str) -> HttpResponse:
    """What happens next, the same for everybody."""
    meeting = _to_come(request, slug)
    crumbs = [(meeting.title, address_of(meeting)), (_("Aangemeld"), "")]
    return render(request, "meetings/registration/registered.html", {"meeting": meeting, "crumbs": crumbs})


@never_cache
@require_safe
def registration(request: Request, link: str) -> HttpResponse:
    """One's own page: whether there is a place, what was chosen, and what can be done."""
    found = _own(link)
    meeting, now = found.meeting, timezone.now()
    is_over = meeting.ends_at <= now
    context = {
        "registration": found,
        "meeting": meeting,
        "meeting_url": address_of(meeting),
        "line": place_in_line(found) if found.is_waiting else 0,
        "can_change": can_change(found, now),
        "can_hand_over": can_hand_over(found, now),
        "can_come_back": can_come_back(found, now),
        "can_evaluate": can_evaluate(found, now) and bool(questions_of(meeting, QuestionMoment.AFTER)),
        "can_be_certified": can_be_certified(found, now),
        "is_over": is_over,
        "shows_code": found.has_place and not is_over and meeting.state == "published",
        "crumbs": [(meeting.title, address_of(meeting)), (_("Je aanmelding"), "")],
    }
    return render(request, "meetings/registration/own.html", context)


@never_cache
@require_http_methods(FORM)
def change(request: Request, link: str) -> HttpResponse:
    """Say something else, or choose other parts."""
    found = _own(link)
    if not can_change(found, timezone.now()):
        return redirect("meetings:registration", link)
    offers = _offers(request, found.meeting)
    initial = initial_of(found, answers_of(found), offers["questions"])
    form = ChangeForm(posted(request), initial=initial, **offers)
    page = _own_page(found, _("Wijzig je aanmelding"), done=_("Bewaard."))
    page.template = "meetings/registration/register.html"
    page.submit = _("Bewaar")
    page.extra = {"meeting": found.meeting, "is_change": True}
    return answer(
        request,
        form,
        page,
        lambda given, **who: registering.change(found, form.given, fingerprint=_sender(request), **who),
    )


@never_cache
@require_http_methods(FORM)
def withdraw(request: Request, link: str) -> HttpResponse:
    """Once more: do you want this?"""
    found = _own(link)
    page = _own_page(found, _("Meld je af"), done=_("Je bent afgemeld. Fijn dat je het laat weten."))
    page.intro = _("Je plaats gaat dan naar wie het langst op de wachtlijst staat. Je kunt je later weer aanmelden.")
    page.submit, page.kind = _("Ja, meld me af"), "danger"

    def deed(given: dict[str, Any], **who: Any) -> None:
        registering.withdraw(found, fingerprint=_sender(request), by=who["by"], at=who["at"])

    return answer(request, RevisedForm(posted(request)), page, deed)


@never_cache
@require_http_methods(["POST"])
def come_back(request: Request, link: str) -> HttpResponse:
    """After all: at the end of the line."""
    found = registering.come_back(_own(link), by=request.actor, at=timezone.now(), fingerprint=_sender(request))
    messages.success(request, _told(found))
    return redirect("meetings:registration", link)


@never_cache
@require_http_methods(FORM)
def hand_over(request: Request, link: str) -> HttpResponse:
    """Somebody else comes in one's place."""
    found = _own(link)
    page = _own_page(found, _("Geef je plek door"), done=_("Doorgegeven. Jullie krijgen allebei een mail."))
    page.intro = _("Je collega komt dan in jouw plaats, met de onderdelen die je koos.")
    page.submit = _("Geef door")
    form = HandOverForm(posted(request))

    def deed(given: dict[str, Any], **who: Any) -> None:
        registering.hand_over(found, given["name"], given["email"], fingerprint=_sender(request), **who)

    return answer(request, form, page, deed)


def _link(request: Request) -> str:
    """The link of an invitation, when the visitor came by one."""
    return request.GET.get(INVITATION, "").replace("\x00", "")


def _to_come(request: Request, slug: str) -> Meeting:
    return found_or_404(visible_to_come(request.actor, _link(request)).filter(slug=slug).first())


def _own(link: str) -> Registration:
    return found_or_404(registration_by_link(link.replace("\x00", "")))


def _sender(request: Request) -> str:
    return fingerprint(request, "meeting-registration", timezone.localdate())


def _told(found: Registration) -> str:
    if found.has_place:
        return _("Je bent aangemeld. De bevestiging is onderweg naar %(email)s.") % {"email": found.email}
    return _("Alle plaatsen zijn bezet. Je staat op de wachtlijst; je krijgt een mail als er een plaats is.")


def _known(request: Request, link: str) -> dict[str, str]:
    """What we know of whoever registers, to begin with."""
    account, sector = request.actor.account, {"sector": sector_of(request)}
    if account is not None:
        return {"name": account.name, "email": account.email, **sector}
    invited = invitation_by_link(link) if link else None
    return {"name": invited.name, "email": invited.email, **sector} if invited is not None else sector


def _offers(request: Request, meeting: Meeting) -> dict[str, Any]:
    return {
        "partnerships": partnerships_to_invite(request.actor),
        "rounds": rounds_of(meeting),
        "questions": questions_of(meeting, QuestionMoment.BEFORE),
    }


def _page(meeting: Meeting, title: str, *, template: str) -> Page:
    crumbs = [(meeting.title, address_of(meeting)), (title, "")]
    return Page(title=title, back="", done="", template=template, crumbs=crumbs, submit=title)


def _own_page(found: Registration, title: str, *, done: str) -> Page:
    back = reverse("meetings:registration", args=[found.link])
    crumbs = [(found.meeting.title, address_of(found.meeting)), (_("Je aanmelding"), back), (title, "")]
    return Page(title=title, intro=found.meeting.title, back=back, done=done, crumbs=crumbs)
