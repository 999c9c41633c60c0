"""The pages of the register import: offer a file, read what it would change, have it read in."""

from typing import Any

from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from steunpunt.foundation.access import Refusal
from steunpunt.foundation.access.requests import Request
from steunpunt.foundation.access.views import staff_required
from steunpunt.foundation.ledger.queries import history_of
from steunpunt.foundation.opendata import separated, workbook
from steunpunt.network.actions import register as actions
from steunpunt.network.forms.register import OfferForm, StartForm
from steunpunt.network.models import ImportState, RegisterImport
from steunpunt.network.queries.register import REPORT_COLUMNS, report_rows, report_table, visible_imports
from steunpunt.network.rules.register import can_cancel, can_start, is_broken_off, needs_agreement

from .register_shown import described, kind_rows, large_closings, outcome_tabs

IMPORTS_PER_PAGE, LINES_PER_PAGE = 25, 50
BUSY = (ImportState.WAITING, ImportState.RUNNING)


@staff_required
@require_http_methods(["GET", "HEAD", "POST"])
def import_list(request: Request) -> HttpResponse:
    """All imports, and the form to offer a file."""
    form = OfferForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            imported = _offer(request, form)
        except Refusal as refusal:
            form.add_error(refusal.field or None, refusal.message)
        else:
            return redirect("network:import_page", public_id=imported.public_id)
    page = Paginator(visible_imports(request.actor), IMPORTS_PER_PAGE).get_page(request.GET.get("pagina"))
    context = {"form": form, "page": page, "query": request.GET, "crumbs": [(_("Register inlezen"), "")]}
    return render(request, "network/register/list.html", context, status=422 if form.errors else 200)


def _offer(request: Request, form: OfferForm) -> RegisterImport:
    return actions.offer_file(
        form.cleaned_data["file"],
        reference_date=form.cleaned_data["reference_date"],
        source=form.cleaned_data["source"],
        by=request.actor,
        at=timezone.now(),
    )


@staff_required
@require_safe
def import_page(request: Request, public_id: str) -> HttpResponse:
    """What one file would change or has changed."""
    imported = _found(request, public_id)
    form = StartForm(needs_agreement=needs_agreement(imported))
    return render(request, "network/register/page.html", _context(request, imported, form))


@staff_required
@require_safe
def import_progress(request: Request, public_id: str) -> HttpResponse:
    """How far it is; when it is over, the whole page comes anew."""
    imported = _found(request, public_id)
    context = {"imported": imported, "is_busy": _is_busy(imported)}
    response = render(request, "network/register/_progress.html", context)
    if not context["is_busy"]:
        response["HX-Refresh"] = "true"
    return response


@staff_required
@require_POST
def import_start(request: Request, public_id: str) -> HttpResponse:
    """Have the tried file read in."""
    imported = _found(request, public_id)
    form = StartForm(request.POST, needs_agreement=needs_agreement(imported))
    if form.is_valid():
        start = actions.start_import_with_closings if "agreed" in form.fields else actions.start_import
        try:
            start(imported, by=request.actor, at=timezone.now())
            return redirect("network:import_page", public_id=public_id)
        except Refusal as refusal:
            form.add_error(None, refusal.message)
    return render(request, "network/register/page.html", _context(request, imported, form), status=422)


@staff_required
@require_POST
def import_try_again(request: Request, public_id: str) -> HttpResponse:
    """Repeat the dry run."""
    return _done(request, public_id, actions.try_again)


@staff_required
@require_POST
def import_cancel(request: Request, public_id: str) -> HttpResponse:
    """Decide not to read the file in."""
    return _done(request, public_id, actions.cancel_import)


def _done(request: Request, public_id: str, deed: Any) -> HttpResponse:
    """Do one deed; a refusal is shown on the page that stays."""
    imported = _found(request, public_id)
    try:
        deed(imported, by=request.actor, at=timezone.now())
    except Refusal as refusal:
        form = StartForm({}, needs_agreement=False)
        form.is_valid()
        form.add_error(None, refusal.message)
        return render(request, "network/register/page.html", _context(request, imported, form), status=409)
    return redirect("network:import_page", public_id=public_id)


@staff_required
@require_safe
def import_report(request: Request, public_id: str, suffix: str) -> HttpResponseBase:
    """The whole report as a file; text that a spreadsheet would run is made harmless."""
    imported = _found(request, public_id)
    rows = report_table(imported)
    response: HttpResponseBase
    if suffix == "csv":
        lines = separated.csv_lines(REPORT_COLUMNS, rows)
        response = StreamingHttpResponse(lines, content_type=separated.CONTENT_TYPE)
    elif suffix == "xlsx":
        file = workbook.workbook_file(_("Verslag"), REPORT_COLUMNS, rows, described(imported))
        response = FileResponse(file, content_type=workbook.CONTENT_TYPE)
    else:
        raise Http404
    response["Content-Disposition"] = f'attachment; filename="registerimport-{imported.public_id}.{suffix}"'
    return response


def _found(request: Request, public_id: str) -> RegisterImport:
    return get_object_or_404(visible_imports(request.actor), public_id=public_id)


def _is_busy(imported: RegisterImport) -> bool:
    return imported.state in BUSY and not is_broken_off(imported)


def _context(request: Request, imported: RegisterImport, form: StartForm) -> dict[str, Any]:
    outcome = request.GET.get("uitkomst", "")
    lines = report_rows(imported, outcome)
    address = {"public_id": imported.public_id}
    return {
        "imported": imported,
        "form": form,
        "is_busy": _is_busy(imported),
        "is_broken_off": is_broken_off(imported),
        "can_start": can_start(imported),
        "can_cancel": can_cancel(imported),
        "about": described(imported),
        "kinds": kind_rows(imported),
        "closings": large_closings(imported),
        "tabs": outcome_tabs(imported, outcome),
        "page": Paginator(lines, LINES_PER_PAGE).get_page(request.GET.get("pagina")),
        "query": request.GET,
        "downloads": [
            (label, reverse("network:import_report", kwargs=address | {"suffix": suffix}))
            for label, suffix in (("CSV", "csv"), ("Excel", "xlsx"))
        ],
        "history": history_of(imported.reference),
        "crumbs": [(_("Register inlezen"), reverse("network:import_list")), (imported.file_name, "")],
    }
