"""One's own page: who am I, what may I, what do you hold of me, and how do I leave."""

from django.contrib import messages
from django.contrib.auth import logout, update_session_auth_hash
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from steunpunt.foundation.access import Refusal
from steunpunt.foundation.access.requests import Request
from steunpunt.foundation.access.views import account_of, signed_in_required
from steunpunt.foundation.accounts.actions import change_name, erase_account, sign_out_elsewhere
from steunpunt.foundation.accounts.forms import EraseForm, NameForm
from steunpunt.foundation.accounts.queries import (
    federations_of,
    own_data,
    panels_of,
    recovery_codes_left,
    second_factors,
)
from steunpunt.foundation.worklist.queries import open_items, own_items


@never_cache
@require_safe
@signed_in_required
def my_page(request: Request) -> HttpResponse:
    """Everything that is about the person who signed in."""
    account = account_of(request)
    context = {
        "account": account,
        "factors": second_factors(account),
        "codes_left": recovery_codes_left(account),
        "federations": federations_of(account),
        "panels": panels_of(account, request.actor, timezone.localdate()),
        "requests": own_items(request.actor)[:20],
        "waiting": open_items(request.actor).count(),
    }
    return render(request, "foundation/accounts/my_page.html", context)


@never_cache
@require_http_methods(["GET", "POST"])
@signed_in_required
def name(request: Request) -> HttpResponse:
    """Change the name that goes with the account."""
    account = account_of(request)
    now = {"first_name": account.first_name, "last_name": account.last_name}
    form = NameForm(request.POST if request.method == "POST" else None, initial=now)
    if request.method == "POST" and form.is_valid():
        change_name(account_of(request), **form.cleaned_data, by=request.actor, at=timezone.now())
        messages.success(request, _("Je naam is bewaard."))
        return redirect("foundation:my_page")
    return render(request, "foundation/accounts/name.html", {"form": form}, status=422 if form.errors else 200)


@never_cache
@require_safe
@signed_in_required
def my_data(request: Request) -> HttpResponse:
    """A download of everything that we hold of this account."""
    data = {"gemaakt op": timezone.now(), "gegevens": own_data(account_of(request))}
    response = JsonResponse(data, json_dumps_params={"ensure_ascii": False, "indent": 2})
    response["Content-Disposition"] = 'attachment; filename="mijn-gegevens.json"'
    return response


@require_POST
@signed_in_required
def leave_elsewhere(request: Request) -> HttpResponse:
    """Sign out on every other device; this one stays signed in."""
    account = sign_out_elsewhere(account_of(request), by=request.actor, at=timezone.now())
    update_session_auth_hash(request, account)
    messages.success(request, _("Je bent op alle andere apparaten uitgelogd."))
    return redirect("foundation:my_page")


@never_cache
@require_http_methods(["GET", "POST"])
@signed_in_required
def erase(request: Request) -> HttpResponse:
    """Ask first, then erase the account and sign out."""
    form = EraseForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            erase_account(account_of(request), by=request.actor, at=timezone.now())
        except Refusal as refusal:
            form.add_error(None, refusal.message)
        else:
            logout(request)
            messages.success(request, _("Je account is gewist."))
            return redirect("/")
    return render(request, "foundation/accounts/erase.html", {"form": form}, status=422 if form.errors else 200)


@never_cache
@require_safe
@signed_in_required
def second_factor(request: Request) -> HttpResponse:
    """Tells staff without a second factor what to do, and what will be open to them afterwards."""
    back = request.GET.get("next", "/")
    safe = url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure())
    context = {"factors": second_factors(account_of(request)), "next": back if safe else "/"}
    return render(request, "foundation/accounts/second_factor.html", context)
