"""The address that a request comes from, as far as the proxy in front may be believed."""

from allauth.account.adapter import get_adapter
from django.http import HttpRequest


def client_address(request: HttpRequest) -> str:
    """The same address that the limits on signing in count."""
    return str(get_adapter().get_client_ip(request))
