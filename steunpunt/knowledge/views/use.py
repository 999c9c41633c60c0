"""Saying that an item was used, taking that back, and what a partnership gave and took."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from steunpunt.foundation.access import Actor, require
from steunpunt.foundation.access.requests import Request
from steunpunt.foundation.access.views import signed_in_required
from steunpunt.foundation.ui.answers import Page, answer, found_or_404, posted
from steunpunt.knowledge.actions.use import report_use, withdraw_use
from steunpunt.knowledge.forms.use import UseForm, WithdrawUseForm
from steunpunt.knowledge.models import KnowledgeItem
from steunpunt.knowledge.queries.balance import give_and_take
from steunpunt.knowledge.queries.following import is_bookmarked
from steunpunt.knowledge.queries.items import visible_item
from steunpunt.knowledge.queries.sharing import partnerships_to_choose
from steunpunt.knowledge.queries.use import uses_of, visible_use
from steunpunt.knowledge.rules.items import may_share
from steunpunt.knowledge.rules.use import can_take_over_words, is_own_use, may_withdraw_use
from steunpunt.network.queries.partnerships import name_on, partnership_by_slug
from steunpunt.network.rules.people import may_manage_partnership

ONLY_COORDINATOR = gettext_lazy("Dit overzicht is voor de coördinator van het partnerschap en voor het steunpunt.")
NOT_YOURS = gettext_lazy("Alleen wie dit meldde en het steunpunt kunnen het intrekken.")


def beside_item(actor: Actor, item: KnowledgeItem) -> dict[str, Any]:
    """What the page of an item says of its use, and whether the reader keeps it at hand."""
    return {
        "uses": uses_of(item, actor),
        "may_withdraw_uses": actor.is_staff,
        "is_bookmarked": is_bookmarked(actor, item),
    }


@never_cache
@require_http_methods(["GET", "POST"])
@signed_in_required
def report(request: Request, slug: str) -> HttpResponse:
    """For whom it was used, what went differently and with what result."""
    item = found_or_404(visible_item(request.actor, slug))
    if item.live is None:
        raise Http404
    form = UseForm(
        posted(request),
        partnerships=partnerships_to_choose(request.actor).names(request.actor.day),
        may_copy=may_share(request.actor),
        has_words=can_take_over_words(item.live),
    )
    title = _("Wij gebruikten dit ook")
    page = Page(
        title=title,
        intro=_("Vertel wat je met ‘%(title)s’ deed. De maker krijgt bericht, en anderen leren van wat jij zag.")
        % {"title": item.live.title},
        back=_page_of(item),
        done=_("Dank je wel. Het staat erbij, en de maker krijgt bericht."),
        submit=_("Laat het weten"),
        crumbs=_crumbs(item, title),
    )

    def deed(given: dict[str, Any], **who: Any) -> None:
        use = report_use(item, given, **who)
        if use.copy:
            page.back = reverse("knowledge:work", args=[use.copy.public_id])
            page.done = _(
                "Dank je wel, de maker krijgt bericht. Hier is je eigen bewerking; alleen jij ziet dit concept."
            )

    return answer(request, form, page, deed)


@never_cache
@require_http_methods(["GET", "POST"])
@signed_in_required
def withdraw(request: Request, public_id: str) -> HttpResponse:
    """Ask once more, then take a use away."""
    use = found_or_404(visible_use(request.actor, public_id))
    require(may_withdraw_use(request.actor, use), NOT_YOURS)
    form = WithdrawUseForm(posted(request), is_own=is_own_use(request.actor, use))
    title = _("Melding van gebruik intrekken")
    is_readable = visible_item(request.actor, use.item.slug) is not None
    page = Page(
        title=title,
        intro=_("Je trekt dit in: ‘%(result)s’. Het verdwijnt van de pagina en telt niet meer mee.")
        % {"result": use.result},
        back=_page_of(use.item) if is_readable else reverse("foundation:my_page"),
        done=_("Ingetrokken."),
        submit=_("Trek in"),
        kind="danger",
        crumbs=_crumbs(use.item, title) if is_readable else [(title, "")],
    )
    return answer(request, form, page, lambda given, **who: withdraw_use(use, given.get("reason", ""), **who))


@never_cache
@require_safe
@signed_in_required
def balance(request: Request, slug: str) -> HttpResponse:
    """What the partnership shared, who used it, and what it used of others."""
    found = found_or_404(partnership_by_slug(request.actor, slug))
    day = request.actor.day
    require(may_manage_partnership(request.actor, found, day), ONLY_COORDINATOR)
    name = name_on(found, day)
    context = {
        "partnership": found,
        "name": name,
        "both": give_and_take(found, request.actor, day),
        "crumbs": [
            (_("Partnerschappen"), reverse("network:partnership_list")),
            (name, reverse("network:partnership", args=[slug])),
            (_("Geven en nemen"), ""),
        ],
    }
    return render(request, "knowledge/balance.html", context)


def _page_of(item: KnowledgeItem) -> str:
    return reverse("knowledge:item", args=[item.slug]) + "#gebruikt"


def _crumbs(item: KnowledgeItem, title: str) -> list[tuple[str, str]]:
    return [
        (_("Kennisbank"), reverse("knowledge:item_list")),
        (item.live.title if item.live else "", reverse("knowledge:item", args=[item.slug])),
        (title, ""),
    ]
