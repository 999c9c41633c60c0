"""Going to the federation of schools or institutes, by a page of our own."""

from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.helpers import render_authentication_error
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import login
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from requests import RequestException


@never_cache
def leave(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Asks first; then a page that leads to the federation by itself, also without script.

    Browsers may hold our policy for forms against every redirect that follows one, and where a federation
    redirects to we cannot know. Following a link is no form.
    """
    try:
        answer = login(request, provider_id)
    except RequestException as error:
        return render_authentication_error(request, _provider(request, provider_id), exception=error)
    if not isinstance(answer, HttpResponseRedirect):
        return answer
    context = {"name": _provider(request, provider_id).name, "there": answer.url}
    return render(request, "foundation/accounts/leave.html", context)


def _provider(request: HttpRequest, provider_id: str) -> OpenIDConnectProvider:
    return get_adapter(request).get_provider(request, provider_id)
