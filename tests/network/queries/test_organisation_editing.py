"""What the editing of organisations asks."""

from datetime import date

import pytest

from steunpunt.network.queries.organisation_editing import (
    last_version,
    named,
    override_of,
    overrides_of,
    region_site_of,
    succession_of,
    successions_of,
    version_shown,
)
from tests.factories.network import (
    FieldOverrideFactory,
    OrganisationVersionFactory,
    RegionSiteFactory,
    SiteFactory,
    SuccessionFactory,
)

pytestmark = pytest.mark.django_db
TODAY, NEXT = date(2026, 11, 22), date(2027, 8, 1)


@pytest.fixture
def site():
    """A site that gets another name next August."""
    made = SiteFactory(version__name="Oud", version__valid_until=NEXT)
    OrganisationVersionFactory(organisation=made, name="Nieuw", valid_from=NEXT)
    return made


@pytest.mark.parametrize(
    ("day", "name"), [(TODAY, "Oud"), (NEXT, "Nieuw"), (date(1990, 1, 1), "Nieuw")], ids=["now", "later", "before"]
)
def test_what_is_shown_is_of_the_day_or_else_the_last(site, day, name):
    assert version_shown(site, day).name == name


def test_the_last_version_may_be_planned(site):
    assert last_version(site).name == "Nieuw"


def test_nothing_is_known_of_an_empty_organisation():
    assert last_version(SiteFactory(version=False)) is None


def test_names_of_several_at_once(site, django_assert_num_queries):
    other = SiteFactory(version__name="De Es", version__valid_until=date(2022, 1, 1))

    with django_assert_num_queries(1):
        assert named([site, other], TODAY) == {site.pk: "Oud", other.pk: "De Es"}


def test_only_standing_corrections_are_listed():
    row = FieldOverrideFactory()
    FieldOverrideFactory(organisation=row.organisation, ended_at=row.set_at)

    assert list(overrides_of(row.organisation)) == [row]
    assert override_of(SiteFactory(), row.pk) is None


def test_successions_in_both_directions():
    first = SuccessionFactory()
    second = SuccessionFactory(predecessor=first.successor, on=date(2025, 8, 1))

    assert list(successions_of(first.successor)) == [first, second]
    assert succession_of(SiteFactory(), first.pk) is None


def test_a_place_in_a_region_of_another_site_is_nothing():
    row = RegionSiteFactory()

    assert region_site_of(row.site, row.pk) == row
    assert region_site_of(SiteFactory(), row.pk) is None
