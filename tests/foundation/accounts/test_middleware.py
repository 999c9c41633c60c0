"""Staff get nowhere without a second factor that they proved in this session."""

from datetime import date

import pytest
from allauth.mfa.models import Authenticator
from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.converters import IntConverter

from steunpunt.foundation.accounts.middleware import OPEN_TO_STAFF
from tests.factories.foundation import EditorFactory, ProjectLeaderFactory, UserFactory

from .proving import app_code, sign_in, with_app

pytestmark = pytest.mark.django_db


def _addresses(resolver: URLResolver, prefix: str = "/") -> list[str]:
    """Every address of the site, with something in the place of its parts."""
    found = []
    for entry in resolver.url_patterns:
        route = getattr(entry.pattern, "_route", None)
        if route is None:
            continue
        for name, converter in entry.pattern.converters.items():
            sample = "1" if isinstance(converter, IntConverter) else "voorbeeld"
            for kind in ("str", "int", "slug", "path", "uuid"):
                route = route.replace(f"<{kind}:{name}>", sample)
            route = route.replace(f"<{name}>", sample)
        if isinstance(entry, URLPattern):
            found.append(prefix + route)
        else:
            found += _addresses(entry, prefix + route)
    return found


def test_staff_without_a_second_factor_get_nowhere(client):
    sign_in(client, EditorFactory())
    closed = sorted({path for path in _addresses(get_resolver()) if not path.startswith(OPEN_TO_STAFF)})

    reached = {
        path for path in closed if not client.get(path).headers.get("Location", "").startswith("/account/tweede-stap/")
    }

    assert len(closed) > 60
    assert reached == set()


def test_staff_without_a_second_factor_cannot_post_either(client):
    sign_in(client, EditorFactory())

    assert client.post("/sector/", {"sector": "po"}).url.startswith("/account/tweede-stap/")


def test_back_office_is_closed_without_a_second_factor(client):
    sign_in(client, ProjectLeaderFactory(is_superuser=True))

    assert client.get("/beheer/").url == "/account/tweede-stap/?next=%2Fbeheer%2F"


def test_page_says_what_to_do_and_comes_back(client):
    sign_in(client, EditorFactory())

    page = client.get("/werklijst/", follow=True).content.decode()

    assert "Stel eerst een tweede stap in" in page
    assert "/account/2fa/totp/activate/" in page
    assert "/account/2fa/webauthn/add/" in page


def test_enrolled_but_not_proved_in_this_session_leads_to_the_code(client):
    account = UserFactory()
    sign_in(client, account)
    secret = with_app(account)
    account.staff_role = "editor"
    account.save()

    assert client.get("/werklijst/").url == "/account/2fa/reauthenticate/?next=%2Fwerklijst%2F"
    client.post("/account/2fa/reauthenticate/", {"code": app_code(secret)})
    assert client.get("/werklijst/").status_code == 200


def test_factor_that_was_removed_counts_no_more(client):
    account = EditorFactory()
    sign_in(client, account, with_app(account))
    assert client.get("/werklijst/").status_code == 200

    Authenticator.objects.filter(user=account).delete()

    assert client.get("/werklijst/").url.startswith("/account/tweede-stap/")


def test_role_that_ended_needs_no_second_factor_and_gives_nothing(client):
    sign_in(client, EditorFactory(staff_until=date(2020, 1, 1)))

    assert client.get("/mijn/").status_code == 200
    assert client.get("/werklijst/").context["page"].paginator.count == 0


def test_back_office_refuses_whoever_is_no_staff_today_whatever_rights_are_stored(client):
    sign_in(client, UserFactory(is_superuser=True))

    assert client.get("/beheer/").status_code == 403


def test_back_office_sends_a_visitor_to_our_own_sign_in(client):
    assert client.get("/beheer/").url == "/account/login/?next=/beheer/"


def test_others_need_no_second_factor(client):
    sign_in(client, UserFactory())

    assert client.get("/mijn/").status_code == 200
