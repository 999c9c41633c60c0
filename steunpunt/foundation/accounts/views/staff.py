"""Who works for the support point: a page for project leaders, who give and end these roles."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from steunpunt.foundation.access import Refusal, require
from steunpunt.foundation.access.requests import Request
from steunpunt.foundation.access.views import staff_required
from steunpunt.foundation.accounts.actions import end_staff_role, forget_second_factor, invite_staff
from steunpunt.foundation.accounts.forms import StaffForm
from steunpunt.foundation.accounts.queries import account_by_public_id, staff_with_factors
from steunpunt.foundation.accounts.rules import may_give_roles


@never_cache
@require_http_methods(["GET", "POST"])
@staff_required
def staff(request: Request) -> HttpResponse:
    """Who works here and whether they have a second factor; and the form to let somebody in."""
    require(may_give_roles(request.actor), _("Alleen een projectleider ziet deze pagina."))
    now = timezone.now()
    form = StaffForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            invite_staff(**form.cleaned_data, by=request.actor, at=now)
        except Refusal as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, refusal.message)
        else:
            messages.success(request, _("Bewaard. Deze persoon krijgt een mail met wat te doen."))
            return redirect("foundation:staff")
    context = {"form": form, "people": staff_with_factors(timezone.localdate(now))}
    return render(request, "foundation/accounts/staff.html", context, status=422 if form.errors else 200)


@require_POST
@staff_required
def end(request: Request, public_id: str) -> HttpResponse:
    """Somebody no longer works here."""
    account = account_by_public_id(public_id)
    if account is None:
        raise Http404
    end_staff_role(account, by=request.actor, at=timezone.now())
    messages.success(request, _("De rol is beëindigd."))
    return redirect("foundation:staff")


@require_POST
@staff_required
def forget_factor(request: Request, public_id: str) -> HttpResponse:
    """Somebody lost the second step and starts anew."""
    account = account_by_public_id(public_id)
    if account is None:
        raise Http404
    forget_second_factor(account, by=request.actor, at=timezone.now())
    messages.success(request, _("De tweede stap is uitgezet. Deze persoon krijgt een mail met wat te doen."))
    return redirect("foundation:staff")
