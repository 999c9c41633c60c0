"""Reading knowledge items: the list, one item, an earlier version, a file."""

from pathlib import Path
from urllib.parse import urlencode

from django.conf import settings
from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from steunpunt.foundation.access import Actor
from steunpunt.foundation.access.requests import Request
from steunpunt.foundation.intake.kinds import Kind
from steunpunt.foundation.intake.storing import served_headers, stored_path
from steunpunt.foundation.ledger.queries import history_of
from steunpunt.foundation.thread.queries import thread_of
from steunpunt.foundation.ui.answers import found_or_404
from steunpunt.knowledge.kinds import details_of
from steunpunt.knowledge.models import Audience, ItemVersion, KnowledgeItem, Phase
from steunpunt.knowledge.queries.collections import collections_with
from steunpunt.knowledge.queries.items import visible_files, visible_item, visible_items
from steunpunt.knowledge.queries.naming import item_partnership
from steunpunt.knowledge.queries.shelf import Choice, Shelf, related_items
from steunpunt.knowledge.queries.versions import differences, visible_versions
from steunpunt.knowledge.rules.items import may_edit_item, may_share

from .exports import to_take_along
from .use import beside_item

PER_PAGE = 20
PARAMETERS = {"kind": "soort", "sector": "sector", "theme": "thema", "phase": "fase"}
TEXT = "q"


@require_safe
def item_list(request: Request) -> HttpResponse:
    """The knowledge base: everything for this reader, newest first."""
    chosen = {name: request.GET.get(word, "") for name, word in {**PARAMETERS, "text": TEXT}.items()}
    choice = Choice(**{name: value.replace("\x00", "").strip()[:100] for name, value in chosen.items()})
    shelf = Shelf(request.actor, choice)
    page = Paginator(shelf.items(), PER_PAGE).get_page(request.GET.get("pagina"))
    found = shelf.options()
    context = {
        "page": page,
        "choice": choice,
        "filters": [(PARAMETERS[name], _FILTERS[name], getattr(choice, name), found[name]) for name in PARAMETERS],
        "query": request.GET,
        "kept": urlencode({TEXT: choice.text}) if choice.text else "",
        "may_share": may_share(request.actor),
        "search_hidden": [(PARAMETERS[name], value) for name in PARAMETERS if (value := getattr(choice, name))],
        "crumbs": [(_("Kennisbank"), "")],
    }
    return render(request, "knowledge/item/list.html", context)


_FILTERS = {
    "kind": gettext_lazy("Soort"),
    "sector": gettext_lazy("Sector"),
    "theme": gettext_lazy("Thema"),
    "phase": gettext_lazy("Waar in de lijn"),
}


@require_safe
def item(request: Request, slug: str) -> HttpResponse:
    """One item as its readers see it."""
    found = found_or_404(visible_item(request.actor, slug))
    version = found.live
    if version is None:
        raise Http404
    seen = set(visible_items(request.actor).filter(pk__in=[found.replaced_by_id, found.copied_from_id]))
    context = {
        "item": found,
        "newer": found.replaced_by if found.replaced_by in seen else None,
        "origin": found.copied_from if found.copied_from in seen else None,
        "version": version,
        "details": shown_details(found, version),
        "partnership": item_partnership(found, request.actor),
        "contact": found.contacts.all()[:1],
        "collections": collections_with(found, request.actor),
        "related": related_items(request.actor, found),
        "thread": _steps(found, request.actor),
        "phases": [str(Phase(one).label) for one in version.phases],
        "history": history_of(found.reference, without=("item-kept", "item-remarked", "item-sent-back")),
        "versions": visible_versions(request.actor, found).filter(published_at__isnull=False),
        "may_edit": may_edit_item(request.actor, found),
        "is_limited": found.audience != Audience.PUBLIC,
        "crumbs": [(_("Kennisbank"), reverse("knowledge:item_list")), (version.title, "")],
    }
    return render(
        request, "knowledge/item/page.html", context | beside_item(request.actor, found) | to_take_along(slug)
    )


@require_safe
def compare(request: Request, slug: str, number: int) -> HttpResponse:
    """What an earlier version said, beside the one of now."""
    found = found_or_404(visible_item(request.actor, slug))
    published = visible_versions(request.actor, found).filter(published_at__isnull=False)
    old = found_or_404(published.filter(number=number).first())
    context = {
        "item": found,
        "old": old,
        "rows": differences(old, found.live) if found.live else [],
        "crumbs": [
            (_("Kennisbank"), reverse("knowledge:item_list")),
            (found.live.title if found.live else "", reverse("knowledge:item", args=[slug])),
            (_("Versie %(number)s") % {"number": number}, ""),
        ],
    }
    return render(request, "knowledge/item/compare.html", context)


@require_safe
def file(request: Request, slug: str, public_id: str) -> HttpResponseBase:
    """Hand a file out, never to be run on our address."""
    found = found_or_404(visible_item(request.actor, slug))
    row = found_or_404(visible_files(request.actor, found).filter(public_id=public_id).first())
    is_live = found.live is not None and found.live.files.filter(pk=row.pk).exists()
    return handed_out(row.stored_as, row.kind, row.name, is_public=found.audience == Audience.PUBLIC and is_live)


def handed_out(stored_as: str, kind: str, name: str, *, is_public: bool) -> HttpResponseBase:
    """The stored file with headers that keep a browser from running it."""
    path = stored_path(stored_as, Path(settings.FILES_DIR))
    if not path.exists():
        raise Http404
    response = FileResponse(path.open("rb"))
    for header, value in served_headers(Kind(kind), name, is_public=is_public).items():
        response[header] = value
    return response


def _steps(found: KnowledgeItem, actor: Actor) -> list[dict[str, str]]:
    """The thread of an item for the component: what it came from and what became of it."""
    return [
        {
            "title": step.record.title,
            "url": step.record.url,
            "text": step.label if step.forward else "",
            "when": date_format(localtime(step.at), "j F Y"),
        }
        for step in thread_of(found.reference, actor)
    ]


def shown_details(found: KnowledgeItem, version: ItemVersion) -> list[tuple[str, str]]:
    """Label and answer of what belongs to this kind, as far as it was filled in."""
    answers = [(str(detail.label), version.details.get(detail.key)) for detail in details_of(found.kind)]
    return [(label, str(answer)) for label, answer in answers if answer not in (None, "")]
