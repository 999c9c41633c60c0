"""Collections: the list, one of them, and tending one's own."""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from steunpunt.foundation.access import Actor, Refusal, require
from steunpunt.foundation.access.requests import Request
from steunpunt.foundation.access.views import signed_in_required
from steunpunt.foundation.ui.answers import Page, answer, found_or_404, posted
from steunpunt.knowledge.actions import collections as deeds
from steunpunt.knowledge.forms.collections import CollectForm, CollectionForm, NoteForm, ReviseCollectionForm
from steunpunt.knowledge.models import CollectedItem, Collection
from steunpunt.knowledge.queries.collections import (
    entries_of,
    maker_of,
    own_collections,
    shown_collections,
    visible_collection,
    visible_collections,
)
from steunpunt.knowledge.queries.items import visible_item
from steunpunt.knowledge.queries.sharing import partnerships_to_choose
from steunpunt.knowledge.rules.collections import may_edit_collection, may_show_to_all
from steunpunt.network.queries.people import partnership_names


@require_safe
def collection_list(request: Request) -> HttpResponse:
    """One's own, and what others put together for everybody."""
    actor = request.actor
    public = visible_collections(actor).filter(is_public=True).order_by("title", "pk")
    context = {
        "own": shown_collections(own_collections(actor), actor),
        "public": shown_collections(public, actor),
        "crumbs": [_shelf(), (_("Verzamelingen"), "")],
    }
    return render(request, "knowledge/collection/list.html", context)


@require_safe
def collection(request: Request, public_id: str) -> HttpResponse:
    """What somebody put together, in their order."""
    found = found_or_404(visible_collection(request.actor, public_id))
    context = {
        "collection": found,
        "entries": entries_of(found, request.actor),
        "maker": maker_of(found, request.actor),
        "may_edit": may_edit_collection(request.actor, found),
        "crumbs": _crumbs(found.title),
    }
    return render(request, "knowledge/collection/page.html", context)


@never_cache
@require_http_methods(["GET", "POST"])
@signed_in_required
def make(request: Request) -> HttpResponse:
    """Begin one."""
    page = Page(
        title=_("Nieuwe verzameling"),
        intro=_("Zet bij elkaar wat bij elkaar hoort. Alleen jij ziet het, tot je kiest voor iedereen."),
        back=reverse("knowledge:collection_list"),
        done=_("De verzameling staat er. Kies nu bij een bijdrage ‘In een verzameling’."),
        submit=_("Maak de verzameling"),
        crumbs=_crumbs(_("Nieuw")),
    )

    def deed(given: dict[str, Any], **who: Any) -> None:
        page.back = _page_of(deeds.make_collection(given, **who))

    return answer(request, CollectionForm(posted(request)), page, deed)


@never_cache
@require_http_methods(["GET", "POST"])
@signed_in_required
def edit(request: Request, public_id: str) -> HttpResponse:
    """Its words, who sees it, and the order."""
    found = _tended(request.actor, public_id)
    said = {name: getattr(found, name) for name in ("title", "intro", "is_public", "partnership", "revision")}
    form = ReviseCollectionForm(
        posted(request),
        initial=said,
        partnerships=_speakers(request.actor, found),
        may_show=may_show_to_all(request.actor),
    )
    page = Page(
        title=_("Verzameling wijzigen"),
        back=_page_of(found),
        done=_("De verzameling is bewaard."),
        template="knowledge/collection/edit.html",
        crumbs=_crumbs(found.title, found),
        extra={"collection": found, "entries": entries_of(found, request.actor)},
    )

    def deed(given: dict[str, Any], **who: Any) -> None:
        deeds.revise_collection(found, given, **who)
        if visible_collection(request.actor, public_id) is None:
            page.back = reverse("knowledge:collection_list")

    return answer(request, form, page, deed)


@never_cache
@require_POST
@signed_in_required
def arrange(request: Request, public_id: str, item_id: str) -> HttpResponse:
    """One item: up, down, out, or another word of why."""
    found = _tended(request.actor, public_id)
    entry = found_or_404(found.entries.filter(item__public_id=item_id).first())
    try:
        _arranged(request, entry)
    except Refusal as refusal:
        messages.error(request, refusal.message)
    return redirect(reverse("knowledge:collection_edit", args=[public_id]) + "#bijdragen")


def _arranged(request: Request, entry: CollectedItem) -> None:
    who: dict[str, Any] = {"by": request.actor, "at": timezone.now()}
    deed = request.POST.get("deed", "")
    if deed == "weg":
        deeds.drop(entry, **who)
        messages.success(request, _("Uit de verzameling gehaald."))
        return
    form = NoteForm(request.POST)
    require(form.is_valid(), _("Houd de zin onder de 300 tekens."))
    if "note" in request.POST and form.cleaned_data["note"] != entry.note:
        deeds.write_note(entry, form.cleaned_data["note"], **who)
        messages.success(request, _("De zin is bewaard."))
    if deed in _STEPS:
        deeds.move(entry, _STEPS[deed], **who)


_STEPS = {"omhoog": -1, "omlaag": 1}


@never_cache
@require_http_methods(["GET", "POST"])
@signed_in_required
def remove(request: Request, public_id: str) -> HttpResponse:
    """Ask once more, then take the whole away."""
    found = _tended(request.actor, public_id)
    page = Page(
        title=_("Verzameling weghalen"),
        intro=_("‘%(title)s’ verdwijnt. De bijdragen zelf blijven in de kennisbank.") % {"title": found.title},
        back=reverse("knowledge:collection_list"),
        done=_("De verzameling is weg."),
        submit=_("Haal weg"),
        kind="danger",
        crumbs=_crumbs(found.title, found),
    )
    form = NoteForm(posted(request))
    del form.fields["note"]
    return answer(request, form, page, lambda given, **who: deeds.remove_collection(found, **who))


@never_cache
@require_http_methods(["GET", "POST"])
@signed_in_required
def collect(request: Request, slug: str) -> HttpResponse:
    """Put an item in one of one's own collections, or in a new one."""
    item = found_or_404(visible_item(request.actor, slug))
    title = item.live.title if item.live else ""
    page = Page(
        title=_("In een verzameling"),
        intro=_("Je zet ‘%(title)s’ bij andere bijdragen.") % {"title": title},
        back=reverse("knowledge:item", args=[slug]),
        done=_("Toegevoegd aan je verzameling."),
        submit=_("Zet erbij"),
        crumbs=[_shelf(), (title, reverse("knowledge:item", args=[slug])), (_("In een verzameling"), "")],
    )

    def deed(given: dict[str, Any], **who: Any) -> None:
        chosen = given.get("collection")
        if chosen:
            deeds.collect(chosen, item, given["note"], **who)
        else:
            chosen = deeds.collect_in_new(given["title"], item, given["note"], **who)
        page.back = _page_of(chosen)

    return answer(request, CollectForm(posted(request), collections=own_collections(request.actor)), page, deed)


def _tended(actor: Actor, public_id: str) -> Collection:
    found: Collection = found_or_404(visible_collection(actor, public_id))
    require(may_edit_collection(actor, found), deeds.NOT_YOURS)
    return found


def _speakers(actor: Actor, found: Collection) -> Iterable[tuple[int, str]]:
    """In whose name it may stand: one's own partnerships, and the one in whose name it stands already."""
    names = dict(partnerships_to_choose(actor).names(actor.day))
    if found.partnership_id:
        names |= partnership_names([found.partnership_id], actor.day)
    return names.items()


def _page_of(found: Collection) -> str:
    return reverse("knowledge:collection", args=[found.public_id])


def _shelf() -> tuple[str, str]:
    return (_("Kennisbank"), reverse("knowledge:item_list"))


def _crumbs(title: str, found: Collection | None = None) -> list[tuple[str, str]]:
    above = [_shelf(), (_("Verzamelingen"), reverse("knowledge:collection_list"))]
    return [*above, (title, _page_of(found) if found else ""), *([(_("Wijzigen"), "")] if found else [])]
