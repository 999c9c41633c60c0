"""Staff and open questions: what waits, answering with items, joining doubles, closing."""

from typing import Any

from django.core.paginator import Paginator
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from steunpunt.foundation.access.requests import Request
from steunpunt.foundation.access.views import staff_required
from steunpunt.foundation.ui.answers import Page, answer_or_search, found_or_404, posted
from steunpunt.foundation.ui.answers import answer as answer_form
from steunpunt.knowledge.actions import handing_on
from steunpunt.knowledge.actions import toolbox as deeds
from steunpunt.knowledge.forms.handing_on import BringForm
from steunpunt.knowledge.forms.toolbox import AnswerForm, CloseForm, MergeForm
from steunpunt.knowledge.models import KnowledgeItem, OpenQuestion
from steunpunt.knowledge.queries.toolbox import items_named, items_to_answer
from steunpunt.knowledge.queries.toolbox_questions import (
    questions_to_join,
    themes_of_questions,
    visible_question,
    waiting_questions,
)

PER_PAGE = 25
FORM = ["GET", "POST"]


@never_cache
@require_safe
@staff_required
def question_queue(request: Request) -> HttpResponse:
    """What waits for an answer, what most people want to know first."""
    theme = request.GET.get("thema", "").replace("\x00", "")[:60]
    page = Paginator(waiting_questions(request.actor, theme), PER_PAGE).get_page(request.GET.get("pagina"))
    title = _("Vragen die wachten")
    context = {
        "page": page,
        "query": request.GET,
        "theme": theme,
        "themes": themes_of_questions(request.actor, "open"),
        "now": timezone.now(),
        "crumbs": [(_("Gereedschapskist"), reverse("knowledge:toolbox")), (title, "")],
    }
    return render(request, "knowledge/toolbox/queue.html", context)


@never_cache
@require_http_methods(FORM)
@staff_required
def answer_question(request: Request, public_id: str) -> HttpResponse:
    """Choose the items that answer the question, and say in a sentence how."""
    found = _found(request, public_id)
    named = request.POST.getlist("items") if request.method == "POST" else request.GET.getlist("item")
    chosen = [public_id for public_id in named if "\x00" not in public_id]
    sought = request.POST.get("zoek", "").replace("\x00", "")[:200]
    offered = items_to_answer(request.actor, found, sought, chosen)
    page = _page(found, _("Beantwoorden"), done=_("Beantwoord. Wie de vraag volgt, krijgt een mail."))
    page.submit = _("Geef dit antwoord")

    def made(data: Any) -> Form:
        form = AnswerForm(data, initial={"items": chosen, "revision": found.revision})
        form.offer(offered)
        return form

    def deed(given: dict[str, Any], **who: Any) -> None:
        items: list[KnowledgeItem] = items_named(request.actor, given["items"])
        deeds.answer(found, items, given["sentence"], by=who["by"], at=who["at"])

    return answer_or_search(request, made, page, deed, chosen=["items"])


@never_cache
@require_http_methods(FORM)
@staff_required
def merge_question(request: Request, public_id: str) -> HttpResponse:
    """Join the question with one about the same."""
    found = _found(request, public_id)
    sought = request.POST.get("zoek", "").replace("\x00", "")[:200]
    offered = questions_to_join(request.actor, found, sought, request.POST.get("into", "").replace("\x00", ""))
    page = _page(found, _("Samenvoegen"), done=_("Samengevoegd. De volgers gaan mee en krijgen bericht."))
    page.intro = _("De volgers gaan over naar de andere vraag. Deze tekst blijft daar staan als ‘ook zo gevraagd’.")
    page.submit = _("Voeg samen")

    def made(data: Any) -> Form:
        form = MergeForm(data, initial={"revision": found.revision})
        form.offer(offered)
        return form

    def deed(given: dict[str, Any], **who: Any) -> None:
        into = next((row for row in offered if row.public_id == given["into"]), found)
        page.back = reverse("knowledge:open_question", args=[into.public_id])
        deeds.merge(found, into, by=who["by"], at=who["at"])

    return answer_or_search(request, made, page, deed, chosen=["items"])


@never_cache
@require_http_methods(FORM)
@staff_required
def close_question(request: Request, public_id: str) -> HttpResponse:
    """Take the question off the list, with a reason."""
    found = _found(request, public_id)
    page = _page(found, _("Sluiten"), done=_("Gesloten. Wie de vraag volgde, krijgt de reden per mail."))
    page.intro = _("De vraag verdwijnt uit de lijst. Wie haar stelde of volgt, kan haar nog lezen.")
    page.submit, page.kind = _("Sluit de vraag"), "danger"
    return answer_form(
        request,
        CloseForm(posted(request)),
        page,
        lambda given, **who: deeds.close(found, given["reason"], by=who["by"], at=who["at"]),
    )


@never_cache
@require_http_methods(FORM)
@staff_required
def bring_to_agenda(request: Request, public_id: str) -> HttpResponse:
    """Ask it of research: on the agenda, with its own words kept as where it came from."""
    found = _found(request, public_id)
    page = _page(found, _("Naar de onderzoeksagenda"), done=_("De vraag staat op de onderzoeksagenda."))
    page.intro = _("De vraag blijft hier open. Wie haar volgt, hoort het als er een antwoord is.")
    page.submit = _("Zet op de agenda")
    form = BringForm(
        posted(request), actor=request.actor, initial={"text": found.text, "themes": list(found.themes.all())}
    )
    return answer_form(request, form, page, lambda given, **who: handing_on.bring_to_agenda(found, given, **who))


def _found(request: Request, public_id: str) -> OpenQuestion:
    return found_or_404(visible_question(request.actor, public_id))


def _page(question: OpenQuestion, title: str, *, done: str) -> Page:
    back = reverse("knowledge:open_question", args=[question.public_id])
    crumbs = [
        (_("Gereedschapskist"), reverse("knowledge:toolbox")),
        (_("Vragen die wachten"), reverse("knowledge:question_queue")),
        (title, ""),
    ]
    return Page(
        title=title,
        back=back,
        done=done,
        template="knowledge/toolbox/decide.html",
        crumbs=crumbs,
        extra={"question": question},
    )
