"""Sharing what one knows: beginning, the page on which an item is worked on, its files."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from steunpunt.foundation.access import Refusal, require
from steunpunt.foundation.access.requests import Request
from steunpunt.foundation.access.views import signed_in_required
from steunpunt.foundation.ledger.revisions import Outdated
from steunpunt.foundation.ui.answers import Page, answer, found_or_404, posted
from steunpunt.knowledge.actions.files import hand_in, take_out
from steunpunt.knowledge.actions.items import NOT_A_MEMBER, begin_item, keep_draft, submit
from steunpunt.knowledge.forms.items import FileForm, ItemForm, ShareForm, initial_of
from steunpunt.knowledge.models import FileState, KnowledgeItem
from steunpunt.knowledge.queries.items import editable_item, editable_items
from steunpunt.knowledge.queries.proposing import files_elsewhere, lookalikes, proposals, subject_of, text_of
from steunpunt.knowledge.queries.sharing import partnerships_to_choose
from steunpunt.knowledge.queries.versions import latest_version
from steunpunt.knowledge.rules.items import can_submit, is_untouched, may_review, may_share, missing_in

from .items import handed_out

PER_PAGE = 25
BUSY = (FileState.WAITING, FileState.READING)


@never_cache
@require_http_methods(["GET", "POST"])
@signed_in_required
def share(request: Request) -> HttpResponse:
    """What it is, and the file or link that holds it."""
    require(may_share(request.actor), NOT_A_MEMBER)
    form = ShareForm(posted(request), request.FILES or None)
    title = _("Deel wat jij weet")
    page = Page(
        title=title,
        intro=_("Begin met een bestand of een link. Daarna schrijf je wat het oplevert en wie je kunt bellen."),
        back=reverse("knowledge:item_list"),
        done=_("Begonnen. Vul hieronder aan; je kunt tussendoor bewaren."),
        submit=_("Verder"),
        template="knowledge/work/share.html",
        crumbs=[(_("Kennisbank"), reverse("knowledge:item_list")), (title, "")],
    )

    def deed(given: dict[str, Any], **who: Any) -> None:
        upload: Any = given.get("file")
        facts = {
            "kind": given["kind"],
            "title": given["title"] or upload.name[:160],
            "link": given["link"],
            "partnership": partnerships_to_choose(request.actor).first(),
        }
        begun = begin_item(facts, **who)
        page.back = reverse("knowledge:work", args=[begun.public_id])
        if upload:
            try:
                hand_in(begun, upload, **who)
            except Refusal as refusal:
                messages.error(request, refusal.message)

    return answer(request, form, page, deed)


@never_cache
@require_safe
@signed_in_required
def own_list(request: Request) -> HttpResponse:
    """Everything that this person works on."""
    rows = editable_items(request.actor).prefetch_related("versions").order_by("-pk")
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("pagina"))
    title = _("Mijn bijdragen")
    crumbs = [(_("Kennisbank"), reverse("knowledge:item_list")), (title, "")]
    context = {"page": page, "query": request.GET, "crumbs": crumbs, "may_share": may_share(request.actor)}
    return render(request, "knowledge/work/list.html", context)


@never_cache
@require_http_methods(["GET", "POST"])
@signed_in_required
def work(request: Request, public_id: str) -> HttpResponse:
    """The page on which an item is written; keeping and sending in are two buttons of one form."""
    item = _found(request, public_id)
    form = _form(request, item)
    if request.method == "POST" and form.is_valid() and _kept(request, item, form):
        return redirect("knowledge:work", public_id=public_id)
    return render(
        request, "knowledge/work/page.html", _context(request, item, form), status=422 if form.errors else 200
    )


@never_cache
@require_POST
@signed_in_required
def add_file(request: Request, public_id: str) -> HttpResponse:
    """One more file for the open version."""
    item = _found(request, public_id)
    form = FileForm(request.POST, request.FILES)
    if form.is_valid():
        try:
            hand_in(item, form.cleaned_data["file"], by=request.actor, at=timezone.now())
            messages.success(request, _("Het bestand is binnen. We lezen het nu."))
            return redirect(_files(public_id))
        except Refusal as refusal:
            form.add_error("file", refusal.message)
    context = _context(request, item, _form(request, item, fresh=True)) | {"file_form": form}
    return render(request, "knowledge/work/page.html", context, status=422)


@never_cache
@require_POST
@signed_in_required
def remove_file(request: Request, public_id: str, file_id: str) -> HttpResponse:
    """Take a file out of the open version."""
    item = _found(request, public_id)
    take_out(found_or_404(item.all_files.filter(public_id=file_id).first()), by=request.actor, at=timezone.now())
    messages.success(request, _("Weggehaald uit deze versie."))
    return redirect(_files(public_id))


@never_cache
@require_safe
@signed_in_required
def own_file(request: Request, public_id: str, file_id: str) -> HttpResponseBase:
    """A file of an item that somebody works on."""
    row = found_or_404(_found(request, public_id).all_files.filter(public_id=file_id).first())
    return handed_out(row.stored_as, row.kind, row.name, is_public=False)


@never_cache
@require_safe
@signed_in_required
def file_progress(request: Request, public_id: str) -> HttpResponse:
    """How far the reading is; a page that waits for it comes anew, one on which somebody types never does."""
    item = _found(request, public_id)
    context = {"item": item, "waits": "alles" in request.GET, **_files_shown(request, item)}
    response = render(request, "knowledge/work/_files.html", context)
    if context["waits"] and not context["is_reading"]:
        response["HX-Refresh"] = "true"
    return response


def _found(request: Request, public_id: str) -> KnowledgeItem:
    return found_or_404(editable_item(request.actor, public_id))


def _files(public_id: str) -> str:
    return reverse("knowledge:work", args=[public_id]) + "#bestanden"


def _form(request: Request, item: KnowledgeItem, *, fresh: bool = False) -> ItemForm:
    version = latest_version(item)
    choices = partnerships_to_choose(request.actor, item).names(request.actor.day)
    data = None if fresh else posted(request)
    return ItemForm(
        data, initial=initial_of(version, request.actor), item=item, actor=request.actor, partnerships=choices
    )


def _kept(request: Request, item: KnowledgeItem, form: ItemForm) -> bool:
    """Keep what was typed, and send it in when that button was pressed; a refusal goes to its field."""
    who: dict[str, Any] = {"by": request.actor, "at": timezone.now()}
    facts = {name: value for name, value in form.cleaned_data.items() if name != "revision"}
    try:
        keep_draft(item, facts, revision=form.cleaned_data["revision"], **who)
        form.stands_at(item.revision)
        if request.POST.get("deed") == "insturen":
            for name, sentence in missing_in(latest_version(item)):
                form.add_error(name, str(sentence))
            if form.errors:
                return False
            submit(item, **who)
            messages.success(request, _("Ingestuurd. De redactie leest mee en laat van zich horen."))
        else:
            messages.success(request, _("Bewaard. Alleen jij en de redactie zien dit concept."))
    except Refusal as refusal:
        if isinstance(refusal, Outdated):
            form.stands_at(refusal.revision)
        form.add_error(refusal.field if refusal.field in form.fields else None, refusal.message)
    return not form.errors


def _context(request: Request, item: KnowledgeItem, form: ItemForm) -> dict[str, Any]:
    version = latest_version(item)
    text = text_of(version)
    title = version.title
    shown = _files_shown(request, item)
    return {
        "item": item,
        "waits": shown["is_reading"] and is_untouched(version) and not form.is_bound and "verder" not in request.GET,
        "version": version,
        "form": form,
        "file_form": FileForm(),
        "missing": [sentence for _field, sentence in missing_in(version)],
        "can_submit": can_submit(version),
        "may_review": may_review(request.actor),
        "remarks": item.remarks.select_related("author"),
        "themes": form.theme_boxes(proposals(subject_of(version))),
        "lookalikes": lookalikes(request.actor, item, text),
        "crumbs": [
            (_("Kennisbank"), reverse("knowledge:item_list")),
            (_("Mijn bijdragen"), reverse("knowledge:own_list")),
            (title, ""),
        ],
        **shown,
    }


def _files_shown(request: Request, item: KnowledgeItem) -> dict[str, Any]:
    files = list(latest_version(item).files.all())
    known = files_elsewhere(request.actor, item, files)
    rows = [(file, known.get(file.sha256, [])) for file in files]
    return {"files": rows, "is_reading": any(file.state in BUSY for file in files)}
