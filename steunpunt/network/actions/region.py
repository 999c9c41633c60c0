"""Which school site is in which onderwijsregio: at most one at a time, apart from the region that may overlap."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from steunpunt.foundation.access import Actor, require
from steunpunt.foundation.ledger.actions import record
from steunpunt.foundation.ledger.changes import field_changes
from steunpunt.network.models import Region, RegionSite
from steunpunt.network.rules.organisation import may_edit_surroundings

from .noting import ONLY_STAFF
from .refusing import refused_plainly
from .telling import in_words, since, told


def place_site(place: RegionSite, *, by: Actor, at: datetime) -> RegionSite:
    """The site is in the region in this period (unsaved)."""
    require(may_edit_surroundings(by), ONLY_STAFF)
    with transaction.atomic(), refused_plainly():
        place.save()
        summary = _("Hoort bij %(region)s, %(since)s.") % {
            "region": place.region.name,
            "since": since(place.valid_from),
        }
        changes = field_changes({}, told(place, "region", "valid_from", "valid_until"))
        _note(place, "region-joined", summary, changes, by, at)
    return place


def end_region_site(place: RegionSite, on: date, *, by: Actor, at: datetime) -> RegionSite:
    """That day is the first on which the site is no longer in the region."""
    require(may_edit_surroundings(by), ONLY_STAFF)
    with transaction.atomic(), refused_plainly():
        row = RegionSite.objects.select_for_update(of=["self"]).select_related("region", "site").get(pk=place.pk)
        before = told(row, "valid_until")
        row.valid_until = on
        row.save(update_fields=["valid_until"])
        summary = _("Hoort niet meer bij %(region)s vanaf %(day)s.") % {
            "region": row.region.name,
            "day": in_words(on),
        }
        _note(row, "region-left", summary, field_changes(before, told(row, "valid_until")), by, at)
    return row


def region_reference(region: Region) -> str:
    return f"regio:{region.public_id}"


def _note(place: RegionSite, deed: str, summary: str, changes: dict[str, list], by: Actor, at: datetime) -> None:
    subjects = [place.site.reference, region_reference(place.region)]
    record(by=by, at=at, deed=deed, summary=summary, subjects=subjects, changes=changes)
