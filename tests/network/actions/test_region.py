"""School sites in regions."""

from datetime import UTC, date, datetime

import pytest

from steunpunt.foundation.access import Refusal
from steunpunt.foundation.ledger.queries import history_of
from steunpunt.network.actions.region import end_region_site, place_site
from steunpunt.network.models import RegionSite
from tests.factories.foundation import signed_in_actor, staff_actor
from tests.factories.network import RegionFactory, RegionSiteFactory, SiteFactory

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)
AUGUST = date(2027, 8, 1)


def _place(site, region=None, **fields):
    return RegionSite(site=site, region=region or RegionFactory(), valid_from=AUGUST, **fields)


def test_a_site_is_placed_and_that_is_recorded():
    site = SiteFactory()

    place_site(_place(site, RegionFactory(name="Midden")), by=staff_actor(), at=NOW)

    assert history_of(site.reference)[0].summary == "Hoort bij Midden, vanaf 1 augustus 2027."


def test_a_site_is_in_one_region_at_a_time():
    old = RegionSiteFactory()

    with pytest.raises(Refusal, match="al in een onderwijsregio") as refused:
        place_site(_place(old.site), by=staff_actor(), at=NOW)
    assert refused.value.field == "valid_from"


def test_the_region_that_may_overlap_stands_beside_another():
    old = RegionSiteFactory()

    assert place_site(_place(old.site, may_overlap=True), by=staff_actor(), at=NOW).pk


def test_a_site_leaves_a_region():
    row = RegionSiteFactory()

    end_region_site(row, AUGUST, by=staff_actor(), at=NOW)

    assert RegionSite.objects.get().valid_until == AUGUST


def test_an_end_before_the_begin_is_refused():
    with pytest.raises(Refusal, match="einddatum"):
        end_region_site(RegionSiteFactory(valid_from=AUGUST), date(2026, 1, 1), by=staff_actor(), at=NOW)


def test_others_place_no_site():
    with pytest.raises(Refusal, match="Alleen medewerkers"):
        place_site(_place(SiteFactory()), by=signed_in_actor(), at=NOW)


def test_others_end_nothing():
    with pytest.raises(Refusal, match="Alleen medewerkers"):
        end_region_site(RegionSiteFactory(), AUGUST, by=signed_in_actor(), at=NOW)
