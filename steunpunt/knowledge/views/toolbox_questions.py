"""Open questions for everybody: the list, one question with its answer, following it and stopping with that."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django.views.decorators.vary import vary_on_cookie

from steunpunt.foundation.access.requests import Request
from steunpunt.foundation.access.views import signed_in_required
from steunpunt.foundation.ui.answers import found_or_404
from steunpunt.knowledge.actions.toolbox import follow as follow_question
from steunpunt.knowledge.actions.toolbox import unfollow as unfollow_question
from steunpunt.knowledge.forms.toolbox import query_of
from steunpunt.knowledge.models import OpenQuestion, QuestionState
from steunpunt.knowledge.queries.handing_on import agenda_question, is_on_agenda
from steunpunt.knowledge.queries.toolbox_questions import (
    answer_items,
    is_following,
    joined_into,
    need_of,
    open_questions,
    origins_of,
    themes_of_questions,
    visible_question,
)
from steunpunt.knowledge.rules.toolbox import can_decide, facet_words, may_decide

PER_PAGE = 20
STATES = {"": QuestionState.OPEN, "beantwoord": QuestionState.ANSWERED}


@require_safe
@vary_on_cookie
def question_list(request: Request) -> HttpResponse:
    """What waits for an answer, or what was answered, by theme."""
    word = request.GET.get("stand", "")
    word = word if word in STATES else ""
    theme = request.GET.get("thema", "").replace("\x00", "")[:60]
    page = Paginator(open_questions(request.actor, theme, STATES[word]), PER_PAGE).get_page(request.GET.get("pagina"))
    context = {
        "page": page,
        "query": request.GET,
        "state": word,
        "theme": theme,
        "themes": themes_of_questions(request.actor, STATES[word]),
        "may_decide": may_decide(request.actor),
        "crumbs": [(_("Gereedschapskist"), reverse("knowledge:toolbox")), (_("Open vragen"), "")],
    }
    return render(request, "knowledge/toolbox/list.html", context)


@require_safe
@vary_on_cookie
def question(request: Request, public_id: str) -> HttpResponse:
    """One question: how it was sharpened, who else asked it in which words, and the answer."""
    found = visible_question(request.actor, public_id)
    if found is None or found.merged_into:
        kept = found_or_404(joined_into(request.actor, public_id))
        return redirect("knowledge:open_question", public_id=kept.public_id)
    address = reverse("knowledge:open_question", args=[public_id])
    context = {
        "question": found,
        "facets": facet_words(need_of(found)),
        "again_url": f"{reverse('knowledge:toolbox')}?{query_of(need_of(found))}",
        "login_url": f"{reverse('account_login')}?next={address}",
        "origins": origins_of(found),
        "items": answer_items(request.actor, found),
        "follows": is_following(request.actor, found),
        "research": agenda_question(found, request.actor),
        "may_bring": not is_on_agenda(found),
        "is_open": can_decide(found),
        "may_decide": may_decide(request.actor) and can_decide(found),
        "crumbs": _crumbs(_("Vraag")),
    }
    return render(request, "knowledge/toolbox/question.html", context)


@never_cache
@require_http_methods(["GET", "POST"])
@signed_in_required
def follow(request: Request, public_id: str) -> HttpResponse:
    """Want to know it too. Whoever comes back from signing in arrives by GET and chooses on the page itself."""
    found = _found(request, public_id)
    if request.method == "POST":
        follow_question(found, by=request.actor, at=timezone.now())
        messages.success(request, _("Je volgt deze vraag. Je krijgt een mail als er een antwoord is."))
    return redirect("knowledge:open_question", public_id=public_id)


@never_cache
@require_POST
@signed_in_required
def unfollow(request: Request, public_id: str) -> HttpResponse:
    """Hear nothing more of it."""
    unfollow_question(_found(request, public_id), by=request.actor, at=timezone.now())
    messages.success(request, _("Je volgt deze vraag niet meer."))
    return redirect("knowledge:question_list")


def _found(request: Request, public_id: str) -> OpenQuestion:
    return found_or_404(visible_question(request.actor, public_id))


def _crumbs(title: str) -> list[tuple[str, str]]:
    return [
        (_("Gereedschapskist"), reverse("knowledge:toolbox")),
        (_("Open vragen"), reverse("knowledge:question_list")),
        (title, ""),
    ]
