"""Reading the research agenda: the list, one question, the heat map, and what is missing."""

from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from steunpunt.foundation.access import Actor
from steunpunt.foundation.access.requests import Request
from steunpunt.foundation.ledger.queries import history_of
from steunpunt.foundation.thread.queries import thread_of
from steunpunt.foundation.ui.answers import found_or_404
from steunpunt.knowledge.models import QuestionLevel, ResearchQuestion
from steunpunt.knowledge.queries import agenda as agenda_queries
from steunpunt.knowledge.queries import agenda_map
from steunpunt.knowledge.queries.agenda import Agenda, Choice, shown_questions
from steunpunt.knowledge.queries.agenda_places import PROVINCE, REGION, places
from steunpunt.knowledge.queries.research import Dossier, dossier, gone_up_in, question_by_slug
from steunpunt.knowledge.rules.research import can_accept, is_on_agenda, may_edit_agenda, may_propose, stoppable

from .agenda_reading import reading

PER_PAGE = 20
PARAMETERS = {"status": "stand", "theme": "thema", "region": "regio", "level": "niveau", "work": "werk"}
TEXT, DIVISION, SHOWN = "q", "per", "toon"
FILTERS = {
    "status": gettext_lazy("Stand"),
    "theme": gettext_lazy("Thema"),
    "region": gettext_lazy("Regio"),
    "level": gettext_lazy("Niveau"),
    "work": gettext_lazy("Wie werkt eraan?"),
}


@require_safe
def question_list(request: Request) -> HttpResponse:
    """All questions of the agenda, with filters beside them."""
    choice = _choice(request)
    agenda = Agenda(request.actor, choice)
    page = Paginator(agenda.questions(), PER_PAGE).get_page(request.GET.get("pagina"))
    found = agenda.options()
    division = choice.division if choice.division != PROVINCE else ""
    kept = {TEXT: choice.text, DIVISION: division}
    searched_in = [(PARAMETERS[name], getattr(choice, name)) for name in PARAMETERS] + [(DIVISION, division)]
    context = {
        "page": page,
        "questions": shown_questions(request.actor, page.object_list),
        "choice": choice,
        "filters": [(PARAMETERS[name], FILTERS[name], getattr(choice, name), found[name]) for name in PARAMETERS],
        "query": request.GET,
        "kept": urlencode({name: value for name, value in kept.items() if value}),
        "search_hidden": [pair for pair in searched_in if pair[1]],
        **_around(request.actor, ""),
    }
    return render(request, "knowledge/agenda/list.html", context)


@require_safe
def question(request: Request, slug: str) -> HttpResponse:
    """One question: what is known, who works on it, where it came from. An old address leads on."""
    found = question_by_slug(request.actor, slug)
    if found is None or found.merged_into_id:
        target = found_or_404(gone_up_in(request.actor, slug))
        return redirect("knowledge:question", slug=target.slug)
    shown = dossier(found, request.actor, request.actor.day)
    context = {
        "question": found,
        "dossier": shown,
        "places": _where(found, shown, request.actor),
        "thread": _steps(found, request.actor),
        "history": history_of(found.reference),
        "is_on_agenda": is_on_agenda(found),
        "can_accept": can_accept(found),
        "may_edit": may_edit_agenda(request.actor),
        "may_stop": stoppable(request.actor, shown.to_end(request.actor.day)),
        "may_join": is_on_agenda(found) and may_propose(request.actor),
        "crumbs": [(_("Onderzoeksagenda"), reverse("knowledge:agenda")), (found.text, "")],
    }
    return render(request, "knowledge/agenda/question.html", context)


@require_safe
def heat_map(request: Request) -> HttpResponse:
    """Themes against regions, as a table with numbers."""
    what = request.GET.get(SHOWN, "") if agenda_map.is_countable(request.GET.get(SHOWN, "")) else ""
    agenda = Agenda(request.actor, Choice(division=_division(request)))
    above = agenda_map.theme_to_open(request.actor, request.GET.get("thema", "").replace("\x00", ""))
    found = agenda_map.heat_map(agenda, what, above)
    busy = agenda_map.heat_map(agenda, "in_research", above)
    division = agenda.places.division
    own = {"thema": above.slug if above else "", DIVISION: division if division != PROVINCE else ""}
    context = {
        "map": found,
        "above": above,
        "what": what,
        "sentences": reading(found, busy, what, is_one_theme=above is not None),
        "tabs": [(label, _address(request, own | {SHOWN: value}), value == what) for value, label in SHOWABLE.items()],
        "divisions": _divisions(request, own | {SHOWN: what}, division) if agenda.places.has_regions else [],
        "is_by_region": division == REGION,
        "narrowed": _narrowed(what, division),
        "kept": urlencode({name: value for name, value in ((SHOWN, what), (DIVISION, own[DIVISION])) if value}),
        **_around(request.actor, _("Warmtekaart")),
    }
    return render(request, "knowledge/agenda/map.html", context)


@require_safe
def gaps(request: Request) -> HttpResponse:
    """Themes without a question, and open questions that nobody works on."""
    agenda = Agenda(request.actor)
    found = agenda_map.gaps(agenda)
    known = {row.pk: row for row in shown_questions(request.actor, {pk for gap in found for pk in gap.neglected})}
    context = {
        "gaps": [(gap, [known[pk] for pk in gap.neglected if pk in known]) for gap in found],
        "empty": [gap.theme for gap in found if gap.is_empty],
        "has_questions": bool(agenda.entries),
        **_around(request.actor, _("Wat ontbreekt nog?")),
    }
    return render(request, "knowledge/agenda/gaps.html", context)


SHOWABLE = {
    agenda_map.ALL: gettext_lazy("Alle vragen"),
    "in_research": gettext_lazy("In onderzoek"),
    agenda_map.NEGLECTED: gettext_lazy("Open, niemand werkt eraan"),
    "answered": gettext_lazy("Beantwoord"),
}


def _choice(request: Request) -> Choice:
    chosen = {name: request.GET.get(word, "") for name, word in {**PARAMETERS, "text": TEXT}.items()}
    cleaned = {name: value.replace("\x00", "").strip()[:100] for name, value in chosen.items()}
    return Choice(**cleaned, division=_division(request))


def _division(request: Request) -> str:
    return REGION if request.GET.get(DIVISION) == REGION else PROVINCE


def _address(request: Request, given: dict[str, str]) -> str:
    query = urlencode({name: value for name, value in given.items() if value})
    return f"{request.path}?{query}" if query else request.path


def _divisions(request: Request, given: dict[str, str], chosen: str) -> list[tuple[str, str, bool]]:
    labels = {PROVINCE: _("Per provincie"), REGION: _("Per onderwijsregio")}
    return [
        (label, _address(request, given | {DIVISION: value if value != PROVINCE else ""}), value == chosen)
        for value, label in labels.items()
    ]


def _narrowed(what: str, division: str) -> str:
    """What a cell adds to the address of the list, so that it shows what the cell counted."""
    counted = {"stand": what} if what not in {agenda_map.ALL, agenda_map.NEGLECTED} else {}
    if what == agenda_map.NEGLECTED:
        counted = {"stand": "open", "werk": agenda_queries.NOBODY}
    return urlencode(counted | ({DIVISION: division} if division != PROVINCE else {}))


def _around(actor: Actor, title: str) -> dict[str, Any]:
    """What every page of the agenda shows above its own part."""
    first = (_("Onderzoeksagenda"), reverse("knowledge:agenda") if title else "")
    return {
        "crumbs": [first, (title, "")] if title else [first],
        "may_propose": may_propose(actor),
        "may_edit": may_edit_agenda(actor),
    }


def _where(found: ResearchQuestion, shown: Dossier, actor: Actor) -> str:
    """In which provinces it plays, in words."""
    if found.level == QuestionLevel.NATION:
        return _("heel Nederland")
    keys = places(actor, actor.day).of_origins(one.row for one in shown.origins)
    regions = {str(one.row.region) for one in shown.origins if one.row.region}
    return ", ".join(sorted(keys | regions)) or _("nog niet bekend")


def _steps(found: ResearchQuestion, actor: Actor) -> list[dict[str, str]]:
    return [
        {
            "title": step.record.title,
            "url": step.record.url,
            "text": step.label if step.forward else "",
            "when": date_format(localtime(step.at), "j F Y"),
        }
        for step in thread_of(found.reference, actor)
    ]
