"""Adding organisations outside the register, changing what is known of one from a day on, closing and reopening."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from steunpunt.foundation.access import Actor, Refusal, require
from steunpunt.foundation.ledger.actions import record
from steunpunt.foundation.ledger.changes import field_changes
from steunpunt.foundation.ledger.revisions import lock_tree, locked
from steunpunt.network.intake import normalising
from steunpunt.network.models import FieldOverride, Organisation, OrganisationVersion
from steunpunt.network.queries.labels import field_label
from steunpunt.network.queries.organisation_editing import last_version, versions_of
from steunpunt.network.rules.organisation import (
    can_be_added,
    can_fall_under,
    is_from_register,
    may_edit_organisations,
)

from .chains import facts_of, put
from .noting import ONLY_STAFF, needed
from .refusing import refused_plainly
from .telling import in_words, since, told

PARENTS = "network-parents"
NORMAL_FORMS: dict[str, Callable[[str], object]] = {
    "name": normalising.text,
    "street": normalising.text,
    "house_number": normalising.house_number,
    "postcode": normalising.postcode,
    "place": normalising.text,
    "latitude": normalising.latitude,
    "longitude": normalising.longitude,
    "website": normalising.website,
}
"""How the register spells these fields; in the same spelling it can agree with a correction by hand."""


@contextmanager
def editing_organisation(
    organisation: Organisation, *, by: Actor, revision: int | None = None
) -> Iterator[Organisation]:
    """Require staff, then hold the organisation locked in a transaction with a next revision."""
    require(may_edit_organisations(by), ONLY_STAFF)
    with transaction.atomic(), refused_plainly():
        yield locked(organisation, revision)


def add_organisation(
    organisation: Organisation, version: OrganisationVersion, *, by: Actor, at: datetime
) -> Organisation:
    """An organisation that the register does not know; both come unsaved."""
    require(may_edit_organisations(by), ONLY_STAFF)
    require(
        can_be_added(organisation),
        _("Scholen, besturen en opleidingen met een code komen uit het register. Lees een nieuw bestand in."),
        field="code",
    )
    with transaction.atomic(), refused_plainly():
        organisation.save()
        version.organisation = organisation
        for name in NORMAL_FORMS:
            setattr(version, name, _spelled(name, getattr(version, name)))
        version.save()
        changes = field_changes({}, {**told(organisation, "kind", "source"), **told(version, "name", "place")})
        summary = _("%(name)s toegevoegd, %(since)s.") % {"name": version.name, "since": since(version.valid_from)}
        _note(organisation, "organisation-added", summary, changes, by, at)
    return organisation


def change_organisation_facts(
    organisation: Organisation,
    facts: Mapping[str, object],
    *,
    valid_from: date,
    source: str,
    by: Actor,
    at: datetime,
    revision: int | None = None,
) -> OrganisationVersion:
    """From that day on these fields are so; what then holds today stays as an override of the register, with a source.

    The register is corrected for today or earlier, because an override holds at once.
    """
    with editing_organisation(organisation, by=by, revision=revision) as row:
        registered = is_from_register(row)
        require(bool(source.strip()), _("Vul in waar je dit van weet."), field="source")
        require(
            not registered or valid_from <= localdate(at),
            _("Een correctie op het register geldt vanaf vandaag of eerder."),
            field="valid_from",
        )
        if "part_of" in facts:
            _require_no_cycle(row, facts["part_of"], valid_from)
        before = versions_of(row).on(localdate(at)).first()
        version, changes = _changed_version(row, facts, valid_from)
        if registered:
            after = versions_of(row).on(localdate(at)).first()
            _override(row, _changed_today(before, after, facts), source, by, at)
        summary = _("Gegevens gewijzigd, %(since)s (bron: %(source)s).") % {
            "since": since(valid_from),
            "source": source,
        }
        _note(row, "organisation-facts-changed", summary, changes, by, at)
    return version


def set_parent(
    organisation: Organisation,
    parent: Organisation | None,
    *,
    valid_from: date,
    source: str,
    by: Actor,
    at: datetime,
    revision: int | None = None,
) -> OrganisationVersion:
    """From that day on it falls under `parent`; a circle is refused."""
    return change_organisation_facts(
        organisation, {"part_of": parent}, valid_from=valid_from, source=source, by=by, at=at, revision=revision
    )


def close_organisation(
    organisation: Organisation, on: date, *, source: str, by: Actor, at: datetime, revision: int | None = None
) -> OrganisationVersion:
    """That day is the first on which it is no longer there."""
    with editing_organisation(organisation, by=by, revision=revision) as row:
        last = needed(last_version(row), _("Van deze organisatie is niets bekend."), field="on")
        require(last.valid_until is None, _("Deze organisatie is al gesloten."), field="on")
        last.valid_until = on
        last.save(update_fields=["valid_until"])
        summary = _("Gesloten op %(day)s (bron: %(source)s).") % {"day": in_words(on), "source": source}
        _note(row, "organisation-closed", summary, {_("gesloten op"): [None, in_words(on)]}, by, at)
    return last


def reopen_organisation(
    organisation: Organisation, on: date, *, source: str, by: Actor, at: datetime, revision: int | None = None
) -> OrganisationVersion:
    """From that day on it is there again, with what was last known of it."""
    with editing_organisation(organisation, by=by, revision=revision) as row:
        last = needed(last_version(row), _("Van deze organisatie is niets bekend."), field="on")
        require(last.valid_until is not None, _("Deze organisatie is niet gesloten."), field="on")
        _require_no_cycle(row, last.part_of, on)
        if last.valid_until == on:
            last.valid_until, version = None, last
        else:
            facts = {name: getattr(last, name) for name in facts_of(last)}
            version = OrganisationVersion(**facts, valid_from=on)
        version.save()
        summary = _("Weer open vanaf %(day)s (bron: %(source)s).") % {"day": in_words(on), "source": source}
        _note(row, "organisation-reopened", summary, {}, by, at)
    return version


def end_override(override: FieldOverride, *, by: Actor, at: datetime) -> FieldOverride:
    """The correction by hand no longer holds; the next register file decides again."""
    with editing_organisation(override.organisation, by=by):
        override.ended_at = at
        override.save(update_fields=["ended_at"])
        field = field_label(OrganisationVersion, override.field)
        summary = _("Correctie met de hand vervallen: %(field)s.") % {"field": field}
        _note(override.organisation, "override-ended", summary, {field: [override.value, None]}, by, at)
    return override


def _changed_version(
    organisation: Organisation, facts: Mapping[str, object], valid_from: date
) -> tuple[OrganisationVersion, dict[str, list]]:
    line = versions_of(organisation)
    sentence = _("Op die dag staat deze organisatie niet in de gids.")
    held = needed(line.on(valid_from).first(), sentence, field="valid_from")
    copied = {name: getattr(held, name) for name in facts_of(held)}
    version = OrganisationVersion(**copied, valid_from=valid_from)
    for name, value in facts.items():
        setattr(version, name, value if value == getattr(held, name) else _spelled(name, value))
    changes = field_changes(told(held, *facts), told(version, *facts))
    require(bool(changes), _("Er is niets veranderd. Pas eerst iets aan."))
    return put(version, line, carry=facts_of(version)), changes


def _spelled(name: str, value: object) -> object:
    """A fact as the register would spell it; what cannot be right is refused at its field."""
    if name not in NORMAL_FORMS:
        return value
    try:
        return NORMAL_FORMS[name]("" if value is None else str(value))
    except normalising.BadValue as error:
        raise Refusal(str(error), field=name) from error


def _changed_today(
    before: OrganisationVersion | None, after: OrganisationVersion | None, names: Iterable[str]
) -> dict[str, object]:
    """The fields that are otherwise today than before; of a correction of the past there may be none."""
    if before is None or after is None:
        return {}
    return {name: getattr(after, name) for name in names if getattr(after, name) != getattr(before, name)}


def _require_no_cycle(organisation: Organisation, parent: object, valid_from: date) -> None:
    lock_tree(PARENTS)
    require(
        isinstance(parent, Organisation | None) and can_fall_under(organisation, parent, valid_from),
        _("Dit kan niet: dan valt de organisatie met een omweg onder zichzelf."),
        field="part_of",
    )


def _override(organisation: Organisation, facts: Mapping[str, object], source: str, by: Actor, at: datetime) -> None:
    """Keep what became different as a correction by hand, in place of an earlier one of the same field."""
    for name, value in facts.items():
        standing = FieldOverride.objects.filter(organisation=organisation, field=name, ended_at__isnull=True)
        standing.update(ended_at=at)
        FieldOverride.objects.create(
            organisation=organisation,
            field=name,
            value=override_value(value),
            source=source[:250],
            set_at=at,
            set_by=by.reference,
        )


def override_value(value: object) -> str:
    """A value as an override keeps it: a related row by its code, nothing as an empty text."""
    if value is None:
        return ""
    return str(getattr(value, "code", "") or getattr(value, "public_id", "") or value)[:250]


def _note(
    organisation: Organisation, deed: str, summary: str, changes: dict[str, list], by: Actor, at: datetime
) -> None:
    record(by=by, at=at, deed=deed, summary=summary, subjects=[organisation.reference], changes=changes)
