"""Writing to a contact: one mail, a line without personal data, and a limit."""

from datetime import UTC, date, datetime

import pytest

from steunpunt.foundation.access import Actor, Refusal
from steunpunt.foundation.ledger.models import LedgerEntry
from steunpunt.foundation.outbox.models import Mail
from steunpunt.network.actions.contact import MOST_PER_HOUR, Letter, write_to_contact
from steunpunt.network.models import Affiliation
from tests.factories.network import AffiliationFactory, PersonFactory, ThemeContactFactory, ThemeFactory

NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)
LETTER = Letter("Sam", "sam@school.invalid", "Hoe doen jullie dit?")
pytestmark = pytest.mark.django_db


@pytest.fixture
def contact():
    person = PersonFactory(email="noor@school.invalid")
    contact = ThemeContactFactory(theme=ThemeFactory(title="Begeleiding"), person=person)
    AffiliationFactory(person=person, partnership=contact.partnership, organisation=None)
    return contact


def write(contact, **more):
    write_to_contact(contact, LETTER, by=Actor.visitor(), at=NOW, **more)


def test_mail_goes_to_the_contact_with_the_address_to_answer(contact):
    write(contact)

    mail = Mail.objects.get()
    assert (mail.to, mail.subject) == ("noor@school.invalid", "Vraag over begeleiding via het steunpunt")
    assert "Hoe doen jullie dit?" in mail.text
    assert "sam@school.invalid" in mail.text


def test_ledger_line_holds_nothing_of_the_sender(contact):
    write(contact)

    entry = LedgerEntry.objects.get()
    assert (entry.deed, entry.subjects) == ("contact-written", [f"contact:{contact.public_id}"])
    assert "sam" not in f"{entry.summary}{entry.changes}".lower()


def test_contact_without_address_is_refused(settings):
    settings.CONTACT_EMAIL = ""
    with pytest.raises(Refusal):
        write(ThemeContactFactory())


def test_letter_for_somebody_who_left_goes_to_the_support_point(contact, settings):
    settings.CONTACT_EMAIL = "steunpunt@example.nl"
    Affiliation.objects.update(valid_until=NOW.date())

    write(contact)

    mail = Mail.objects.get()
    assert (mail.to, "Breng deze persoon in contact" in mail.text) == ("steunpunt@example.nl", True)


def test_contact_that_ended_is_refused(contact):
    contact.valid_until = date(2026, 8, 1)

    with pytest.raises(Refusal):
        write(contact)


def test_sender_is_stopped_after_enough_letters(contact):
    for _turn in range(MOST_PER_HOUR):
        write(contact, fingerprint="zelfde")

    with pytest.raises(Refusal):
        write(contact, fingerprint="zelfde")
    write(contact, fingerprint="ander")

    assert Mail.objects.count() == MOST_PER_HOUR + 1
