"""Writing to a contact through the form."""

import pytest

from steunpunt.foundation.outbox.models import Mail
from tests.factories.network import AffiliationFactory, PartnershipFactory, PersonFactory, ThemeContactFactory

LETTER = {"name": "Sam", "email": "sam@school.invalid", "text": "Hoe begeleiden jullie studenten?", "website": ""}
pytestmark = pytest.mark.django_db


@pytest.fixture
def address():
    person, partnership = PersonFactory(email="noor@school.invalid"), PartnershipFactory(slug="alfa")
    AffiliationFactory(person=person, partnership=partnership, organisation=None)
    contact = ThemeContactFactory(partnership=partnership, person=person)
    return f"/partnerschappen/alfa/contact/{contact.public_id}/"


def test_form_shows_no_address(client, address):
    page = client.get(address).content.decode()

    assert ("Je vraag" in page, "noor@" in page) == (True, False)


def test_letter_is_sent_and_thanked_for(client, address):
    response = client.post(address, LETTER, follow=True)

    assert Mail.objects.get().to == "noor@school.invalid"
    assert "Je bericht is verstuurd" in response.content.decode()


def test_letter_without_text_stays_with_an_error(client, address):
    response = client.post(address, LETTER | {"text": ""})

    assert (response.status_code, Mail.objects.count()) == (422, 0)
    assert "Sam" in response.content.decode()


def test_machine_that_fills_in_everything_sends_nothing(client, address):
    response = client.post(address, LETTER | {"website": "http://spam.invalid"})

    assert (response.status_code, Mail.objects.count()) == (302, 0)


def test_sender_is_stopped_after_enough_letters(client, address):
    answers = [client.post(address, LETTER).status_code for _turn in range(6)]

    assert answers == [302] * 5 + [422]


def test_contact_without_an_address_is_reached_through_the_support_point(client, settings):
    settings.CONTACT_EMAIL = "steunpunt@example.nl"
    contact = ThemeContactFactory(partnership=PartnershipFactory(slug="beta"))
    address = f"/partnerschappen/beta/contact/{contact.public_id}/"

    assert "Je bericht gaat naar het steunpunt" in client.get(address).text
    client.post(address, LETTER)
    mail = Mail.objects.get()
    assert mail.to == "steunpunt@example.nl"
    assert "Breng deze persoon in contact" in mail.text


def test_contact_without_any_address_offers_no_form(client, settings):
    settings.CONTACT_EMAIL = ""
    contact = ThemeContactFactory()

    page = client.get(f"/partnerschappen/{contact.partnership.slug}/contact/{contact.public_id}/").content.decode()

    assert ("kan nog geen berichten krijgen" in page, 'name="text"' in page) == (True, False)


def test_unknown_contact_is_404(client, address):
    assert client.get("/partnerschappen/alfa/contact/zzzzzzzz/").status_code == 404


def test_senders_behind_our_proxy_are_counted_apart(client, address, settings):
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    senders = [f"192.0.2.{turn}" for turn in range(6)]

    answers = [client.post(address, LETTER, headers={"X-Forwarded-For": one}).status_code for one in senders]

    assert answers == [302] * 6
