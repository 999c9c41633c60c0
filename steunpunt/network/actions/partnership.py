"""Starting a partnership, changing its name, sectors and region, and confirming that all is right."""

from datetime import date, datetime

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from steunpunt.foundation.access import Actor, require
from steunpunt.foundation.ledger.changes import field_changes
from steunpunt.network.models import Partnership, PartnershipStatus, PartnershipVersion
from steunpunt.network.queries.editing import current, slug_is_taken
from steunpunt.network.rules.partnership import may_start_partnership

from .chains import facts_of, put
from .noting import ONLY_STAFF, begin_of, editing, needed, note
from .refusing import refused_plainly
from .telling import readable, since, told

FACTS = ("name", "sectors", "region", "area_text")


def start_partnership(
    partnership: Partnership, version: PartnershipVersion, status: PartnershipStatus, *, by: Actor, at: datetime
) -> Partnership:
    """Put a new partnership in the directory; all three come unsaved, an empty slug is made from the name."""
    require(may_start_partnership(by), ONLY_STAFF)
    with transaction.atomic(), refused_plainly():
        partnership.slug = partnership.slug or _free_slug(version.name)
        partnership.save()
        for row in (version, status):
            row.partnership = partnership
            row.save()
        summary = _("%(name)s staat in de gids, %(since)s.") % {
            "name": version.name,
            "since": since(version.valid_from),
        }
        changes = field_changes({}, {**told(version, *FACTS), **told(status, "state")})
        note(partnership, "partnership-started", summary, changes, by=by, at=at)
    return partnership


def _free_slug(name: str) -> str:
    """The name as an address, with a number behind it when that is taken."""
    first = slugify(name)[:90] or "partnerschap"
    slug, number = first, 1
    while slug_is_taken(slug):
        number += 1
        slug = f"{first}-{number}"
    return slug


def change_partnership_facts(
    version: PartnershipVersion, *, by: Actor, at: datetime, revision: int | None = None
) -> PartnershipVersion:
    """From `version.valid_from` on (unsaved, with its partnership) it is called and works like this."""
    partnership = version.partnership
    with editing(partnership, by=by, at=at, revision=revision):
        line = PartnershipVersion.objects.filter(partnership=partnership)
        held = current(line, begin_of(version))
        before = told(held, *FACTS) if held else {}
        changes = field_changes(before, told(version, *FACTS))
        require(bool(changes), _("Er is niets veranderd. Pas eerst iets aan."))
        kept = put(version, line, carry=facts_of(version))
        summary = _("Gegevens gewijzigd, %(since)s.") % {"since": since(version.valid_from)}
        note(partnership, "partnership-facts-changed", summary, changes, by=by, at=at)
    return kept


def correct_partnership_facts(
    corrected: PartnershipVersion, on: date, *, by: Actor, at: datetime, revision: int | None = None
) -> PartnershipVersion:
    """What stands for that day was wrong: the facts of `corrected` (unsaved) take the place of it, same period."""
    partnership = corrected.partnership
    with editing(partnership, by=by, at=at, revision=revision):
        line = PartnershipVersion.objects.filter(partnership=partnership)
        sentence = _("Op die dag staan er geen gegevens om te verbeteren.")
        held = needed(current(line, on), sentence, field="valid_from")
        changes = field_changes(told(held, *FACTS), told(corrected, *FACTS))
        require(bool(changes), _("Er is niets veranderd. Pas eerst iets aan."))
        for name in facts_of(held):
            setattr(held, name, getattr(corrected, name))
        held.save()
        summary = _("Gegevens verbeterd (%(since)s).") % {"since": held.since_text()}
        note(partnership, "partnership-facts-corrected", summary, changes, by=by, at=at)
    return held


def confirm_partnership(partnership: Partnership, *, by: Actor, at: datetime) -> Partnership:
    """Say that everything on the page is still right; only the partnership itself makes it verified."""
    with editing(partnership, by=by, at=at) as row:
        before = told(row, "confirmed_at")
        row.confirmed_at = at
        row.is_verified = row.is_verified or not by.is_staff
        row.save(update_fields=["confirmed_at", "is_verified"])
        partnership.confirmed_at, partnership.is_verified = row.confirmed_at, row.is_verified
        changes = field_changes(before, told(row, "confirmed_at"))
        note(partnership, "partnership-confirmed", _("Bevestigd: alles klopt nog."), changes, by=by, at=at)
    return partnership


def set_website(
    partnership: Partnership, website: str, *, by: Actor, at: datetime, revision: int | None = None
) -> Partnership:
    """Where the partnership's own site stands."""
    with editing(partnership, by=by, at=at, revision=revision) as row:
        before = readable(row, "website")
        require(before != website, _("Er is niets veranderd. Pas eerst iets aan."), field="website")
        row.website = partnership.website = website
        row.save(update_fields=["website"])
        note(
            partnership,
            "partnership-website-set",
            _("Website gewijzigd."),
            {_("website"): [before, website]},
            by=by,
            at=at,
        )
    return partnership
