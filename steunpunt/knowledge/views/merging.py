"""The editors' pages of the stream: what may be double, making one of two, and taking them apart again."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from steunpunt.foundation.access.requests import Request
from steunpunt.foundation.access.views import staff_required
from steunpunt.foundation.ui.answers import Page, answer, found_or_404, posted
from steunpunt.foundation.ui.fields import RevisedForm
from steunpunt.knowledge.actions import bulletins as actions
from steunpunt.knowledge.forms.bulletins import Candidate, MergeForm
from steunpunt.knowledge.models import Bulletin
from steunpunt.knowledge.queries.bulletins import editable_bulletin, merged_bulletins, visible_bulletins
from steunpunt.knowledge.queries.near_doubles import near_doubles, near_doubles_of
from steunpunt.knowledge.queries.search_bulletins import bulletins_with

FORM = ["GET", "POST"]
PER_PAGE = 25
MOST = 10
SEARCH = "zoek"


@never_cache
@require_safe
@staff_required
def doubles(request: Request) -> HttpResponse:
    """What may be double among the newest, and what was merged before."""
    page = Paginator(merged_bulletins(request.actor), PER_PAGE).get_page(request.GET.get("pagina"))
    title = _("Dubbele berichten")
    context = {"near": near_doubles(request.actor), "page": page, "query": request.GET, "crumbs": _crumbs(title)}
    return render(request, "knowledge/bulletin/doubles.html", context)


@never_cache
@require_http_methods(FORM)
@staff_required
def merge(request: Request, public_id: str) -> HttpResponse:
    """Choose with which other one, and which of the two stays."""
    found = found_or_404(editable_bulletin(request.actor, public_id))
    text = (request.POST.get(SEARCH) or request.GET.get(SEARCH, "")).replace("\x00", "").strip()[:100]
    candidates = _candidates(request, found, text)
    form = MergeForm(posted(request), initial={"other": request.GET.get("met", "")}, options=candidates)
    title = _("Samenvoegen")
    page = Page(
        title=title,
        intro=_(
            "Van twee berichten over hetzelfde blijft er één. Alle afzenders en bronnen blijven erbij staan, "
            "en het oude adres leidt naar het bericht dat blijft."
        ),
        back=reverse("knowledge:bulletin_doubles"),
        done=_("Samengevoegd. Bij ‘Dubbele berichten’ kun je het terugdraaien."),
        submit=_("Voeg samen"),
        template="knowledge/bulletin/merge.html",
        crumbs=_crumbs(title),
        extra={"bulletin": found, "text": text, "candidates": candidates},
    )

    def deed(given: dict[str, Any], **who: Any) -> None:
        other = found_or_404(editable_bulletin(request.actor, given["other"]))
        double, kept = (other, found) if given["stays"] == "this" else (found, other)
        stayed = actions.merge(double, kept, by=who["by"], at=who["at"])
        page.back = reverse("knowledge:bulletin", args=[stayed.slug])

    return answer(request, form, page, deed)


@never_cache
@require_http_methods(FORM)
@staff_required
def undo(request: Request, public_id: str) -> HttpResponse:
    """Take a merged bulletin apart again."""
    found = found_or_404(editable_bulletin(request.actor, public_id))
    title = _("Samenvoegen terugdraaien")
    page = Page(
        title=title,
        intro=_("‘%(title)s’ krijgt zijn eigen adres, lezers en plek in de stroom terug.") % {"title": found.title},
        back=reverse("knowledge:bulletin_doubles"),
        done=_("Teruggedraaid. De berichten staan weer apart."),
        submit=_("Ja, haal uit elkaar"),
        crumbs=_crumbs(title),
    )
    return answer(
        request,
        RevisedForm(posted(request)),
        page,
        lambda given, **who: actions.undo_merge(found, by=who["by"], at=who["at"]),
    )


def _candidates(request: Request, found: Bulletin, text: str) -> list[Candidate]:
    """What looks alike first, then what was searched for or asked for in the address."""
    near = [Candidate(pair.other, pair) for pair in near_doubles_of(request.actor, found)]
    known = {row.public_id for row in near} | {found.public_id}
    others = visible_bulletins(request.actor).select_related("sender").exclude(public_id__in=known)
    asked = others.filter(public_id=request.GET.get("met", "").replace("\x00", ""))
    searched = bulletins_with(others, text).order_by("-published_at", "-pk")[:MOST] if text else []
    rows = {row.public_id: row for row in (*asked, *searched)}
    return [*near, *map(Candidate, rows.values())]


def _crumbs(title: str) -> list[tuple[str, str]]:
    doubles_page = (_("Dubbele berichten"), reverse("knowledge:bulletin_doubles"))
    crumbs = [(_("Berichten"), reverse("knowledge:bulletin_list")), doubles_page, (title, "")]
    return crumbs if title != doubles_page[0] else [crumbs[0], (title, "")]
