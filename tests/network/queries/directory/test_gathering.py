"""All organisations of a day in memory: chains, children and circles."""

from datetime import date

import pytest

from steunpunt.network.queries.directory import world_as_on
from tests.factories.network import BoardFactory, SchoolFactory, SiteFactory

DAY = date(2026, 11, 22)
pytestmark = pytest.mark.django_db


def test_above_is_the_chain_from_near_to_far():
    board = BoardFactory()
    school = SchoolFactory(version__part_of=board)
    site = SiteFactory(version__part_of=school)
    world = world_as_on(DAY)

    assert [one.id for one in world.above(world.find(site.pk))] == [school.pk, board.pk]


def test_circle_ends_the_chain():
    one, other = BoardFactory(), BoardFactory()
    one.versions.update(part_of=other)
    other.versions.update(part_of=one)
    world = world_as_on(DAY)

    assert [row.id for row in world.above(world.find(one.pk))] == [other.pk]


def test_children_are_those_of_the_day():
    school = SchoolFactory()
    site = SiteFactory(version__part_of=school)
    SiteFactory(version__part_of=school, version__valid_until=date(2025, 8, 1))

    assert [one.id for one in world_as_on(DAY).children_of[school.pk]] == [site.pk]


def test_organisation_keeps_its_first_name_before_the_register():
    site = SiteFactory(version__name="Eerst", version__valid_from=date(2024, 11, 22), version__begin_unknown=True)

    world = world_as_on(date(2020, 1, 1))

    assert (world.find(site.pk).name, site.pk in world.organisations) == ("Eerst", False)


def test_organisation_that_had_still_to_begin_is_not_there():
    site = SiteFactory(version__valid_from=date(2025, 8, 1))

    assert world_as_on(date(2020, 1, 1)).find(site.pk) is None
