"""Answering an invitation, asking for a role, and one's name on the site."""

import re
from datetime import date

import pytest
from django.utils import timezone

from steunpunt.foundation.accounts.models import User
from steunpunt.foundation.outbox.models import Mail
from steunpunt.foundation.worklist.models import WorkItem
from steunpunt.network.actions.people import invite
from steunpunt.network.models import Affiliation, Invitation, Person
from tests.factories.foundation import UserFactory, staff_actor
from tests.factories.network import (
    AffiliationFactory,
    CoordinatorRoleFactory,
    PartnershipFactory,
    PersonFactory,
    RoleFactory,
)
from tests.foundation.accounts.proving import mailed_code, proved, sign_in

pytestmark = pytest.mark.django_db


def _invited(address="nina@school.invalid") -> str:
    row = Invitation(partnership=PartnershipFactory(slug="de-brug"), role=CoordinatorRoleFactory(), email=address)
    invite(row, by=staff_actor(), at=timezone.now())
    return re.search(r"(/uitnodiging/[\w-]+/)", Mail.objects.get(to=address).text).group(1)


def test_opening_the_link_changes_nothing(client):
    link = _invited()

    page = client.get(link)

    assert page["Referrer-Policy"] == "same-origin"
    assert Invitation.objects.get().accepted_at is None
    assert not User.objects.filter(email="nina@school.invalid").exists()


def test_pressing_the_button_makes_the_account_and_signs_in(client):
    answer = client.post(_invited())

    account = User.objects.get(email="nina@school.invalid")
    assert answer.url == "/mijn/"
    assert client.session["_auth_user_id"] == str(account.pk)
    assert client.get("/partnerschappen/de-brug/mensen/").status_code == 200


def test_address_with_an_account_signs_in_first_and_comes_back(client):
    account = proved(UserFactory(email="nina@school.invalid"))
    link = _invited()

    answer = client.post(link)

    assert answer.url == f"/account/login/?next={link}"
    assert "_auth_user_id" not in client.session
    client.post(answer.url, {"login": account.email, "next": link})
    back = client.post("/account/login/code/confirm/", {"code": mailed_code(account.email), "next": link})
    client.post(back.url)
    assert Affiliation.objects.get(person__account=account).role.code == "coordinator"


def test_used_link_says_so(client):
    link = _invited()
    client.post(link)

    answer = client.get(link)

    assert answer.status_code == 410
    assert "al gebruikt, ingetrokken of verlopen" in answer.content.decode()


def test_made_up_link_is_not_found(client):
    assert client.get("/uitnodiging/verzonnen/").status_code == 404
    assert client.post("/uitnodiging/verzonnen/").status_code == 404


def test_asking_for_a_role_puts_it_on_the_list(client):
    account, partnership = UserFactory(), PartnershipFactory(slug="de-brug")
    sign_in(client, account)

    answer = client.post("/partnerschappen/de-brug/meewerken/", {"role": RoleFactory().pk, "note": "Ik werk hier."})

    item = WorkItem.objects.get()
    assert answer.url == "/mijn/"
    assert (item.kind, item.subject, item.data["note"]) == ("rol-aanvraag", partnership.reference, "Ik werk hier.")


def test_asking_twice_is_told_in_the_form(client):
    PartnershipFactory(slug="de-brug")
    sign_in(client, UserFactory())
    facts = {"role": RoleFactory().pk}
    client.post("/partnerschappen/de-brug/meewerken/", facts)

    answer = client.post("/partnerschappen/de-brug/meewerken/", facts)

    assert answer.status_code == 422
    assert "al een aanvraag lopen" in answer.content.decode()


def test_visitor_signs_in_before_asking(client):
    PartnershipFactory(slug="de-brug")

    assert client.get("/partnerschappen/de-brug/meewerken/").url.startswith("/account/login/")


@pytest.mark.parametrize(("pressed", "public"), [("ja", True), ("nee", False)])
def test_own_name_on_and_off_the_site(client, pressed, public):
    account = UserFactory()
    person = PersonFactory(account=account, public=not public)
    sign_in(client, account)

    client.post("/mijn/naam-op-de-site/", {"naam": pressed})

    assert Person.objects.get(pk=person.pk).name_is_public is public


def test_account_that_is_nobody_in_the_directory_has_no_name_to_show(client):
    sign_in(client, UserFactory())

    assert client.post("/mijn/naam-op-de-site/", {"naam": "ja"}).status_code == 404


def test_own_page_shows_roles_and_the_way_to_a_partnership(client):
    client.post(_invited())

    page = client.get("/mijn/").content.decode()

    assert "coördinator" in page
    assert 'href="/partnerschappen/de-brug/mensen/"' in page


def test_own_role_is_ended_from_the_own_page(client):
    account = UserFactory()
    row = AffiliationFactory(person=PersonFactory(account=account))
    sign_in(client, account)
    address = f"/mijn/rol/{row.pk}/stoppen/"

    assert f'href="{address}"' in client.get("/mijn/").content.decode()
    assert "Ja, ik stop" in client.get(address).content.decode()
    answer = client.post(address, {"valid_until": "2026-08-01"})

    assert answer.url == "/mijn/"
    assert Affiliation.objects.get(pk=row.pk).valid_until == date(2026, 8, 1)


def test_day_before_the_begin_is_told_at_the_field(client):
    account = UserFactory()
    row = AffiliationFactory(person=PersonFactory(account=account))
    sign_in(client, account)

    answer = client.post(f"/mijn/rol/{row.pk}/stoppen/", {"valid_until": "2019-08-01"})

    assert answer.context["form"].errors == {"valid_until": ["De einddatum moet na de begindatum liggen."]}


def test_role_of_somebody_else_is_not_found(client):
    row = AffiliationFactory(person=PersonFactory(account=UserFactory()))
    sign_in(client, UserFactory())

    assert client.get(f"/mijn/rol/{row.pk}/stoppen/").status_code == 404


def test_ended_role_is_not_found(client):
    account = UserFactory()
    row = AffiliationFactory(person=PersonFactory(account=account), valid_until=date(2022, 8, 1))
    sign_in(client, account)

    assert client.get(f"/mijn/rol/{row.pk}/stoppen/").status_code == 404


def test_visitor_signs_in_before_stopping(client):
    assert client.get("/mijn/rol/1/stoppen/").url.startswith("/account/login/")
