"""The toolbox: from a question to methods, and leaving a question open that nobody answered yet."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe
from django.views.decorators.vary import vary_on_cookie

from steunpunt.foundation.access.requests import Request
from steunpunt.foundation.access.views import signed_in_required
from steunpunt.foundation.ui.answers import Page, answer
from steunpunt.foundation.ui.context import sector_of
from steunpunt.knowledge.actions.toolbox import ask as leave_open
from steunpunt.knowledge.forms.toolbox import FORM_ID, AskForm, NeedForm, query_of, with_more_themes
from steunpunt.knowledge.matching import Match, Need, outcome
from steunpunt.knowledge.models import ItemVersion, KnowledgeItem
from steunpunt.knowledge.queries.proposing import proposed_themes
from steunpunt.knowledge.queries.toolbox import methods_for, themes_named
from steunpunt.knowledge.queries.toolbox_questions import (
    alike_questions,
    frequent_questions,
    need_of,
    open_questions,
    taken_for,
)
from steunpunt.knowledge.rules.toolbox import Figure, figures_of, told
from steunpunt.network.queries.projects import themes_to_choose

NEWEST = 3


@dataclass(frozen=True)
class Shown:
    """A method as the page shows it: figures with their rules, why it stands here, and what differs."""

    item: KnowledgeItem
    version: ItemVersion
    figures: list[Figure]
    reasons: list[str]
    deviates: list[str]


@require_safe
@vary_on_cookie
def toolbox(request: Request) -> HttpResponse:
    """A question, help to sharpen it, and the methods that fit it; before a question what others asked."""
    data = _typed(request)
    form = NeedForm(data, themes=themes_to_choose(request.actor), proposed=_proposed(data), apart=True)
    need = form.need()
    context = {
        "form": form,
        "form_id": FORM_ID,
        "need": need,
        "is_start": need.is_empty,
        "ask_url": f"{reverse('knowledge:ask')}?{data.urlencode()}",
        "crumbs": [(_("Gereedschapskist"), "")],
        **(_start(request) if need.is_empty else _methods(request, need)),
    }
    return render(request, "knowledge/toolbox/page.html", context)


def _start(request: Request) -> dict[str, Any]:
    open_ones = open_questions(request.actor)
    return {
        "frequent": [(row, query_of(need_of(row))) for row in frequent_questions(request.actor)],
        "open_count": open_ones.count(),
        "newest": open_ones[:NEWEST],
    }


def _methods(request: Request, need: Need) -> dict[str, Any]:
    found = methods_for(request.actor, need)
    result = outcome(need, found.methods)
    alike = alike_questions(request.actor, need.text)
    known = taken_for(alike)
    return {
        "known": known,
        "is_simple": found.is_simple,
        "fitting": [_shown(request, match) for match in result.fitting],
        "deviating": [_shown(request, match) for match in result.deviating],
        "unsaid": result.unsaid if result.fitting or result.deviating else (),
        "alike": [row for row in alike if row != known],
    }


def _shown(request: Request, match: Match) -> Shown:
    item: KnowledgeItem = match.method.item
    version: Any = item.live
    figures = figures_of(version, request.actor.day)
    return Shown(item, version, figures, list(map(told, match.fits)), list(map(told, match.deviates)))


def _typed(request: Request) -> QueryDict:
    """What stands in the address; without a sector the one that this browser remembers."""
    data = with_more_themes(request.GET)
    if "sector" not in data and (remembered := sector_of(request)):
        data["sector"] = remembered
    return data


def _proposed(data: QueryDict) -> list[Any]:
    text = data.get("q", "").replace("\x00", "").strip()
    return proposed_themes(text[:300]) if text else []


@never_cache
@require_http_methods(["GET", "POST"])
@signed_in_required
def ask(request: Request) -> HttpResponse:
    """Leave the question open as it was sharpened; what is asked already is shown before."""
    data = with_more_themes(request.POST if request.method == "POST" else request.GET)
    themes = themes_to_choose(request.actor)
    if request.method == "POST":
        form = AskForm(data, themes=themes, proposed=_proposed(data))
    else:
        form = AskForm(
            initial=_initial(data),
            themes=themes,
            proposed=[
                *_proposed(data),
                *themes_named(tuple(slug for slug in data.getlist("thema") if "\x00" not in slug)),
            ],
        )
    title = _("Stel je vraag open")
    toolbox_url = reverse("knowledge:toolbox")
    page = Page(
        title=title,
        intro=_(
            "Iedereen kan je vraag lezen en volgen; je naam staat er niet bij. Komt er een antwoord, dan krijg je een mail."
        ),
        back=f"{toolbox_url}?{data.urlencode()}" if request.method == "GET" else toolbox_url,
        done=_("Je vraag staat open. Je krijgt een mail als er een antwoord is."),
        submit=_("Stel de vraag"),
        template="knowledge/toolbox/ask.html",
        crumbs=[(_("Gereedschapskist"), toolbox_url), (title, "")],
        extra={"alike": alike_questions(request.actor, data.get("q", "").replace("\x00", "")[:300])},
    )

    def deed(given: dict[str, Any], **who: Any) -> None:
        need = form.need()
        facets = {
            name: getattr(need, name) for name in ("phase", "sector", "for_whom", "setting", "group_size", "hours")
        }
        question = leave_open(need.text, themes_named(need.themes), facets, **who)
        page.back = reverse("knowledge:open_question", args=[question.public_id])

    return answer(request, form, page, deed)


def _initial(data: QueryDict) -> dict[str, Any]:
    return {**{name: data.get(name, "") for name in AskForm.base_fields}, "thema": data.getlist("thema")}
