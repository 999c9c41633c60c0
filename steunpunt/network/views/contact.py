"""Writing to a contact person for a theme."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from steunpunt.foundation.access import Refusal
from steunpunt.foundation.access.requests import Request
from steunpunt.network.actions.contact import Letter, write_to_contact
from steunpunt.network.forms.contact import ContactForm
from steunpunt.network.queries.contacts import contact_by_id, shown_contacts
from steunpunt.network.queries.partnerships import name_on

from .sender import fingerprint


@require_http_methods(["GET", "HEAD", "POST"])
def write(request: Request, slug: str, public_id: str) -> HttpResponse:
    """The form, and sending what was written."""
    now, today = timezone.now(), timezone.localdate()
    contact = contact_by_id(request.actor, today, slug, public_id)
    if contact is None:
        raise Http404
    form = ContactForm(request.POST or None, initial=_known(request))
    page = reverse("network:partnership", args=[slug])
    if request.method == "POST" and form.is_valid():
        facts = form.cleaned_data
        letter = Letter(facts["name"], facts["email"], facts["text"])
        try:
            if not form.is_by_machine:
                write_to_contact(
                    contact, letter, by=request.actor, at=now, fingerprint=fingerprint(request, "contact", today)
                )
        except Refusal as refusal:
            form.add_error(refusal.field or None, refusal.message)
        else:
            messages.success(
                request, _("Je bericht is verstuurd. Het antwoord komt op %(email)s.") % {"email": letter.email}
            )
            return redirect(page)
    name = name_on(contact.partnership, today)
    context = {
        "form": form,
        "contact": shown_contacts([contact], request.actor)[0],
        "name": name,
        "page_url": page,
        "crumbs": [(_("Partnerschappen"), reverse("network:partnership_list")), (name, page), (_("Stel je vraag"), "")],
    }
    return render(request, "network/partnership/contact.html", context, status=422 if form.errors else 200)


def _known(request: Request) -> dict[str, str]:
    account = request.actor.account
    return {"name": account.name, "email": account.email} if account else {}
