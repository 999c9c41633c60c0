"""Whether a request comes from this machine itself, with nothing in between."""

from ipaddress import ip_address

from django.conf import settings
from django.http import HttpRequest

FORWARDED = ("HTTP_FORWARDED", "HTTP_X_FORWARDED_FOR", "HTTP_X_FORWARDED_HOST", "HTTP_X_REAL_IP", "HTTP_VIA")


def is_from_loopback(request: HttpRequest) -> bool:
    """True only for 127.0.0.0/8 and ::1, and for nobody behind a proxy."""
    if settings.SECURE_PROXY_SSL_HEADER or any(request.META.get(name) for name in FORWARDED):
        return False
    try:
        return ip_address(request.META.get("REMOTE_ADDR", "")).is_loopback
    except ValueError:
        return False
