"""Whether a message can go to a contact now."""

from datetime import date

from steunpunt.network.models import ThemeContact
from steunpunt.network.queries.contacts import addresses_of


def can_be_written(contact: ThemeContact, on: date) -> bool:
    """On the day it is the contact and there is an address, of the person or of the coordinator."""
    return contact.covers(on) and bool(addresses_of(contact, on))
