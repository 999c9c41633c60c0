"""Staff pages for senders."""

import pytest

from steunpunt.knowledge.models import Sender, SenderAllowance
from tests.factories.foundation import UserFactory, sign_in_staff
from tests.factories.knowledge import SenderAllowanceFactory, SenderFactory
from tests.knowledge.making import poster_for

pytestmark = pytest.mark.django_db


def text_of(response):
    return " ".join(response.content.decode().split())


def test_these_pages_are_for_staff(client):
    sender = SenderFactory(slug="duo")
    client.force_login(poster_for(sender).account)
    paths = ["", "nieuw/", "duo/", "duo/wijzigen/", "duo/toelaten/", f"duo/toegang/{sender.allowances.get().pk}/"]

    assert {client.get(f"/berichten/afzenders/{path}").status_code for path in paths} == {403}


def test_staff_add_a_sender_and_allow_somebody(client):
    account = UserFactory(first_name="Mel", last_name="Dingen")
    sign_in_staff(client)
    assert "Nog geen afzenders" in text_of(client.get("/berichten/afzenders/"))
    client.post("/berichten/afzenders/nieuw/", {"name": "VO-raad", "website": "https://www.vo-raad.nl"})

    client.post("/berichten/afzenders/vo-raad/toelaten/", {"email": account.email, "valid_from": "2020-08-01"})

    assert "Mel Dingen" in text_of(client.get("/berichten/afzenders/vo-raad/"))
    assert "1 persoon plaatst zelf" in text_of(client.get("/berichten/afzenders/"))
    client.force_login(account)
    assert "VO-raad" in text_of(client.get("/berichten/plaatsen/"))


def test_a_name_that_is_there_and_an_unknown_address_are_told_at_the_field(client):
    SenderFactory(name="DUO", slug="duo")
    sign_in_staff(client)

    twice = client.post("/berichten/afzenders/nieuw/", {"name": "DUO"})
    unknown = client.post("/berichten/afzenders/duo/toelaten/", {"email": "x@y.invalid", "valid_from": "2026-08-01"})

    assert (twice.status_code, unknown.status_code) == (422, 422)
    assert "Deze afzender staat er al." in text_of(twice)
    assert "Met dit adres is er geen account." in text_of(unknown)
    assert (Sender.objects.count(), SenderAllowance.objects.count()) == (1, 0)


def test_another_name(client):
    sender = SenderFactory(name="VO raad", slug="vo-raad")
    sign_in_staff(client)

    client.post("/berichten/afzenders/vo-raad/wijzigen/", {"name": "VO-raad", "revision": sender.revision})

    assert "VO-raad" in text_of(client.get("/berichten/afzenders/"))


def test_ending_takes_the_right_away(client):
    row = SenderAllowanceFactory(sender=SenderFactory(slug="duo"))
    other = SenderAllowanceFactory()
    sign_in_staff(client)

    client.post(f"/berichten/afzenders/duo/toegang/{row.pk}/", {})

    assert client.get(f"/berichten/afzenders/duo/toegang/{other.pk}/").status_code == 404
    client.force_login(row.account)
    assert client.get("/berichten/plaatsen/").status_code == 403
