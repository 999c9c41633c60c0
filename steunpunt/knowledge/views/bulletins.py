"""Reading bulletins: the stream with its filters, and one of them."""

from dataclasses import replace
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from steunpunt.foundation.access.requests import Request
from steunpunt.foundation.ledger.queries import history_of
from steunpunt.foundation.ui.answers import found_or_404
from steunpunt.knowledge.forms.stream import (
    FOR,
    MINE,
    MOMENT,
    PARAMETERS,
    address_of,
    for_reader,
    pairs_of,
    read_choice,
    toggled,
    wants_own,
)
from steunpunt.knowledge.queries.bulletins import moved_to, visible_bulletin
from steunpunt.knowledge.queries.near_doubles import near_doubles_of
from steunpunt.knowledge.queries.readership import Readership, readership_of
from steunpunt.knowledge.queries.stream import NEW, OVER, SOON, Stream, StreamChoice
from steunpunt.knowledge.rules.bulletins import may_edit_bulletin, may_merge, may_post
from steunpunt.network.queries.choices import choices

PER_PAGE = 20
FEW = 3
LABELS = {
    "sectors": gettext_lazy("Sector"),
    "roles": gettext_lazy("Rol"),
    "themes": gettext_lazy("Thema"),
    "senders": gettext_lazy("Afzender"),
}
MOMENTS = {NEW: gettext_lazy("Nieuw"), SOON: gettext_lazy("Binnenkort"), OVER: gettext_lazy("Voorbij")}
NOT_FOR_READERS = ("bulletin-begun", "bulletin-kept")


@require_safe
def bulletin_list(request: Request) -> HttpResponse:
    """The stream: what organisations tell schools, as far as the reader wants to see."""
    own = readership_of(request.actor)
    choice = read_choice(request.GET)
    if own.is_known and wants_own(request.GET):
        choice = for_reader(choice, own)
    stream = Stream(request.actor, choice)
    page = Paginator(stream.items(), PER_PAGE).get_page(request.GET.get("pagina"))
    options = stream.options()
    shows_soon = choice.when == NEW and not choice.text and page.number == 1
    context = {
        "page": page,
        "choice": choice,
        "query": request.GET,
        "day": request.actor.day,
        "soon": stream.soon(FEW) if shows_soon else [],
        "soon_url": address_of(replace(choice, when=SOON)),
        "tabs": _tabs(choice, stream.counts()),
        "filters": _filters(choice, options),
        "chips": _chips(choice, options),
        "everything_url": address_of(StreamChoice(when=choice.when)),
        "feed_url": feed_address(choice),
        "search_hidden": [*pairs_of(choice, without="text"), *([(FOR, "iedereen")] if _says_nothing(choice) else [])],
        "may_post": may_post(request.actor),
        "may_merge": may_merge(request.actor),
        "crumbs": [(_("Berichten"), "")],
        **_mine(own, choice),
    }
    return render(request, "knowledge/bulletin/list.html", context)


@require_safe
def bulletin(request: Request, slug: str) -> HttpResponse:
    """One bulletin; the address of one that was merged leads to the one that stayed."""
    found = visible_bulletin(request.actor, slug)
    if found is None:
        return redirect("knowledge:bulletin", slug=found_or_404(moved_to(request.actor, slug)).slug)
    is_editor = may_merge(request.actor)
    context = {
        "bulletin": found,
        "day": request.actor.day,
        "is_over": found.expires_on is not None and found.expires_on <= request.actor.day,
        "near": near_doubles_of(request.actor, found) if is_editor else [],
        "is_editor": is_editor,
        "may_edit": may_edit_bulletin(request.actor, found),
        "history": history_of(found.reference, without=NOT_FOR_READERS),
        "crumbs": [(_("Berichten"), reverse("knowledge:bulletin_list")), (found.title, "")],
    }
    return render(request, "knowledge/bulletin/page.html", context)


def feed_address(choice: StreamChoice) -> str:
    """The feed with the same filter; it holds what is new and to come."""
    query = address_of(replace(choice, when=NEW))
    return reverse("knowledge:bulletin_feed") + ("" if choice.is_any else query)


def _says_nothing(choice: StreamChoice) -> bool:
    return replace(choice, text="").is_any


def _tabs(choice: StreamChoice, counts: dict[str, int]) -> list[tuple[str, str, bool]]:
    """New and to come always, what is over only when there is any."""
    return [
        (f"{label} ({counts[when]})", address_of(replace(choice, when=when)), when == choice.when)
        for when, label in MOMENTS.items()
        if when != OVER or counts[when] or choice.when == OVER
    ]


def _filters(choice: StreamChoice, options: dict[str, list[Any]]) -> list[tuple[str, list[dict[str, Any]]]]:
    """Per filter its values, each with the address that chooses it or lets it go."""
    return [
        (
            str(LABELS[name]),
            [
                {
                    "label": option.label,
                    "count": option.count,
                    "url": address_of(toggled(choice, name, option.value)),
                    "is_chosen": option.value in getattr(choice, name),
                }
                for option in options[name]
            ],
        )
        for name in PARAMETERS
    ]


def _chips(choice: StreamChoice, options: dict[str, list[Any]]) -> list[tuple[str, str]]:
    """All that is chosen, each with the address without it."""
    labels = {("themes", slug): theme.title.lstrip("– ") for slug, theme in choices().themes.items()}
    labels |= {(name, option.value): option.label for name in PARAMETERS for option in options[name]}
    chips = [
        (labels.get((name, value), value), address_of(toggled(choice, name, value)))
        for name in PARAMETERS
        for value in getattr(choice, name)
    ]
    if choice.text:
        chips.append((f"‘{choice.text}’", address_of(replace(choice, text=""))))
    return chips


def _mine(own: Readership, choice: StreamChoice) -> dict[str, Any]:
    """Whether what is chosen are the reader's own sectors and roles, and the way to them."""
    is_mine = own.is_known and (set(choice.sectors), set(choice.roles)) == (set(own.sectors), set(own.roles))
    moment = f"&{MOMENT}={choice.when}" if choice.when else ""
    return {"is_mine": is_mine, "mine_url": f"?{FOR}={MINE}{moment}" if own.is_known else ""}
