"""Regions and the sites in them."""

import pytest
from django.db.models import ProtectedError

from tests.factories.network import RegionSiteFactory


@pytest.mark.django_db
def test_a_region_with_a_site_stays():
    place = RegionSiteFactory()

    with pytest.raises(ProtectedError):
        place.region.delete()
