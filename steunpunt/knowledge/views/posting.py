"""Posting bulletins: a new one, one's own list, changing, withdrawing and showing again."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from steunpunt.foundation.access import require
from steunpunt.foundation.access.requests import Request
from steunpunt.foundation.access.views import signed_in_required
from steunpunt.foundation.ui.answers import Page, answer, found_or_404, posted
from steunpunt.foundation.ui.fields import RevisedForm
from steunpunt.knowledge.actions import bulletins as actions
from steunpunt.knowledge.forms.bulletins import BulletinForm, WithdrawForm, initial_of
from steunpunt.knowledge.models import Bulletin, BulletinState
from steunpunt.knowledge.queries.bulletins import editable_bulletin, editable_bulletins, with_words
from steunpunt.knowledge.queries.near_doubles import near_doubles_of
from steunpunt.knowledge.rules.bulletins import can_post, can_withdraw, may_merge, may_post

FORM = ["GET", "POST"]
PER_PAGE = 25
POSTING, KEEPING = "plaatsen", "bewaren"


@never_cache
@require_http_methods(FORM)
@signed_in_required
def write(request: Request) -> HttpResponse:
    """A new bulletin: posted at once, or kept to go on later."""
    require(may_post(request.actor), actions.NOT_THEIRS)
    form = BulletinForm(posted(request), initial={"effective_on": request.actor.day}, actor=request.actor)
    title = _("Bericht plaatsen")
    page = Page(
        title=title,
        intro=_("Kort en zeker: wat verandert er, voor wie, vanaf welke dag, en waar staat het?"),
        back=reverse("knowledge:own_bulletins"),
        done=_("Geplaatst. Het staat in de stroom en in de feed."),
        template="knowledge/bulletin/write.html",
        crumbs=[*_crumbs(), (title, "")],
        extra={"can_post": True, "shows_themes": bool(form.errors)},
    )

    def deed(given: dict[str, Any], **who: Any) -> None:
        by = {"by": who["by"], "at": who["at"]}
        if request.POST.get("deed") == KEEPING:
            kept = actions.begin_bulletin(given, **by)
            page.back, page.done = _work(kept), _("Bewaard als concept. Alleen wie hier mag plaatsen, ziet het.")
        else:
            page.back = reverse("knowledge:bulletin", args=[actions.post_new(given, **by).slug])

    return answer(request, form, page, deed)


@never_cache
@require_safe
@signed_in_required
def own_list(request: Request) -> HttpResponse:
    """What this person may change: everything of the own senders."""
    rows = with_words(editable_bulletins(request.actor)).select_related("sender", "merged_into")
    page = Paginator(rows.order_by("-changed_at", "-pk"), PER_PAGE).get_page(request.GET.get("pagina"))
    context = {
        "page": page,
        "query": request.GET,
        "may_post": may_post(request.actor),
        "may_merge": may_merge(request.actor),
        "crumbs": [*_crumbs()[:1], (_("Mijn berichten"), "")],
    }
    return render(request, "knowledge/bulletin/own.html", context)


@never_cache
@require_http_methods(FORM)
@signed_in_required
def work(request: Request, public_id: str) -> HttpResponse:
    """Change a bulletin; a draft or a withdrawn one can be posted with the other button."""
    found = _found(request, public_id)
    form = BulletinForm(posted(request), initial=initial_of(found), actor=request.actor)
    page = _page(found, _("Bericht wijzigen"), done=_("Bewaard."))
    page.template = "knowledge/bulletin/write.html"
    page.extra = {
        "bulletin": found,
        "can_post": can_post(found),
        "shows_themes": bool(form.errors) or found.themes.exists(),
        "can_withdraw": can_withdraw(found),
        "may_merge": may_merge(request.actor),
        "near": near_doubles_of(request.actor, found),
    }
    if found.state == BulletinState.PUBLISHED:
        page.done = _("Bewaard. Lezers zien het nieuwe bericht meteen; wat er stond, blijft in de geschiedenis.")

    def deed(given: dict[str, Any], **who: Any) -> None:
        _carry_out(request, page, found, given, **who)

    return answer(request, form, page, deed)


@never_cache
@require_http_methods(FORM)
@signed_in_required
def withdraw(request: Request, public_id: str) -> HttpResponse:
    """Take a bulletin away from its readers."""
    found = _found(request, public_id)
    page = _page(found, _("Bericht intrekken"), done=_("Ingetrokken. Je kunt het hier weer plaatsen."))
    page.intro = _(
        "Niemand ziet het dan nog: niet in de stroom, niet in de feed en niet bij zoeken. "
        "Berichten die hiermee waren samengevoegd, staan daarna weer apart."
    )
    page.submit, page.kind = _("Ja, trek in"), "danger"
    return answer(
        request,
        WithdrawForm(posted(request)),
        page,
        lambda given, **who: actions.withdraw(found, given["reason"], by=who["by"], at=who["at"]),
    )


@never_cache
@require_http_methods(FORM)
@signed_in_required
def post_again(request: Request, public_id: str) -> HttpResponse:
    """Show a draft or a withdrawn bulletin to its readers, as it is."""
    found = _found(request, public_id)
    page = _page(found, _("Bericht plaatsen"), done=_("Geplaatst. Het staat in de stroom en in de feed."))
    page.submit = _("Ja, plaats")

    def deed(given: dict[str, Any], **who: Any) -> None:
        page.back = _shown(actions.post(found, by=who["by"], at=who["at"]))

    return answer(request, RevisedForm(posted(request)), page, deed)


def _carry_out(request: Request, page: Page, found: Bulletin, given: dict[str, Any], **who: Any) -> None:
    if request.POST.get("deed") == POSTING:
        page.back = _shown(actions.post(found, given, **who))
        page.done = _("Geplaatst. Het staat in de stroom en in de feed.")
    else:
        actions.revise(found, given, **who)


def _found(request: Request, public_id: str) -> Bulletin:
    return found_or_404(editable_bulletin(request.actor, public_id))


def _work(bulletin: Bulletin) -> str:
    return reverse("knowledge:bulletin_work", args=[bulletin.public_id])


def _shown(bulletin: Bulletin) -> str:
    return reverse("knowledge:bulletin", args=[bulletin.slug])


def _crumbs() -> list[tuple[str, str]]:
    return [
        (_("Berichten"), reverse("knowledge:bulletin_list")),
        (_("Mijn berichten"), reverse("knowledge:own_bulletins")),
    ]


def _page(bulletin: Bulletin, title: str, *, done: str) -> Page:
    here = _work(bulletin)
    crumbs = [*_crumbs(), (bulletin.title, here), (title, "")]
    return Page(title=title, back=here, done=done, crumbs=crumbs)
