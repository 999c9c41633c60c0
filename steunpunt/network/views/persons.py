"""The directory of persons, for staff: finding somebody, consent on paper, the account, and merging two into one."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from steunpunt.foundation.access import Refusal
from steunpunt.foundation.access.requests import Request
from steunpunt.foundation.access.views import staff_required
from steunpunt.foundation.ledger.queries import history_of
from steunpunt.foundation.ui.answers import Page, answer, found_or_404, posted
from steunpunt.network.actions import people as actions
from steunpunt.network.forms.people import ConnectForm, NameForm
from steunpunt.network.models import Person
from steunpunt.network.queries import people as queries
from steunpunt.network.queries.own import own_roles


@never_cache
@require_safe
@staff_required
def person_list(request: Request) -> HttpResponse:
    """Find somebody by name or address."""
    text = request.GET.get("q", "")[:100]
    page = Paginator(queries.find_people(request.actor, text), 50).get_page(request.GET.get("pagina"))
    return render(request, "network/people/person_list.html", {"page": page, "text": text, "query": request.GET})


@never_cache
@require_safe
@staff_required
def person(request: Request, public_id: str) -> HttpResponse:
    """Everything about one person: roles, history, who may be the same, and what was merged."""
    found = _found(request, public_id)
    context = {
        "person": found,
        "roles": own_roles(found, timezone.localdate()),
        "namesakes": queries.namesakes(found),
        "merges": queries.merges_of(found),
        "history": history_of(found.reference),
        "crumbs": [(_("Personen"), reverse("network:person_list")), (found.name, "")],
    }
    return render(request, "network/people/person.html", context)


@never_cache
@require_http_methods(["GET", "POST"])
@staff_required
def rename(request: Request, public_id: str) -> HttpResponse:
    """Correct a name."""
    found = _found(request, public_id)
    names = ("first_name", "last_name", "revision")
    form = NameForm(posted(request), initial={name: getattr(found, name) for name in names})
    page = _page(found, _("Naam wijzigen"), done=_("De naam is bewaard."))

    def deed(facts: dict[str, Any], **who: Any) -> None:
        actions.change_person(found, facts["first_name"], facts["last_name"], **who)

    return answer(request, form, page, deed)


@require_POST
@staff_required
def note_consent(request: Request, public_id: str) -> HttpResponse:
    """Consent that came on paper or by mail, or that was taken back that way."""
    found = _found(request, public_id)
    deed = actions.give_consent if request.POST.get("naam") == "ja" else actions.withdraw_consent
    deed(found, by=request.actor, at=timezone.now())
    messages.success(request, _("Bewaard."))
    return redirect("network:person", public_id=public_id)


@never_cache
@require_http_methods(["GET", "POST"])
@staff_required
def connect(request: Request, public_id: str) -> HttpResponse:
    """Say which account belongs to this person."""
    found = _found(request, public_id)
    form = ConnectForm(posted(request))
    page = _page(found, _("Account koppelen"), done=_("Gekoppeld. Het account heeft nu de rechten van deze persoon."))
    page.intro = _("Heeft deze persoon nog geen account? Nodig die dan uit bij het partnerschap.")
    return answer(request, form, page, lambda facts, **who: actions.connect_account(found, form.account, **who))


@require_POST
@staff_required
def disconnect(request: Request, public_id: str) -> HttpResponse:
    """The account no longer belongs to this person."""
    actions.disconnect_account(_found(request, public_id), by=request.actor, at=timezone.now())
    messages.success(request, _("Het account hoort niet meer bij deze persoon."))
    return redirect("network:person", public_id=public_id)


@require_POST
@staff_required
def merge(request: Request, public_id: str) -> HttpResponse:
    """Another person goes up in this one; the page says so and offers the way back."""
    kept = _found(request, public_id)
    other = _found(request, request.POST.get("andere", ""))
    actions.merge_persons(kept, other, by=request.actor, at=timezone.now())
    messages.success(request, _("Samengevoegd. Klopt het niet? Je kunt het hieronder terugdraaien."))
    return redirect("network:person", public_id=public_id)


@require_POST
@staff_required
def unmerge(request: Request, public_id: str, pk: int) -> HttpResponse:
    """Take a merge back."""
    found = found_or_404(queries.merges_of(_found(request, public_id)).filter(pk=pk).first())
    try:
        actions.unmerge(found, by=request.actor, at=timezone.now())
    except Refusal as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, _("De samenvoeging is teruggedraaid. Alles staat weer zoals het was."))
    return redirect("network:person", public_id=public_id)


def _found(request: Request, public_id: str) -> Person:
    found: Person = found_or_404(queries.person_by_public_id(request.actor, public_id))
    return found


def _page(found: Person, title: str, *, done: str) -> Page:
    address = reverse("network:person", args=[found.public_id])
    crumbs = [(_("Personen"), reverse("network:person_list")), (found.name, address), (title, "")]
    return Page(title=title, back=address, done=done, crumbs=crumbs)
