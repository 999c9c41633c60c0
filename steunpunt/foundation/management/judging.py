"""What makes settings unsafe for production, each as a Dutch sentence."""

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.core.checks import WARNING, run_checks
from django.db import Error, connection
from django.http.response import HttpResponseBase
from django.test import Client, override_settings
from django.urls import NoReverseMatch, reverse

from steunpunt.foundation.accounts.models import User

LOWEST_VERSION = 150_000
SHORTEST_KEY = 50
SECOND_FACTOR = "steunpunt.foundation.accounts.middleware.SecondFactorMiddleware"
NO_MAIL = ("console", "filebased", "locmem", "dummy")


def problems() -> list[str]:
    """Everything that is not right; empty when people may come in."""
    found = [*_mode(), *_addresses(), *_mail(), *_policy(), *_example_address()]
    without_database = list(_database())
    return [*found, *(without_database or [*_example_door(), *_example_staff()]), *_checks_of_django()]


def _mode() -> Iterator[str]:
    if settings.EXAMPLE_MODE:
        yield "STEUNPUNT_MODE is example. Zet hem op production."
    if settings.DEBUG:
        yield "STEUNPUNT_DEBUG staat aan. Zet hem uit."
    if len(settings.SECRET_KEY) < SHORTEST_KEY or len(set(settings.SECRET_KEY)) < 10:
        yield f"STEUNPUNT_SECRET_KEY ontbreekt of is te kort. Neem minstens {SHORTEST_KEY} willekeurige tekens."


def _addresses() -> Iterator[str]:
    if not settings.SECURE:
        yield "STEUNPUNT_BASE_URL begint niet met https://."
    if not [host for host in settings.ALLOWED_HOSTS if host not in {"localhost", "127.0.0.1", "[::1]"}]:
        yield "STEUNPUNT_HOSTS noemt geen naam waarop het platform bereikbaar is."
    if "*" in settings.ALLOWED_HOSTS:
        yield "STEUNPUNT_HOSTS laat elke naam toe. Noem de namen zelf."


def _mail() -> Iterator[str]:
    if any(word in settings.EMAIL_BACKEND for word in NO_MAIL):
        yield "STEUNPUNT_EMAIL_URL ontbreekt: zonder mail kan niemand inloggen."
    if settings.DEFAULT_FROM_EMAIL.endswith("@localhost"):
        yield "STEUNPUNT_FROM_EMAIL ontbreekt: mail heeft een afzender nodig."
    if not settings.CONTACT_EMAIL:
        yield "STEUNPUNT_CONTACT_EMAIL ontbreekt: bezoekers en security.txt hebben een adres nodig."


def _policy() -> Iterator[str]:
    policy: dict[str, Any] = dict(settings.CONTENT_SECURITY_POLICY)
    directives: dict[str, list[str]] = policy["DIRECTIVES"]
    for name in ("default-src", "script-src", "style-src"):
        if any("unsafe" in str(source) for source in directives[name]):
            yield f"De Content-Security-Policy staat onveilige inhoud toe bij {name}."
    if SECOND_FACTOR not in settings.MIDDLEWARE:
        yield "De tweede stap voor medewerkers staat uit."


def _example_address() -> Iterator[str]:
    """The one-click sign-in must not be routed at all; asked of the real addresses, not of a setting."""
    try:
        reverse("foundation:example_people")
    except NoReverseMatch:
        return
    yield "De pagina om in te loggen als voorbeeldpersoon heeft een adres."


def _example_door() -> Iterator[str]:
    """What the site itself answers there."""
    status = _ask("/voorbeeld/").status_code
    if status != 404:
        yield f"/voorbeeld/ antwoordt met {status} en hoort 404 te zijn."


def _example_staff() -> Iterator[str]:
    """Invented people may stand in a copied database, but not as staff."""
    for account in User.objects.filter(is_example=True).exclude(staff_role="").order_by("email"):
        if account.is_staff:
            yield f"Het voorbeeldaccount {account.email} is medewerker. Neem de rol weg: give_role {account.email} none."


def _ask(path: str) -> HttpResponseBase:
    """One request as a visitor's browser would send it; static files need not be collected for it."""
    host = next((name for name in settings.ALLOWED_HOSTS if name != "*"), "localhost").lstrip(".")
    plain = {**settings.STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
    with override_settings(STORAGES=plain):
        return Client(raise_request_exception=False).get(path, secure=True, headers={"host": host})


def _database() -> Iterator[str]:
    try:
        connection.ensure_connection()
    except Error as error:
        yield f"De database antwoordt niet; klopt DATABASE_URL? ({str(error).splitlines()[0]})"
        return
    if connection.pg_version < LOWEST_VERSION:  # type: ignore[attr-defined]
        yield "De database is ouder dan PostgreSQL 15."
    elif User._meta.db_table not in connection.introspection.table_names():
        yield "De database is nog leeg. Doe eerst: manage.py prepare"


def _checks_of_django() -> Iterator[str]:
    for message in run_checks(include_deployment_checks=True):
        if message.level >= WARNING and not message.is_silenced():
            yield f"{message.id}: {message.msg}"
