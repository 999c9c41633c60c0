"""Status, academic strand and lead organisation, each in a period."""

from datetime import UTC, date, datetime

import pytest

from steunpunt.foundation.access import Refusal
from steunpunt.foundation.ledger.queries import history_of
from steunpunt.network.actions.standing import end_academic_strand, set_lead, set_status, start_academic_strand
from steunpunt.network.models import AcademicStrand, LeadOrganisation, PartnershipState, PartnershipStatus
from tests.factories.foundation import signed_in_actor, staff_actor
from tests.factories.network import (
    AcademicStrandFactory,
    BoardFactory,
    LeadOrganisationFactory,
    PartnershipFactory,
    coordinator_of,
)

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)
AUGUST = date(2027, 8, 1)


def _status(partnership, state=PartnershipState.RECOGNISED):
    return PartnershipStatus(partnership=partnership, state=state, valid_from=AUGUST, source="Besluit 12")


def test_staff_set_a_status_from_a_day_on():
    partnership = PartnershipFactory(status__state=PartnershipState.ASPIRANT)

    set_status(_status(partnership), by=staff_actor(), at=NOW)

    rows = partnership.statuses.order_by("valid_from").values_list("state", "valid_until")
    assert list(rows) == [("aspirant", AUGUST), ("recognised", None)]


def test_a_coordinator_sets_no_status():
    partnership = PartnershipFactory()

    with pytest.raises(Refusal, match="Alleen medewerkers"):
        set_status(_status(partnership), by=coordinator_of(partnership), at=NOW)


def test_the_status_that_stands_is_no_change():
    partnership = PartnershipFactory(status__state=PartnershipState.RECOGNISED, status__source="Besluit 12")

    with pytest.raises(Refusal) as refused:
        set_status(_status(partnership), by=staff_actor(), at=NOW)
    assert refused.value.field == "state"


def test_a_status_is_recorded_with_its_source():
    partnership = PartnershipFactory(status__state=PartnershipState.ASPIRANT)

    set_status(_status(partnership), by=staff_actor(), at=NOW)

    entry = history_of(partnership.reference)[0]
    assert (entry.summary, entry.changes["bron"]) == ("Status: erkend, vanaf 1 augustus 2027.", ["", "Besluit 12"])


def test_the_lead_goes_over_on_the_first_of_august():
    old = LeadOrganisationFactory()
    new = LeadOrganisation(partnership=old.partnership, organisation=BoardFactory(), valid_from=AUGUST)

    set_lead(new, by=coordinator_of(old.partnership), at=NOW)

    rows = old.partnership.leads.order_by("valid_from").values_list("organisation", "valid_until")
    assert list(rows) == [(old.organisation_id, AUGUST), (new.organisation_id, None)]


def test_a_stranger_sets_no_lead():
    lead = LeadOrganisation(partnership=PartnershipFactory(), organisation=BoardFactory(), valid_from=AUGUST)

    with pytest.raises(Refusal, match="Alleen de coördinator"):
        set_lead(lead, by=signed_in_actor(), at=NOW)


def test_a_lead_without_a_name_is_refused_by_the_database_in_words():
    with pytest.raises(Refusal) as refused:
        set_lead(LeadOrganisation(partnership=PartnershipFactory(), valid_from=AUGUST), by=staff_actor(), at=NOW)
    assert refused.value.field == "organisation"


def test_the_lead_that_stands_is_no_change():
    old = LeadOrganisationFactory()
    same = LeadOrganisation(partnership=old.partnership, organisation=old.organisation, valid_from=AUGUST)

    with pytest.raises(Refusal, match="al penvoerder"):
        set_lead(same, by=staff_actor(), at=NOW)


def test_a_lead_is_recorded_by_name():
    partnership = PartnershipFactory()
    board = BoardFactory(version__name="Stichting Het Veld")

    set_lead(LeadOrganisation(partnership=partnership, organisation=board, valid_from=AUGUST), by=staff_actor(), at=NOW)

    assert history_of(partnership.reference)[0].summary == "Penvoerder: Stichting Het Veld, vanaf 1 augustus 2027."


def test_an_academic_strand_begins_and_ends():
    partnership = PartnershipFactory()
    actor = coordinator_of(partnership)
    strand = start_academic_strand(AcademicStrand(partnership=partnership, valid_from=AUGUST), by=actor, at=NOW)

    end_academic_strand(strand, date(2030, 8, 1), by=actor, at=NOW)

    assert list(partnership.academic_strands.values_list("valid_from", "valid_until")) == [(AUGUST, date(2030, 8, 1))]


def test_two_academic_strands_at_a_time_are_refused():
    old = AcademicStrandFactory()

    with pytest.raises(Refusal, match="al een academische kop"):
        start_academic_strand(AcademicStrand(partnership=old.partnership, valid_from=AUGUST), by=staff_actor(), at=NOW)


def test_a_strand_ends_after_its_begin():
    strand = AcademicStrandFactory(valid_from=AUGUST)

    with pytest.raises(Refusal, match="einddatum"):
        end_academic_strand(strand, date(2026, 8, 1), by=staff_actor(), at=NOW)


def test_a_strand_is_recorded():
    partnership = PartnershipFactory()

    start_academic_strand(AcademicStrand(partnership=partnership, valid_from=AUGUST), by=staff_actor(), at=NOW)

    assert history_of(partnership.reference)[0].deed == "academic-strand-started"
