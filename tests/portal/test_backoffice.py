"""The back office: who comes in, and with which policy."""

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from steunpunt.portal.actions.groups import align_groups
from steunpunt.portal.backoffice import not_here
from steunpunt.portal.models import ContentPage
from tests.factories.foundation import EditorFactory, ProjectLeaderFactory, UserFactory, sign_in_staff

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("pages", "groups")]


@pytest.fixture
def enter(client):
    """Signs an account in, with a second factor, and opens an address."""

    def open_as(account, path="/beheer/"):
        align_groups(today=timezone.localdate())
        if account.staff_role:
            sign_in_staff(client, account)
        else:
            client.force_login(account)
        return client.get(path)

    return open_as


def test_visitor_is_sent_to_our_own_sign_in(client):
    response = client.get("/beheer/pages/")

    assert response.headers["Location"].startswith("/account/login/?next=")


def test_account_without_a_role_is_refused(enter):
    assert enter(UserFactory()).status_code == 403


def test_editor_without_a_second_factor_gets_nowhere(client):
    client.force_login(EditorFactory())

    assert client.get("/beheer/").status_code == 302


@pytest.mark.parametrize("make", [EditorFactory, ProjectLeaderFactory])
def test_staff_see_the_back_office_in_dutch(enter, make):
    response = enter(make())

    assert (response.status_code, "Pagina&#x27;s" in response.text or "Pagina's" in response.text) == (200, True)


def test_only_the_back_office_may_run_inline_script(client, enter):
    policy = enter(EditorFactory())["Content-Security-Policy"]

    assert "script-src 'self' 'unsafe-inline'" in policy
    assert "unsafe-inline" not in client.get("/over/")["Content-Security-Policy"]


def test_screens_are_never_kept_by_caches(enter):
    assert enter(EditorFactory())["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize("path", ["users/", "groups/", "sites/", "collections/", "workflows/list/", "password_reset/"])
def test_screens_about_accounts_and_rights_are_not_there(enter, path):
    assert enter(ProjectLeaderFactory(), f"/beheer/{path}").status_code == 404


@pytest.mark.parametrize(("path", "name"), [("login", "login"), ("logout", "logout")])
def test_signing_in_and_out_is_ours(enter, path, name):
    assert enter(EditorFactory(), f"/beheer/{path}/").headers["Location"] == f"/account/{name}/"


@pytest.mark.parametrize("path", ["_util/authenticate_with_password/1/1/", "documenten/authenticate_with_password/1/"])
def test_nothing_asks_for_a_password_that_many_share(client, path):
    answer = client.post(f"/{path}", {"password": "geheim", "return_url": "/"})

    assert (answer.status_code, answer.resolver_match.func) == (404, not_here)


def test_page_for_those_who_signed_in_leads_to_our_own_sign_in_and_back(client):
    page = ContentPage.objects.live().first()
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)

    there = client.get(client.get(page.url).url).url

    assert there == f"/account/login/?next={page.url}"


def test_editor_cannot_publish_what_a_project_leader_can(enter, pages):
    assert 'name="action-publish"' not in enter(EditorFactory(), f"/beheer/pages/{pages.pk}/edit/").text
    assert 'name="action-publish"' in enter(ProjectLeaderFactory(), f"/beheer/pages/{pages.pk}/edit/").text
