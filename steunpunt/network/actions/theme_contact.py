"""Whom to ask about a theme: set from a day on, and ended."""

from datetime import date, datetime

from django.utils.translation import gettext as _

from steunpunt.foundation.access import Actor, require
from steunpunt.foundation.ledger.changes import field_changes
from steunpunt.network.models import ThemeContact
from steunpunt.network.queries.editing import current, line_of
from steunpunt.network.rules.partnership import can_be_contact

from .chains import put
from .noting import begin_of, editing, note
from .telling import in_words, since, told

PERSONAL = ("persoon", "person")


def set_theme_contact(contact: ThemeContact, *, by: Actor, at: datetime, revision: int | None = None) -> ThemeContact:
    """From `contact.valid_from` on (unsaved) this role, and this person when given, answers for the theme."""
    with editing(contact.partnership, by=by, at=at, revision=revision):
        begin = begin_of(contact)
        require(
            contact.person is None or can_be_contact(contact.person, contact.partnership, begin),
            _("Deze persoon werkt op die dag niet voor dit partnerschap."),
            field="person",
        )
        held = current(line_of(contact), begin)
        changes = field_changes(_words(held) if held else {}, _words(contact))
        require(bool(changes), _("Dit is op die dag al de contactpersoon."), field="person")
        kept = put(contact, line_of(contact))
        summary = _("Contact voor %(theme)s: %(role)s, %(since)s.") % {
            "theme": kept.theme.title.lower(),
            "role": kept.role.title,
            "since": since(kept.valid_from),
        }
        note(contact.partnership, "theme-contact-set", summary, changes, by=by, at=at, personal=PERSONAL)
    return kept


def end_theme_contact(
    contact: ThemeContact, on: date, *, by: Actor, at: datetime, revision: int | None = None
) -> ThemeContact:
    """That day is the first on which this contact no longer answers for the theme."""
    with editing(contact.partnership, by=by, at=at, revision=revision):
        row = ThemeContact.objects.select_related("theme", "partnership").get(pk=contact.pk)
        before = told(row, "valid_until")
        row.valid_until = on
        row.save(update_fields=["valid_until"])
        summary = _("Contact voor %(theme)s eindigt op %(day)s.") % {
            "theme": row.theme.title.lower(),
            "day": in_words(on),
        }
        changes = field_changes(before, told(row, "valid_until"))
        note(row.partnership, "theme-contact-ended", summary, changes, by=by, at=at)
    return row


def _words(contact: ThemeContact) -> dict[str, object]:
    return {_("thema"): contact.theme.title, _("rol"): contact.role.title, _("persoon"): contact.person_id}
