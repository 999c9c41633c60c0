"""Coming in and leaving: answering an invitation, asking for a role, stopping, and one's name on the site."""

from typing import Any

from allauth.account.utils import perform_login
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from steunpunt.foundation.access.requests import Request
from steunpunt.foundation.access.views import signed_in_required
from steunpunt.foundation.accounts.queries import account_by_email
from steunpunt.foundation.ui.answers import Page, answer, found_or_404, posted
from steunpunt.foundation.ui.fields import EndForm
from steunpunt.network.actions import people as actions
from steunpunt.network.forms.people import JoinForm
from steunpunt.network.models import Invitation
from steunpunt.network.queries import people as queries
from steunpunt.network.queries.invitations import invitation_by_token
from steunpunt.network.queries.own import own_role
from steunpunt.network.queries.partnerships import partnership_by_slug


@never_cache
@require_http_methods(["GET", "POST"])
def invitation(request: Request, token: str) -> HttpResponse:
    """Shows the offered role; only a press on the button takes it up, so that no mail scanner does."""
    found = invitation_by_token(token)
    if found is None:
        raise Http404
    is_open = found.is_open(timezone.now())
    if request.method == "POST" and is_open:
        return _accept(request, found, token)
    today = timezone.localdate()
    context = {
        "invitation": found,
        "partnership": queries.partnership_name(found.partnership, today),
        "organisation": queries.organisation_name(found.organisation, today),
        "is_open": is_open,
        "has_account": account_by_email(found.email) is not None,
    }
    response = render(request, "network/people/invitation.html", context, status=200 if is_open else 410)
    response["Referrer-Policy"] = "same-origin"
    response["X-Robots-Tag"] = "noindex"
    return response


def _accept(request: Request, found: Invitation, token: str) -> HttpResponse:
    """With an account: sign in first. Without: the link proves the address, so the account is made and signed in."""
    now, account = timezone.now(), request.actor.account
    if account is None:
        if account_by_email(found.email) is not None:
            return redirect_to_login(request.path)
        account = actions.accept_as_guest(token, at=now)
        messages.success(request, _("Welkom. Je hebt nu een account en je rol staat klaar."))
        return perform_login(request, account, email=account.email, redirect_url=reverse("foundation:my_page"))
    actions.accept_invitation(token, account, by=request.actor, at=now)
    messages.success(request, _("Welkom. Je rol staat klaar."))
    return redirect("foundation:my_page")


@never_cache
@require_http_methods(["GET", "POST"])
@signed_in_required
def join(request: Request, slug: str) -> HttpResponse:
    """Ask for a role at a partnership; its coordinator or the support point decides."""
    partnership = found_or_404(partnership_by_slug(request.actor, slug))
    name = queries.partnership_name(partnership, timezone.localdate())
    address = reverse("network:partnership", args=[slug])
    form = JoinForm(request.POST or None, partnership=partnership, today=timezone.localdate())
    page = Page(
        title=_("Ik werk mee aan %(name)s") % {"name": name},
        back=reverse("foundation:my_page"),
        done=_("Je aanvraag is verstuurd. Je krijgt een mail als er is besloten."),
        intro=_(
            "De coördinator van het partnerschap kijkt naar je aanvraag. Is er geen coördinator? Dan doet het steunpunt dat."
        ),
        submit=_("Verstuur mijn aanvraag"),
        crumbs=[(_("Partnerschappen"), reverse("network:partnership_list")), (name, address), (_("Meewerken"), "")],
    )

    def deed(facts: dict[str, object], **who: object) -> None:
        asked = actions.JoinRequest(partnership, **facts)  # type: ignore[arg-type]
        actions.request_affiliation(request.actor.account, asked, **who)  # type: ignore[arg-type]

    return answer(request, form, page, deed)


@never_cache
@require_http_methods(["GET", "POST"])
@signed_in_required
def leave(request: Request, pk: int) -> HttpResponse:
    """Stop in a role of one's own."""
    today, back = timezone.localdate(), reverse("foundation:my_page")
    role = found_or_404(own_role(request.actor.account, pk, today))
    row = role.affiliation
    form = EndForm(posted(request), initial={"valid_until": today})
    title = _("Ik stop als %(role)s") % {"role": row.role.title}
    page = Page(
        title=title,
        back=back,
        done=_("Bewaard. Vanaf die dag heb je deze rol niet meer."),
        intro=_("Het gaat om je rol bij %(place)s. Je kunt dit daarna niet zelf terugdraaien.") % {"place": role.place},
        submit=_("Ja, ik stop"),
        kind="danger",
        crumbs=[(_("Mijn pagina"), back), (title, "")],
    )
    if row.role.manages_partnership:
        page.intro += " " + _("Is er daarna geen coördinator meer? Dan neemt het steunpunt het beheer over. Dat mag.")

    def deed(facts: dict[str, Any], **who: Any) -> None:
        actions.end_affiliation(row, facts["valid_until"], by=who["by"], at=who["at"])

    return answer(request, form, page, deed)


@require_POST
@signed_in_required
def consent(request: Request) -> HttpResponse:
    """The name of whoever is signed in goes on the site, or off it."""
    person = found_or_404(queries.person_of(request.actor.account))
    if request.POST.get("naam") == "ja":
        actions.give_consent(person, by=request.actor, at=timezone.now())
        messages.success(request, _("Je naam mag nu op de site staan."))
    else:
        actions.withdraw_consent(person, by=request.actor, at=timezone.now())
        messages.success(request, _("Je naam staat niet meer op de site. Je rol blijft wel staan."))
    return redirect("foundation:my_page")
