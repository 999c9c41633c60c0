"""What the page of a partnership tells, as on a day."""

from datetime import date

import pytest

from steunpunt.foundation.access import Actor
from steunpunt.network.queries import partnerships as queries
from tests.factories.network import (
    AcademicStrandFactory,
    BoardFactory,
    InstitutionFactory,
    LeadOrganisationFactory,
    MembershipFactory,
    PartnerGoalFactory,
    PartnershipFactory,
    PartnershipStatusFactory,
    PartnershipVersionFactory,
    ProgrammeFactory,
    RegionFactory,
    SiteFactory,
)

DAY, BEFORE, SWITCH = date(2026, 11, 22), date(2023, 1, 1), date(2024, 8, 1)
VISITOR = Actor.visitor()
pytestmark = pytest.mark.django_db


def test_lead_changes_on_its_day():
    made = PartnershipFactory()
    old, new = BoardFactory(version__name="Oud"), BoardFactory(version__name="Nieuw")
    LeadOrganisationFactory(partnership=made, organisation=old, valid_until=SWITCH)
    LeadOrganisationFactory(partnership=made, organisation=new, valid_from=SWITCH)

    assert [queries.lead_on(made, day).name for day in (date(2024, 7, 31), SWITCH)] == ["Oud", "Nieuw"]


def test_lead_in_words_only():
    made = LeadOrganisationFactory(organisation=None, name_as_published="Stichting X").partnership

    lead = queries.lead_on(made, DAY)

    assert (lead.name, lead.url, lead.since) == ("Stichting X", "", "sinds 1 augustus 2020")


def test_no_lead():
    assert queries.lead_on(PartnershipFactory(), DAY) is None


def test_name_of_the_day():
    made = PartnershipFactory(version__name="Oud", version__valid_until=SWITCH)
    PartnershipVersionFactory(partnership=made, name="Nieuw", valid_from=SWITCH)

    assert [queries.row_of(made, VISITOR, day).name for day in (BEFORE, DAY)] == ["Oud", "Nieuw"]


def test_before_it_began_there_is_no_row():
    assert queries.row_of(PartnershipFactory(), VISITOR, date(2020, 7, 31)) is None


def test_period_runs_from_the_first_to_the_last_version():
    made = PartnershipFactory(version__valid_until=SWITCH)
    PartnershipVersionFactory(partnership=made, valid_from=SWITCH, valid_until=date(2026, 8, 1))

    assert queries.period_of(made) == (date(2020, 8, 1), date(2026, 8, 1))


def test_statuses_in_order():
    made = PartnershipFactory(status__state="aspirant", status__valid_until=SWITCH)
    PartnershipStatusFactory(partnership=made, valid_from=SWITCH)

    assert [one.state for one in queries.statuses_of(made)] == ["aspirant", "recognised"]


@pytest.mark.parametrize(("day", "has"), [(BEFORE, False), (DAY, True)])
def test_academic_strand_in_its_period(day, has):
    made = AcademicStrandFactory(valid_from=SWITCH).partnership

    assert (queries.academic_strand_on(made, day) is not None) is has


def test_region_of_the_day():
    region = RegionFactory()

    assert queries.region_on(PartnershipFactory(version__region=region), DAY) == region


def test_goals_name_the_partner():
    made = PartnershipFactory()
    PartnerGoalFactory(partnership=made, organisation=SiteFactory(version__name="De Ster"), goal="Meer leraren")

    assert [(one.partner, one.goal) for one in queries.goals_of(made, DAY)] == [("De Ster", "Meer leraren")]


@pytest.mark.parametrize(("sector", "expected"), [("po", ["Pabo"]), ("vo", ["Leraar Engels"])])
def test_programmes_that_matter_to_the_sector(sector, expected):
    institution = InstitutionFactory()
    ProgrammeFactory(institution=institution, name="Pabo")
    ProgrammeFactory(institution=institution, name="Leraar Engels", kind="second_degree")
    made = PartnershipFactory(version__sectors=[sector])
    MembershipFactory(partnership=made, organisation=institution, institute=True)

    found = queries.institutes_of(queries.row_of(made, VISITOR, DAY), DAY)

    assert [one.name for one in found[0].programmes] == expected
