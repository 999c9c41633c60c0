"""Adding persons, their consent, and the tie between a person and an account."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from steunpunt.foundation.access import Actor, require
from steunpunt.foundation.accounts.models import User
from steunpunt.foundation.ledger.actions import record
from steunpunt.foundation.ledger.changes import field_changes
from steunpunt.foundation.ledger.revisions import Outdated
from steunpunt.network.models import Person
from steunpunt.network.queries.people import coordinated_by, person_by_email, person_of
from steunpunt.network.rules.people import can_connect, may_add_person, may_connect, may_speak_for

from .coordinating import close_if_managed
from .doubles import ask_about_doubles

PERSONAL = ("voornaam", "achternaam", "e-mailadres")


def add_person(person: Person, *, by: Actor, at: datetime) -> Person:
    """Put somebody in the directory; the name is shown only after consent."""
    require(may_add_person(by, timezone.localdate(at)), _("Je mag geen personen toevoegen."))
    require(bool(person.last_name.strip()), _("Vul een achternaam in."), field="last_name")
    with transaction.atomic():
        person.save()
        _note(person, by, at, "person-added", _("Persoon toegevoegd"))
        ask_about_doubles(person, at=at)
    return person


def change_person(
    person: Person, first_name: str, last_name: str, *, by: Actor, at: datetime, revision: int | None = None
) -> Person:
    """Correct a name; the ledger notes that it changed, never from what into what."""
    require(may_speak_for(by, person), _("Je mag deze naam niet wijzigen."))
    require(bool(last_name.strip()), _("Vul een achternaam in."), field="last_name")
    with transaction.atomic():
        person = Person.objects.select_for_update().get(pk=person.pk)
        _require_seen(person, revision)
        before: dict[str, object] = {"voornaam": person.first_name, "achternaam": person.last_name}
        person.first_name, person.last_name = first_name.strip(), last_name.strip()
        person.save(update_fields=["first_name", "last_name"])
        changes = field_changes(before, {"voornaam": person.first_name, "achternaam": person.last_name})
        _note(person, by, at, "person-changed", _("Naam gewijzigd"), changes)
    return person


def give_consent(person: Person, *, by: Actor, at: datetime) -> Person:
    """The name may stand on the site."""
    require(may_speak_for(by, person), _("Alleen de persoon zelf geeft toestemming voor de naam."))
    with transaction.atomic():
        person.name_is_public, person.consent_at = True, at
        person.save(update_fields=["name_is_public", "consent_at"])
        _note(person, by, at, "consent-given", _("Toestemming gegeven om de naam te tonen"))
    return person


def withdraw_consent(person: Person, *, by: Actor, at: datetime) -> Person:
    """The name disappears from the site; the role stays."""
    require(may_speak_for(by, person), _("Alleen de persoon zelf trekt de toestemming in."))
    with transaction.atomic():
        person.name_is_public = False
        person.save(update_fields=["name_is_public"])
        _note(person, by, at, "consent-withdrawn", _("Toestemming om de naam te tonen ingetrokken"))
    return person


def connect_account(person: Person, account: User, *, by: Actor, at: datetime) -> Person:
    """Say that this account belongs to this person."""
    require(may_connect(by), _("Alleen het steunpunt koppelt een account aan een persoon."))
    return tie(person, account, by=by, at=at)


def tie(person: Person, account: User, *, by: Actor, at: datetime) -> Person:
    """The tie itself, for deeds that have judged already who may make it."""
    with transaction.atomic():
        person = Person.objects.select_for_update().get(pk=person.pk)
        if person.account_id == account.pk:
            return person
        require(can_connect(person, account), _("Deze persoon hoort al bij een ander account."), field="email")
        other = person_of(account)
        free = other is None or other.pk == person.pk
        require(free, _("Dit account hoort al bij een andere persoon."), field="email")
        person.account = account
        person.save(update_fields=["account"])
        _note(person, by, at, "account-connected", _("Account gekoppeld"))
        for partnership in coordinated_by(person):
            close_if_managed(partnership, at=at)
    return person


def disconnect_account(person: Person, *, by: Actor, at: datetime) -> Person:
    """Undo the tie; the person stays, the account loses the rights that came with it."""
    require(may_connect(by), _("Alleen het steunpunt ontkoppelt een account."))
    with transaction.atomic():
        person.account = None
        person.save(update_fields=["account"])
        _note(person, by, at, "account-disconnected", _("Account ontkoppeld"))
    return person


def person_for(account: User, *, by: Actor, at: datetime) -> Person:
    """The person of an account: the one it has, one with its address, or a new one."""
    person = person_of(account)
    if person is not None:
        return person
    with transaction.atomic():
        person = person_by_email(account.email)
        if person is None:
            person = Person.objects.create(
                first_name=account.first_name,
                last_name=account.last_name or account.email.partition("@")[0],
                email=account.email,
                is_example=account.is_example,
            )
            _note(person, by, at, "person-added", _("Persoon toegevoegd"))
            ask_about_doubles(person, at=at)
        return tie(person, account, by=by, at=at)


def _require_seen(person: Person, revision: int | None) -> None:
    """Whoever looked at an older name is told what it is now."""
    if revision in (None, person.revision):
        return
    sentence = _(
        "Iemand anders heeft deze naam gewijzigd terwijl jij bezig was. Nu staat er: %(name)s. "
        "Wat jij invulde staat hieronder nog. Kijk of het nog klopt en bewaar dan opnieuw."
    )
    raise Outdated(sentence % {"name": person.name}, person.revision)


def _note(
    person: Person, by: Actor, at: datetime, deed: str, summary: str, changes: dict[str, list] | None = None
) -> None:
    record(by=by, at=at, deed=deed, summary=summary, subjects=[person.reference], changes=changes, personal=PERSONAL)
