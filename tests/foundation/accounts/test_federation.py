"""Signing in through a federation, against a real provider on this machine."""

from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.socialaccount.models import SocialAccount
from django.test import Client
from django.utils.html import escape

from steunpunt.foundation.accounts.models import User
from steunpunt.foundation.events.jobs import deliver_due
from steunpunt.foundation.events.models import Announcement
from steunpunt.foundation.worklist.models import WorkItem
from steunpunt.network.models import Affiliation
from tests.factories.foundation import UserFactory
from tests.factories.network import MembershipFactory, PartnershipFactory, RoleFactory, SiteFactory

from .federation import Federation
from .proving import mailed_code, proved

pytestmark = pytest.mark.django_db
NAMED = {"sub": "u-1", "email": "jo@school.invalid", "email_verified": True, "given_name": "Jo", "family_name": "Smit"}


@pytest.fixture
def federation(settings):
    provider = Federation()
    settings.SOCIALACCOUNT_PROVIDERS = provider.settings()
    yield provider
    provider.close()


def _come_in(client: Client, federation: Federation, **claims) -> str:
    """The whole way round: our button, their page, and back; where we end."""
    federation.claims = claims
    back = federation.agree(_there(client))
    return client.get(back.removeprefix("http://testserver")).url


def _there(client: Client) -> str:
    """The address that the page after our button leads to."""
    return client.post("/account/oidc/entree/login/").context["there"]


def test_button_stands_on_the_login_page_when_a_federation_is_set_up(client, federation):
    assert "Entree" in client.get("/account/login/").content.decode()


def test_without_federation_there_is_no_button(client):
    assert "Inloggen via je organisatie" not in client.get("/account/login/").content.decode()


def test_button_leads_to_a_page_of_our_own_that_goes_on_by_itself(client, federation):
    page = client.post("/account/oidc/entree/login/")
    there, shown = escape(page.context["there"]), page.content.decode()

    assert page.status_code == 200
    assert f'<meta http-equiv="refresh" content="0; url={there}">' in shown
    assert f'href="{there}">Ga verder naar Entree</a>' in shown
    assert "no-store" in page["Cache-Control"]


def test_way_there_is_tied_to_this_browser(client, federation):
    asked = parse_qs(urlsplit(_there(client)).query)

    assert asked["redirect_uri"] == ["http://testserver/account/oidc/entree/login/callback/"]
    assert asked["code_challenge_method"] == ["S256"]
    assert asked["state"] != parse_qs(urlsplit(_there(Client())).query)["state"]


def test_forms_lead_nowhere_else(client, federation):
    policy = client.get("/account/oidc/entree/login/")["Content-Security-Policy"]

    assert "form-action 'self';" in f"{policy};"


def test_federation_that_does_not_answer_is_told_in_words(client, federation):
    federation.close()

    page = client.post("/account/oidc/entree/login/")

    assert "Inloggen is niet gelukt" in page.content.decode()


def test_somebody_new_gets_an_account_without_rights(client, federation):
    assert _come_in(client, federation, **NAMED) == "/mijn/"

    account = User.objects.get(email="jo@school.invalid")
    assert (account.name, account.staff_role) == ("Jo Smit", "")
    assert client.session["_auth_user_id"] == str(account.pk)


def test_second_time_is_the_same_account(client, federation):
    _come_in(client, federation, **NAMED)
    _come_in(Client(), federation, **NAMED)

    assert User.objects.count() == 1


def test_address_that_the_federation_did_not_prove_needs_a_code(client, federation):
    end = _come_in(client, federation, **(NAMED | {"email_verified": False}))

    assert end == "/account/confirm-email/"
    assert "_auth_user_id" not in client.session
    client.post("/account/confirm-email/", {"code": mailed_code("jo@school.invalid")})
    assert "_auth_user_id" in client.session


def test_without_an_address_we_ask_for_one(client, federation):
    end = _come_in(client, federation, sub="u-2", given_name="Jo")

    assert end == "/account/3rdparty/signup/"
    client.post(end, {"email": "jo@thuis.invalid"})
    client.post("/account/confirm-email/", {"code": mailed_code("jo@thuis.invalid")})
    assert SocialAccount.objects.get(uid="u-2").user.email == "jo@thuis.invalid"


def test_federation_does_not_open_an_account_that_exists_already(client, federation):
    proved(UserFactory(email="jo@school.invalid"))

    _come_in(client, federation, **NAMED)

    assert "_auth_user_id" not in client.session
    assert not SocialAccount.objects.exists()


def test_staff_still_need_their_second_factor(client, federation):
    _come_in(client, federation, **NAMED)
    User.objects.update(staff_role="editor")

    assert client.get("/werklijst/").url.startswith("/account/tweede-stap/")


def test_home_organisation_is_announced_with_the_account(client, federation):
    _come_in(client, federation, **NAMED, nlEduPersonHomeOrganizationId="01AA00", eduPersonAffiliation=["employee"])

    account = User.objects.get()
    assert Announcement.objects.get().payload == {
        "account": account.public_id,
        "provider": "entree",
        "brin": "01AA00",
        "home": "",
        "affiliations": ["employee"],
    }


def test_without_a_home_organisation_nothing_is_announced(client, federation):
    _come_in(client, federation, **NAMED)

    assert not Announcement.objects.exists()


@pytest.mark.parametrize(
    ("affiliation", "role"), [("employee", "medewerker"), ("student", "leraar-in-opleiding"), ("staff", "medewerker")]
)
def test_home_organisation_becomes_a_proposal_and_no_right(client, federation, affiliation, role):
    partnership, site = PartnershipFactory(), SiteFactory(code="01AA00")
    MembershipFactory(partnership=partnership, organisation=site)
    RoleFactory(code="medewerker"), RoleFactory(code="leraar-in-opleiding")

    _come_in(client, federation, **NAMED, nlEduPersonHomeOrganizationId="01AA00", eduPersonAffiliation=affiliation)
    deliver_due.call()
    deliver_due.call()

    item = WorkItem.objects.get()
    assert (item.kind, item.subject, item.data["role"]) == ("rol-voorstel", partnership.reference, role)
    assert not Affiliation.objects.exists()


def test_code_that_was_not_given_out_opens_nothing(client, federation):
    federation.claims = NAMED
    state = parse_qs(urlsplit(_there(client)).query)["state"][0]

    page = client.get(f"/account/oidc/entree/login/callback/?code=verzonnen&state={state}")

    assert "Inloggen is niet gelukt" in page.content.decode()
    assert not User.objects.exists()


def test_answer_to_a_question_that_was_not_asked_opens_nothing(client, federation):
    back = federation.agree(_there(Client()))

    page = client.get(back.removeprefix("http://testserver"))

    assert "Inloggen is niet gelukt" in page.content.decode()


def test_unknown_federation_is_not_found(client, federation):
    assert client.post("/account/oidc/verzonnen/login/").status_code == 404


def test_staff_role_is_not_something_a_federation_can_say(client, federation):
    _come_in(client, federation, **NAMED, staff_role="project_leader", is_superuser=True)

    account = User.objects.get()
    assert (account.staff_role, account.is_superuser) == ("", False)
