"""Example mode only, from this machine only: become one of the example people, and read the mail that was sent."""

from collections.abc import Callable
from functools import wraps

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import record_authentication
from django.conf import settings
from django.contrib.auth import logout
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from steunpunt.foundation.access.loopback import is_from_loopback
from steunpunt.foundation.accounts.queries import example_account, example_people
from steunpunt.foundation.outbox.queries import latest_mails, mail_by_id

View = Callable[..., HttpResponse]


def example_only(view: View) -> View:
    """There is nothing here for anybody but whoever runs the example on this machine."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if not settings.EXAMPLE_MODE or not is_from_loopback(request):
            raise Http404
        return view(request, *args, **kwargs)

    return never_cache(guarded)


@example_only
@require_safe
def people(request: HttpRequest) -> HttpResponse:
    """The example people, each with what one can do as this person."""
    return render(request, "foundation/accounts/example_people.html", {"people": example_people()})


@example_only
@require_POST
def enter(request: HttpRequest, public_id: str) -> HttpResponse:
    """Sign in as an example person with one click, second factor included."""
    account = example_account(public_id)
    if account is None:
        raise Http404
    logout(request)
    record_authentication(request, account, method="mfa", type="voorbeeld")
    get_adapter().login(request, account)
    return redirect("foundation:my_page")


@example_only
@require_safe
def mailbox(request: HttpRequest) -> HttpResponse:
    """The mails that the example sent, newest first."""
    return render(request, "foundation/accounts/mailbox.html", {"mails": latest_mails()})


@example_only
@require_safe
def mail(request: HttpRequest, pk: int) -> HttpResponse:
    """One mail as it was sent."""
    found = mail_by_id(pk)
    if found is None:
        raise Http404
    return render(request, "foundation/accounts/mail.html", {"mail": found})
