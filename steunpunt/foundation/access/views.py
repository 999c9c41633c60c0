"""Decorators that stand before a view and let only the right people in."""

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _

from .requests import Request

if TYPE_CHECKING:
    from steunpunt.foundation.accounts.models import User

View = Callable[..., HttpResponseBase]


def signed_in_required(view: View) -> View:
    """Sends a visitor to the sign-in page and brings them back afterwards."""

    @wraps(view)
    def guarded(request: Request, *args: object, **kwargs: object) -> HttpResponseBase:
        if not request.actor.is_signed_in:
            return redirect_to_login(request.get_full_path())
        return view(request, *args, **kwargs)

    return guarded


def staff_required(view: View) -> View:
    """Lets in staff with a proved second factor; others get a page that says why not."""

    @wraps(view)
    def guarded(request: Request, *args: object, **kwargs: object) -> HttpResponseBase:
        if not request.actor.is_signed_in:
            return redirect_to_login(request.get_full_path())
        if not request.actor.is_staff:
            sentence = _("Deze pagina is voor medewerkers van het steunpunt.")
            return render(request, "403.html", {"sentence": sentence}, status=403)
        return view(request, *args, **kwargs)

    return guarded


def account_of(request: Request) -> "User":
    """The account behind a request, in views that only signed-in people reach."""
    account = request.actor.account
    if account is None:
        raise PermissionDenied
    return account
