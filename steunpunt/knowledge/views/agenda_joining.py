"""Taking part in the research agenda: proposing, asking the same, working on a question, and stopping again."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from steunpunt.foundation.access import require
from steunpunt.foundation.access.requests import Request
from steunpunt.foundation.access.views import signed_in_required
from steunpunt.foundation.ui.answers import Page, answer, found_or_404, posted
from steunpunt.foundation.ui.fields import EndForm, RevisedForm
from steunpunt.knowledge.actions import agenda, agenda_work
from steunpunt.knowledge.actions.agenda import NOT_A_MEMBER, Brought
from steunpunt.knowledge.forms.agenda import OriginForm, ProposeForm, TakeOnForm
from steunpunt.knowledge.models import ResearchQuestion, ResearchWork
from steunpunt.knowledge.queries.agenda_places import provinces_to_choose, regions_to_choose
from steunpunt.knowledge.queries.research import (
    origin_by_id,
    owner_of,
    visible_questions,
    work_by_id,
)
from steunpunt.knowledge.queries.research_alike import alike
from steunpunt.knowledge.queries.research_names import own_institutions, person_behind, projects_to_choose
from steunpunt.knowledge.queries.sharing import partnerships_to_choose
from steunpunt.knowledge.rules.research import may_propose, may_stop, may_take_out, never_began

FORM = ["GET", "POST"]
NEW, TOO = "nieuw", "ook:"


@never_cache
@require_http_methods(FORM)
@signed_in_required
def propose(request: Request) -> HttpResponse:
    """A question for the agenda; what asks nearly the same is shown before it is sent."""
    require(may_propose(request.actor), NOT_A_MEMBER)
    form = ProposeForm(posted(request), initial=_first_partnership(request), **_offers(request))
    page = Page(
        title=_("Stel een onderzoeksvraag voor"),
        intro=_("Wat wil jouw school of partnerschap weten? De redactie leest mee en zet de vraag op de agenda."),
        back=reverse("knowledge:agenda"),
        done=_("Verstuurd. De redactie leest mee; je krijgt mail als de vraag op de agenda staat."),
        submit=_("Verstuur"),
        template="knowledge/agenda/propose.html",
        crumbs=_crumbs(_("Voorstellen")),
    )
    deed = request.POST.get("deed", "").replace("\x00", "")
    if form.is_bound and form.is_valid():
        if deed.startswith(TOO):
            return _asked_too(request, form, page, deed.removeprefix(TOO))
        page.extra["alike"] = alike(request.actor, form.cleaned_data["text"])
        if page.extra["alike"] and deed != NEW:
            return render(request, page.template, {"form": form, "page": page, **page.extra})

    def carried_out(given: dict[str, Any], **who: Any) -> None:
        themes, text = given["themes"], given["text"]
        facts = {"level": given["level"], "themes": themes, "explanation": given["explanation"]}
        row = agenda.propose(text=text, origin=brought(given), **facts, **who)
        page.back = reverse("knowledge:question", args=[row.slug])

    return answer(request, form, page, carried_out)


@never_cache
@require_http_methods(FORM)
@signed_in_required
def ask_too(request: Request, slug: str) -> HttpResponse:
    """Another school or partnership asks this too."""
    require(may_propose(request.actor), NOT_A_MEMBER)
    question = _on_agenda(request, slug)
    initial = {"wording": question.text, **_first_partnership(request)}
    form = OriginForm(posted(request), initial=initial, **_offers(request))
    page = _page(question, _("Wij vragen dit ook"), done=_("Erbij gezet. Je krijgt mail als er meer bekend is."))
    page.submit = _("Zet erbij")
    return answer(request, form, page, lambda given, **who: agenda.add_origin(question, brought(given), **who))


@never_cache
@require_http_methods(FORM)
@signed_in_required
def take_on(request: Request, slug: str) -> HttpResponse:
    """A partnership or institution works on the question."""
    require(may_propose(request.actor), NOT_A_MEMBER)
    question = _on_agenda(request, slug)
    actor = request.actor
    partnerships = partnerships_to_choose(actor)
    form = TakeOnForm(
        posted(request),
        initial={"valid_from": localdate(), **_first_partnership(request)},
        partnerships=partnerships.names(actor.day),
        institutions=own_institutions(actor, actor.day),
        projects=projects_to_choose(actor, partnerships.rows, actor.day),
    )
    page = _page(question, _("Wij werken hieraan"), done=_("Genoteerd. Anderen zien nu dat jullie eraan werken."))

    def deed(given: dict[str, Any], **who: Any) -> None:
        names = ("partnership", "organisation", "programme", "project", "valid_from", "valid_until")
        facts = {name: given[name] for name in names if name in given}
        person = person_behind(actor) if given["names_me"] else None
        agenda_work.take_on(ResearchWork(question=question, person=person, **facts), **who)

    return answer(request, form, page, deed)


@never_cache
@require_http_methods(FORM)
@signed_in_required
def stop_work(request: Request, public_id: str) -> HttpResponse:
    """It is no longer worked on."""
    work = found_or_404(work_by_id(public_id))
    question = found_or_404(owner_of(request.actor, work.question_id))
    require(may_stop(request.actor, work), agenda_work.NOT_THEIR_WORK)
    form = EndForm(posted(request), initial={"valid_until": localdate()})
    page = _page(question, _("Stoppen met deze vraag"), done=_("Genoteerd. Wat jullie deden, blijft te zien."))

    def deed(given: dict[str, Any], **who: Any) -> None:
        if never_began(work, given["valid_until"]):
            page.done = _("Genoteerd. Het staat er niet meer bij, want jullie waren nog niet begonnen.")
        agenda_work.stop_working(work, given["valid_until"], by=who["by"], at=who["at"])

    return answer(request, form, page, deed)


@never_cache
@require_http_methods(FORM)
@signed_in_required
def take_out(request: Request, public_id: str) -> HttpResponse:
    """An origin that stands there by mistake."""
    origin = found_or_404(origin_by_id(public_id))
    question = found_or_404(owner_of(request.actor, origin.question_id))
    require(may_take_out(request.actor, origin), agenda.NOT_THEIR_ORIGIN)
    page = _page(question, _("Herkomst weghalen"), done=_("Weggehaald."))
    page.intro = _("Het gaat om: ‘%(wording)s’. De vraag zelf blijft staan.") % {"wording": origin.wording}
    page.submit, page.kind = _("Ja, haal weg"), "danger"
    form = RevisedForm(posted(request))
    return answer(request, form, page, lambda given, **who: agenda.take_out_origin(origin, by=who["by"], at=who["at"]))


def brought(given: Mapping[str, Any]) -> Brought:
    """What a form says of an origin."""
    names = ("partnership", "region", "province", "meeting", "source", "brought_on")
    return Brought(wording=given.get("wording", ""), **{name: given[name] for name in names})


def _asked_too(request: Request, form: ProposeForm, page: Page, public_id: str) -> HttpResponse:
    """What was typed becomes an origin of a question that is there already."""
    question = found_or_404(visible_questions(request.actor).filter(public_id=public_id).first())
    page.back = reverse("knowledge:question", args=[question.slug])
    page.done = _("Jullie vraag staat erbij, in jullie eigen woorden. Je krijgt mail als er meer bekend is.")

    def deed(given: dict[str, Any], **who: Any) -> None:
        agenda.add_origin(question, brought(given | {"wording": given["text"]}), **who)

    return answer(request, form, page, deed)


def _on_agenda(request: Request, slug: str) -> ResearchQuestion:
    return found_or_404(visible_questions(request.actor).filter(slug=slug).first())


def _offers(request: Request) -> dict[str, Any]:
    """What an origin chooses from."""
    actor = request.actor
    return {
        "partnerships": partnerships_to_choose(actor).names(actor.day),
        "provinces": provinces_to_choose(),
        "regions": regions_to_choose(actor, actor.day),
        "actor": actor,
    }


def _first_partnership(request: Request) -> dict[str, Any]:
    """The only partnership of somebody, filled in beforehand; staff choose."""
    return {} if request.actor.is_staff else {"partnership": partnerships_to_choose(request.actor).first()}


def _crumbs(title: str, question: ResearchQuestion | None = None) -> list[tuple[str, str]]:
    above = [(question.text, reverse("knowledge:question", args=[question.slug]))] if question else []
    return [(_("Onderzoeksagenda"), reverse("knowledge:agenda")), *above, (title, "")]


def _page(question: ResearchQuestion, title: str, *, done: str) -> Page:
    back = reverse("knowledge:question", args=[question.slug])
    return Page(title=title, intro=question.text, back=back, done=done, crumbs=_crumbs(title, question))
