"""Who sends a form without an account: a keyed hash, another one every day, so that nobody can be followed by it."""

from datetime import date

from django.conf import settings
from django.utils.crypto import salted_hmac

from steunpunt.foundation.access.requests import Request


def fingerprint(request: Request, purpose: str, day: date) -> str:
    """Tells senders apart within one day; the address itself is kept nowhere."""
    return salted_hmac(f"{purpose}:{day.isoformat()}", _address(request), algorithm="sha256").hexdigest()


def _address(request: Request) -> str:
    """Behind our own proxy the last hop that it wrote down; otherwise whoever is connected."""
    forwarded = request.headers.get("X-Forwarded-For", "")
    if settings.SECURE_PROXY_SSL_HEADER and forwarded:
        return forwarded.rpartition(",")[2].strip()
    return str(request.META.get("REMOTE_ADDR", ""))
