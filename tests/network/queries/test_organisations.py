"""What the page of an organisation tells: history, chain, partnerships, successors."""

from datetime import date

import pytest

from steunpunt.foundation.access import Actor
from steunpunt.network.queries import organisations as queries
from steunpunt.network.queries.directory import world_as_on
from tests.factories.network import (
    FieldOverrideFactory,
    MembershipFactory,
    OrganisationFactory,
    OrganisationVersionFactory,
    PartnershipFactory,
    ProgrammeFactory,
    RegionSiteFactory,
    SchoolFactory,
    SiteFactory,
    SuccessionFactory,
)

DAY, SWITCH = date(2026, 11, 22), date(2024, 8, 1)
VISITOR = Actor.visitor()
pytestmark = pytest.mark.django_db


def site_with_two_names():
    site = SiteFactory(version__name="Oud", version__place="Ede", version__valid_until=SWITCH)
    OrganisationVersionFactory(organisation=site, name="Nieuw", place="Ede", sector="po", valid_from=SWITCH)
    return site


@pytest.mark.parametrize("key", ["00AH00", "00ah00"])
def test_found_by_code_in_any_case(key):
    site = SiteFactory(code="00AH00")

    assert queries.organisation_by_key(VISITOR, "school_site", key) == site


def test_found_by_public_id():
    made = OrganisationFactory()

    assert queries.organisation_by_key(VISITOR, "other", made.public_id) == made


def test_same_code_of_another_kind_is_another_organisation():
    SchoolFactory(code="25BE")

    assert queries.organisation_by_key(VISITOR, "training_institution", "25BE") is None


@pytest.mark.parametrize(("day", "name"), [(date(2020, 1, 1), "Oud"), (date(2024, 7, 31), "Oud"), (DAY, "Nieuw")])
def test_best_version(day, name):
    assert queries.best_version(queries.versions_of(site_with_two_names()), day).name == name


def test_closed_since_the_end_of_the_last_version():
    versions = queries.versions_of(SiteFactory(version__valid_until=SWITCH))

    assert [queries.closed_on(versions, day) for day in (date(2024, 7, 31), SWITCH)] == [None, SWITCH]


def test_opens_later():
    versions = queries.versions_of(SiteFactory(version__valid_from=date(2027, 8, 1)))

    assert (queries.opens_on(versions, DAY), queries.closed_on(versions, DAY)) == (date(2027, 8, 1), None)


def test_changes_tell_what_was_otherwise():
    changes = queries.changes_between(queries.versions_of(site_with_two_names()), world_as_on(DAY))

    assert ("naam", "Oud", "Nieuw") in [(one.label, one.old, one.new) for one in changes]
    assert {one.on for one in changes} == {SWITCH}
    assert "plaats" not in {one.label for one in changes}


def test_partnerships_now_and_before():
    site = SiteFactory()
    now, before = PartnershipFactory(version__name="Nu"), PartnershipFactory(version__name="Toen")
    MembershipFactory(organisation=site, partnership=before, valid_until=SWITCH)
    MembershipFactory(organisation=site, partnership=now, shell=True)

    found = queries.parts_of(site, DAY, world_as_on(DAY))

    assert [(one.name, one.ring, one.until, one.is_current) for one in found] == [
        ("Nu", "shell", "", True),
        ("Toen", "core", "tot 1 augustus 2024", False),
    ]


def test_site_takes_part_through_its_school():
    school = SchoolFactory(version__name="Het Lyceum")
    site = SiteFactory(version__part_of=school)
    MembershipFactory(organisation=school)

    assert [one.by for one in queries.parts_of(site, DAY, world_as_on(DAY))] == ["Het Lyceum"]


def test_predecessors_and_successors():
    old, new = SiteFactory(version__name="Oud", version__valid_until=SWITCH), SiteFactory(version__name="Nieuw")
    SuccessionFactory(predecessor=old, successor=new, on=SWITCH)
    world = world_as_on(DAY)

    assert [one.name for one in queries.successors_of(old, world)] == ["Nieuw"]
    assert [(one.name, one.kind) for one in queries.predecessors_of(new, world)] == [("Oud", "fusie")]


def test_overrides_that_still_stand():
    override = FieldOverrideFactory()
    FieldOverrideFactory(organisation=override.organisation, field="name", ended_at="2026-10-01T10:00:00Z")

    assert queries.overrides_of(override.organisation) == [override]


def test_siblings_leave_out_itself():
    school = SchoolFactory()
    site, other = SiteFactory(version__part_of=school), SiteFactory(version__part_of=school)
    world = world_as_on(DAY)

    assert [one.id for one in queries.siblings_on(world.find(site.pk), world)] == [other.pk]
    assert [one.id for one in queries.children_on(school, world)] == [site.pk, other.pk]


def test_programmes_and_regions_of_the_day():
    programme = ProgrammeFactory(valid_until=SWITCH)
    placed = RegionSiteFactory()

    assert queries.programmes_of(programme.institution, DAY) == []
    assert queries.regions_of(placed.site, DAY) == [placed]


def test_organisation_without_a_version_is_named_by_its_code():
    assert queries.latest_name(SiteFactory(code="00AH00", version=False)) == "naam onbekend (00AH00)"
