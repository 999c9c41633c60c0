"""Writing to a contact: the message goes through the outbox and the address stays hidden."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.functional import Promise
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from steunpunt.foundation.access import Actor, require
from steunpunt.foundation.ledger.actions import record
from steunpunt.foundation.outbox.actions import post_mail
from steunpunt.network.models import ThemeContact
from steunpunt.network.queries.contacts import addresses_of, direct_addresses
from steunpunt.network.queries.people import partnership_name
from steunpunt.network.rules.contact import can_be_written

from .form_use import count_use

MOST_PER_HOUR = 5
TOO_MANY = _lazy("Je hebt dit uur al genoeg berichten gestuurd. Probeer het later nog eens.")

FOR_CONTACT = (
    _lazy("Iemand heeft een vraag voor jou als %(role)s van %(partnership)s, over %(theme)s."),
    _lazy(
        "Je krijgt dit bericht omdat je bij het steunpunt staat als contactpersoon voor dit thema. "
        "De afzender heeft je adres niet gezien."
    ),
)
FOR_SUPPORT_POINT = (
    _lazy("Iemand heeft een vraag voor de %(role)s van %(partnership)s, over %(theme)s."),
    _lazy(
        "Het steunpunt krijgt dit bericht omdat %(partnership)s nog geen mailadres heeft opgegeven. "
        "Breng deze persoon in contact met het partnerschap."
    ),
)


@dataclass(frozen=True, slots=True)
class Letter:
    """What somebody asks, and where the answer can go."""

    name: str
    email: str
    text: str


def write_to_contact(contact: ThemeContact, letter: Letter, *, by: Actor, at: datetime, fingerprint: str = "") -> None:
    """Mail the letter to the contact; `fingerprint` (a keyed hash) counts how often one sender writes in an hour."""
    on = localdate(at)
    require(can_be_written(contact, on), _("Deze contactpersoon kan nu geen berichten krijgen."))
    with transaction.atomic():
        if fingerprint:
            count_use(fingerprint, most=MOST_PER_HOUR, sentence=TOO_MANY, at=at)
        name = partnership_name(contact.partnership, on)
        subject = _("Vraag over %(theme)s via het steunpunt") % {"theme": contact.theme.title.lower()}
        text = _text(FOR_CONTACT if direct_addresses(contact, on) else FOR_SUPPORT_POINT, contact, letter, name)
        for address in addresses_of(contact, on):
            post_mail(to=address, subject=subject, text=text, at=at)
        record(
            by=by,
            at=at,
            deed="contact-written",
            summary=_("Er is een vraag gestuurd over %(theme)s") % {"theme": contact.theme.title},
            subjects=[f"contact:{contact.public_id}"],
        )


def _text(sentences: tuple[Promise, Promise], contact: ThemeContact, letter: Letter, partnership: str) -> str:
    first, last = sentences
    told = _("Van: %(name)s") % {"name": letter.name}
    answer = _("Antwoord naar: %(email)s") % {"email": letter.email}
    facts = {"role": contact.role.title, "partnership": partnership, "theme": contact.theme.title.lower()}
    return "\n\n".join([str(first) % facts, letter.text, f"{told}\n{answer}", str(last) % facts]) + "\n"
