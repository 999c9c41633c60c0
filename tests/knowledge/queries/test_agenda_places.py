"""Where questions play: by province, or by onderwijsregio when the network knows any."""

import pytest

from steunpunt.foundation.access import Actor
from steunpunt.knowledge.queries.agenda_places import places, provinces_to_choose, regions_to_choose
from steunpunt.network.models import RegionKind
from tests.factories.knowledge import QuestionOriginFactory
from tests.factories.network import PartnershipFactory, ProvinceFactory, RegionFactory
from tests.knowledge.making import NOW

pytestmark = pytest.mark.django_db
VISITOR, TODAY = Actor.visitor(), NOW.date()


def test_without_onderwijsregios_the_provinces_are_the_columns():
    ProvinceFactory()
    RegionFactory(kind=RegionKind.WORKING_AREA)

    found = places(VISITOR, TODAY, "onderwijsregio")

    assert (found.division, found.has_regions) == ("provincie", False)
    assert [place.key for place in found.columns] == ["Utrecht", "landelijk", "onbekend"]


def test_with_them_there_is_a_choice():
    region = RegionFactory(name="Oost")
    RegionFactory(valid_until=TODAY)

    found = places(VISITOR, TODAY, "onderwijsregio")

    assert (found.division, places(VISITOR, TODAY).division) == ("onderwijsregio", "provincie")
    assert list(found.names) == [region.public_id, "landelijk", "onbekend"]
    assert list(regions_to_choose(VISITOR, TODAY)) == [region]


def test_what_an_origin_says_itself_wins_over_its_partnership():
    own, other = RegionFactory(), RegionFactory()
    partnership = PartnershipFactory(version__region=own)
    found = places(VISITOR, TODAY, "onderwijsregio")
    said = QuestionOriginFactory(partnership=partnership, region=other)
    silent = QuestionOriginFactory(partnership=partnership)

    assert found.of_origins([said]) == {other.public_id}
    assert found.of_origins([silent, said]) == {own.public_id, other.public_id}
    assert found.of_origins([QuestionOriginFactory()]) == frozenset()


def test_provinces_are_offered_by_name():
    ProvinceFactory(code="PV31", name="Limburg")
    ProvinceFactory()

    assert [row.name for row in provinces_to_choose()] == ["Limburg", "Utrecht"]
