"""What the editing of organisations asks: the versions, corrections by hand, successions and region of one."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from steunpunt.foundation.periods.models import PeriodQuerySet
from steunpunt.network.models import (
    FieldOverride,
    Municipality,
    Organisation,
    OrganisationVersion,
    RegionSite,
    Succession,
)


def versions_of(organisation: Organisation) -> PeriodQuerySet:
    return OrganisationVersion.objects.filter(organisation=organisation)


def last_version(organisation: Organisation) -> OrganisationVersion | None:
    """What was last known of it, also when that is planned for later."""
    rows = list(versions_of(organisation))
    return max(rows, key=lambda row: row.valid_from or date.min, default=None)


def version_shown(organisation: Organisation, on: date) -> OrganisationVersion | None:
    """What holds on that day, or else what was last known."""
    return versions_of(organisation).on(on).select_related("municipality", "part_of").first() or last_version(
        organisation
    )


def overrides_of(organisation: Organisation) -> QuerySet[FieldOverride]:
    """Corrections by hand that stand, newest first."""
    return FieldOverride.objects.filter(organisation=organisation, ended_at__isnull=True).order_by("-set_at")


def override_of(organisation: Organisation, key: int) -> FieldOverride | None:
    return overrides_of(organisation).select_related("organisation").filter(pk=key).first()


def successions_of(organisation: Organisation) -> QuerySet[Succession]:
    """Whom it carries on and who carries it on."""
    rows = Succession.objects.filter(Q(predecessor=organisation) | Q(successor=organisation))
    return rows.select_related("predecessor", "successor")


def succession_of(organisation: Organisation, key: int) -> Succession | None:
    return successions_of(organisation).filter(pk=key).first()


def region_sites_of(organisation: Organisation) -> QuerySet[RegionSite]:
    """The regions it is or was in, latest first."""
    return RegionSite.objects.filter(site=organisation).select_related("region", "site").order_by("-valid_from")


def region_site_of(organisation: Organisation, key: int) -> RegionSite | None:
    return region_sites_of(organisation).filter(pk=key).first()


def municipalities_to_choose() -> QuerySet[Municipality]:
    return Municipality.objects.order_by("name")


def named(rows: Iterable[Organisation], on: date) -> dict[int, str]:
    """The names of several organisations at once: on the day, otherwise the latest."""
    versions = OrganisationVersion.objects.filter(organisation__in=list(rows)).order_by("valid_from")
    latest = {row.organisation_id: row.name for row in versions}
    return latest | {row.organisation_id: row.name for row in versions if row.covers(on)}
