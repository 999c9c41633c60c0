"""A visitor says what is wrong: first what sort of mistake, then what it should be."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from steunpunt.foundation.access import Refusal
from steunpunt.foundation.access.requests import Request
from steunpunt.foundation.ui.answers import posted
from steunpunt.network.actions.corrections import Proposal, propose_correction
from steunpunt.network.forms.corrections import CorrectionForm, form_for, not_later_than
from steunpunt.network.models import Organisation
from steunpunt.network.queries.addresses import KINDS_BY_SLUG, organisation_address
from steunpunt.network.queries.choosing import current_members
from steunpunt.network.queries.corrections import JOINS, LEAVES, MOVES, Record, fields_of, in_words, value_now
from steunpunt.network.queries.organisations import organisation_by_key
from steunpunt.network.queries.partnerships import partnership_by_slug
from steunpunt.network.queries.people import organisation_name, partnership_name

from .choosing import offered, search_template
from .editing_membership import KINDS
from .sender import fingerprint

FIELD = "veld"


@never_cache
@require_http_methods(["GET", "POST"])
def for_partnership(request: Request, slug: str) -> HttpResponse:
    """Something on the page of a partnership is wrong."""
    partnership = partnership_by_slug(request.actor, slug)
    if partnership is None:
        raise Http404
    page = reverse("network:partnership", args=[slug])
    name = partnership_name(partnership, timezone.localdate())
    crumbs = [(_("Partnerschappen"), reverse("network:partnership_list")), (name, page)]
    return _answer(request, partnership, name, page, crumbs)


@never_cache
@require_http_methods(["GET", "POST"])
def for_organisation(request: Request, kind: str, key: str) -> HttpResponse:
    """Something on the page of an organisation is wrong."""
    wanted = KINDS_BY_SLUG.get(kind)
    organisation = organisation_by_key(request.actor, wanted, key) if wanted else None
    if organisation is None:
        raise Http404
    page = organisation_address(organisation.kind, organisation.code or organisation.public_id)
    name = organisation_name(organisation, timezone.localdate())
    return _answer(request, organisation, name, page, [(_("Scholen"), reverse("network:site_list")), (name, page)])


def _answer(request: Request, record: Record, name: str, page: str, crumbs: list[tuple[str, str]]) -> HttpResponse:
    field = request.GET.get(FIELD, "")
    context: dict[str, Any] = {
        "name": name,
        "page_url": page,
        "fields": fields_of(record),
        "crumbs": [*crumbs, (_("Verbetering"), "")],
    }
    if field not in fields_of(record):
        return render(request, "network/editing/correction_choice.html", context)
    form = form_for(field)(posted(request), initial=_known(request))
    search = _offer(request, form, record, field)
    if request.method == "POST" and form.is_valid() and (token := _proposed(request, record, field, form)):
        return redirect("foundation:work_item_followed", token)
    today = timezone.localdate()
    now = in_words(field, value_now(record, field, "", today), today) if field not in {JOINS, LEAVES, MOVES} else ""
    context |= {"form": form, "field": field, "label": fields_of(record)[field], "now": now, "search": search}
    context["keep"] = [(FIELD, field)]
    template = "network/editing/correction.html"
    if search and search_template(request).endswith("_found.html"):
        template = "network/editing/_found.html"
    return render(request, template, context, status=422 if form.errors else 200)


def _offer(request: Request, form: CorrectionForm, record: Record, field: str) -> Any:
    """Fill the lists to choose from: found organisations, or the members."""
    today = timezone.localdate()
    if "organisation" in form.fields:
        return offered(request, form, KINDS if field == JOINS else (), today)
    if "about" in form.fields and not isinstance(record, Organisation):
        members = current_members(record, today)
        form.fields["about"].offer(members)  # type: ignore[attr-defined]
    return None


def _proposed(request: Request, record: Record, field: str, form: CorrectionForm) -> str:
    """The token to follow the proposal by; empty when it was refused."""
    now, today = timezone.now(), timezone.localdate()
    if isinstance(record, Organisation) and not not_later_than(form, today):
        return ""
    try:
        proposal = Proposal(field=field, **form.proposed())
        sender = fingerprint(request, "verbetering", today)
        item = propose_correction(record, proposal, by=request.actor, at=now, fingerprint=sender)
    except Refusal as refusal:
        form.add_error(refusal.field if refusal.field in form.fields else None, refusal.message)
        return ""
    messages.success(
        request, _("Dank je wel, je voorstel is binnen. Bewaar het adres van deze pagina om het te volgen.")
    )
    return item.token


def _known(request: Request) -> dict[str, str]:
    account = request.actor.account
    return {"reply_to": account.email} if account else {}
