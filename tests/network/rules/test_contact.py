"""Whether a message can go to a contact."""

from datetime import date

import pytest

from steunpunt.network.rules.contact import can_be_written
from tests.factories.network import AffiliationFactory, PersonFactory, ThemeContactFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("email", "until", "can"),
    [("a@b.invalid", None, True), ("", None, False), ("a@b.invalid", date(2026, 8, 1), False)],
)
def test_can_be_written(email, until, can, settings):
    settings.CONTACT_EMAIL = ""
    contact = ThemeContactFactory(person=PersonFactory(email=email), valid_until=until)
    AffiliationFactory(person=contact.person, partnership=contact.partnership, organisation=None)

    assert can_be_written(contact, date(2026, 11, 22)) is can
