"""The editors' pages of the research agenda: what waits, accepting, revising, status, answers, merging, retiring."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from steunpunt.foundation.access.requests import Request
from steunpunt.foundation.access.views import staff_required
from steunpunt.foundation.ui.answers import Page, answer, answer_or_search, found_or_404, posted
from steunpunt.foundation.ui.fields import RevisedForm
from steunpunt.knowledge.actions import agenda_editing, agenda_merging
from steunpunt.knowledge.forms.agenda import AnswerForm, MergeForm, RetireForm, ReviseForm, RewordForm, StatusForm
from steunpunt.knowledge.models import ResearchQuestion
from steunpunt.knowledge.queries.items import visible_items
from steunpunt.knowledge.queries.research import (
    origin_by_id,
    owner_of,
    put_away_questions,
    question_by_slug,
    visible_questions,
    waiting_questions,
)
from steunpunt.knowledge.queries.research_alike import alike_for, items_that_may_tell, questions_to_merge_with
from steunpunt.knowledge.rules.research import is_on_agenda

FORM = ["GET", "POST"]


@never_cache
@require_safe
@staff_required
def queue(request: Request) -> HttpResponse:
    """What members proposed, and what was put away."""
    waiting = list(waiting_questions(request.actor))
    found = alike_for(request.actor, [row.text for row in waiting])
    context = {
        "waiting": list(zip(waiting, found, strict=True)),
        "put_away": put_away_questions(request.actor),
        "crumbs": [(_("Onderzoeksagenda"), reverse("knowledge:agenda")), (_("Redactie"), "")],
    }
    return render(request, "knowledge/agenda/queue.html", context)


@never_cache
@require_http_methods(FORM)
@staff_required
def accept(request: Request, slug: str) -> HttpResponse:
    """Put a proposal on the agenda."""
    question = _found(request, slug)
    page = _page(
        question, _("Op de agenda zetten"), done=_("De vraag staat op de agenda. Wie haar inbracht, krijgt mail.")
    )
    page.submit = _("Ja, zet op de agenda")
    return _plain(request, page, lambda **who: agenda_editing.accept(question, **who))


@never_cache
@require_http_methods(FORM)
@staff_required
def revise(request: Request, slug: str) -> HttpResponse:
    """Write the question better."""
    question = _found(request, slug)
    names = ("text", "explanation", "level", "revision")
    initial = {name: getattr(question, name) for name in names} | {"themes": question.themes.all()}
    form = ReviseForm(posted(request), initial=initial, actor=request.actor)
    page = _page(question, _("Vraag wijzigen"), done=_("Bewaard. Hoe anderen het vroegen, blijft erbij staan."))
    return answer(request, form, page, lambda given, **who: agenda_editing.revise(question, given, **who))


@never_cache
@require_http_methods(FORM)
@staff_required
def reword_origin(request: Request, public_id: str) -> HttpResponse:
    """Take a name out of the words of an origin."""
    origin = found_or_404(origin_by_id(public_id))
    question = found_or_404(owner_of(request.actor, origin.question_id))
    form = RewordForm(posted(request), initial={"wording": origin.wording})
    page = _page(question, _("Herkomst anders verwoorden"), done=_("Bewaard. Wat er eerst stond, is weg."))

    def deed(given: dict[str, Any], **who: Any) -> None:
        agenda_editing.reword_origin(origin, given["wording"], **who)

    return answer(request, form, page, deed)


@never_cache
@require_http_methods(FORM)
@staff_required
def status(request: Request, slug: str) -> HttpResponse:
    """How far the answer is."""
    question = _found(request, slug)
    form = StatusForm(posted(request), initial={"status": question.status, "revision": question.revision})
    page = _page(question, _("Stand wijzigen"), done=_("Bewaard."))

    def deed(given: dict[str, Any], **who: Any) -> None:
        agenda_editing.set_status(question, given["status"], given["reason"], **who)

    return answer(request, form, page, deed)


@never_cache
@require_http_methods(FORM)
@staff_required
def add_answer(request: Request, slug: str) -> HttpResponse:
    """Write down what is known."""
    question = _found(request, slug)
    text, ticked = _sought(request), request.POST.getlist("items")
    shown = items_that_may_tell(request.actor, question, text, ticked)
    is_told = is_on_agenda(question)
    done = _("Erbij gezet. Wie de vraag inbracht, krijgt mail.") if is_told else _("Erbij gezet.")
    page = _page(question, _("Wat weten we al?"), done=done)
    page.template = "knowledge/agenda/decide.html"
    page.extra = {
        "about": _("Hieronder staan bijdragen over hetzelfde thema. Staat de juiste er niet bij? Zoek haar op.")
    }

    def made(data: Any) -> AnswerForm:
        first = {"zoek": text, "items": ticked}
        return AnswerForm(data, initial=first, visible=visible_items(request.actor), shown=shown)

    def deed(given: dict[str, Any], **who: Any) -> None:
        agenda_editing.answer(question, given["text"], given["items"], is_final=given["is_final"], **who)

    return answer_or_search(request, made, page, deed, chosen=["items"])


@never_cache
@require_http_methods(FORM)
@staff_required
def retire(request: Request, slug: str) -> HttpResponse:
    """Take a question off the agenda, or say no to a proposal."""
    question = _found(request, slug)
    form = RetireForm(posted(request), initial={"revision": question.revision})
    page = _page(question, _("Afvoeren"), done=_("Afgevoerd. Bij ‘Redactie’ kun je de vraag terugzetten."))
    page.submit, page.kind = _("Ja, voer af"), "danger"
    return answer(request, form, page, lambda given, **who: agenda_editing.retire(question, given["reason"], **who))


@never_cache
@require_http_methods(FORM)
@staff_required
def bring_back(request: Request, slug: str) -> HttpResponse:
    """Open a retired question again."""
    question = _found(request, slug)
    page = _page(question, _("Terugzetten"), done=_("De vraag is weer open."))
    page.submit = _("Ja, zet terug")
    return _plain(request, page, lambda **who: agenda_editing.bring_back(question, **who))


@never_cache
@require_http_methods(FORM)
@staff_required
def merge(request: Request, slug: str) -> HttpResponse:
    """Have this question go up in another one."""
    question = _found(request, slug)
    text, picked = _sought(request), request.POST.get("kept", "").replace("\x00", "")
    options = questions_to_merge_with(request.actor, question, text, picked)
    page = _page(question, _("Samenvoegen"), done=_("Samengevoegd. Alle herkomsten staan nu hier bij elkaar."))
    page.template, page.submit = "knowledge/agenda/decide.html", _("Voeg samen")
    page.extra = {
        "about": _(
            "Deze vraag verdwijnt als eigen pagina. Haar herkomst, antwoorden en onderzoek staan daarna bij de andere "
            "vraag, en haar adres leidt daarheen. Je kunt het later losmaken. Onderaan staan de vragen die er het meest "
            "op lijken; staat de juiste er niet bij, zoek haar dan op."
        )
    }

    def made(data: Any) -> MergeForm:
        return MergeForm(data, initial={"zoek": text, "kept": picked}, options=options)

    def deed(given: dict[str, Any], **who: Any) -> None:
        kept = visible_questions(request.actor).get(public_id=given["kept"])
        agenda_merging.merge(kept, question, reason=given["reason"], **who)
        page.back = reverse("knowledge:question", args=[kept.slug])

    return answer_or_search(request, made, page, deed)


@never_cache
@require_http_methods(FORM)
@staff_required
def undo_merge(request: Request, slug: str) -> HttpResponse:
    """Make a question that went up in another one stand by itself again."""
    question = _found(request, slug)
    page = _page(question, _("Losmaken"), done=_("De vraag staat weer op zichzelf, met haar eigen herkomst."))
    page.submit = _("Ja, maak los")
    return _plain(request, page, lambda **who: agenda_merging.undo_merge(question, **who))


def _sought(request: Request) -> str:
    """What an editor searches for, typed in the form or in the address."""
    return (request.POST.get("zoek") or request.GET.get("zoek", "")).replace("\x00", "").strip()[:100]


def _found(request: Request, slug: str) -> ResearchQuestion:
    return found_or_404(question_by_slug(request.actor, slug))


def _plain(request: Request, page: Page, deed: Any) -> HttpResponse:
    """A page with a button only."""
    form = RevisedForm(posted(request))
    return answer(request, form, page, lambda given, by, at, **rest: deed(by=by, at=at))


def _page(question: ResearchQuestion, title: str, *, done: str) -> Page:
    back = reverse("knowledge:question", args=[question.slug])
    crumbs = [(_("Onderzoeksagenda"), reverse("knowledge:agenda")), (question.text, back), (title, "")]
    return Page(title=title, intro=question.text, back=back, done=done, crumbs=crumbs)
