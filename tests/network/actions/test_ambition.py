"""Vision of the whole, goals of the partners."""

from datetime import UTC, datetime

import pytest

from steunpunt.foundation.access import Refusal
from steunpunt.foundation.ledger.queries import history_of
from steunpunt.network.actions.ambition import add_goal, change_goal, remove_goal, set_vision
from steunpunt.network.models import CooperationModel, PartnerGoal, Partnership
from tests.factories.foundation import signed_in_actor, staff_actor
from tests.factories.network import (
    MembershipFactory,
    PartnerGoalFactory,
    PartnershipFactory,
    ScenarioFactory,
    SiteFactory,
    coordinator_of,
)

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)


def _set(partnership, actor, vision="Samen leren."):
    return set_vision(
        partnership,
        vision=vision,
        cooperation_model=CooperationModel.COOPERATIVE,
        scenario=ScenarioFactory(),
        by=actor,
        at=NOW,
    )


def test_a_coordinator_sets_vision_model_and_scenario():
    partnership = PartnershipFactory()

    _set(partnership, coordinator_of(partnership))

    row = Partnership.objects.get()
    assert (row.vision, row.cooperation_model, row.scenario.code) == ("Samen leren.", "cooperative", "A")


def test_a_stranger_sets_no_vision():
    with pytest.raises(Refusal, match="Alleen de coördinator"):
        _set(PartnershipFactory(), signed_in_actor())


def test_the_vision_that_stands_is_no_change():
    partnership = PartnershipFactory()
    _set(partnership, staff_actor())

    with pytest.raises(Refusal, match="niets veranderd"):
        _set(partnership, staff_actor())


def test_a_vision_is_recorded():
    partnership = PartnershipFactory()

    _set(partnership, staff_actor())

    assert history_of(partnership.reference)[0].changes["visie"] == ["", "Samen leren."]


def test_a_partner_says_what_it_wants():
    member = MembershipFactory()
    goal = PartnerGoal(partnership=member.partnership, organisation=member.organisation, goal="Leraren houden")

    add_goal(goal, by=staff_actor(), at=NOW)

    assert member.partnership.goals.get().goal == "Leraren houden"


def test_who_is_no_partner_has_no_goal():
    goal = PartnerGoal(partnership=PartnershipFactory(), organisation=SiteFactory(), goal="Meekijken")

    with pytest.raises(Refusal) as refused:
        add_goal(goal, by=staff_actor(), at=NOW)
    assert refused.value.field == "organisation"


def test_a_goal_is_changed_and_recorded():
    goal = PartnerGoalFactory(goal="Oud", organisation=SiteFactory(version__name="De Linde"))

    change_goal(goal, "Nieuw", "Werkdruk", by=staff_actor(), at=NOW)

    entry = history_of(goal.partnership.reference)[0]
    assert entry.summary == "Doel van De Linde gewijzigd."
    assert entry.changes == {"doel": ["Oud", "Nieuw"], "belang": ["", "Werkdruk"]}


def test_the_goal_that_stands_is_no_change():
    goal = PartnerGoalFactory(goal="Oud")

    with pytest.raises(Refusal, match="niets veranderd"):
        change_goal(goal, "Oud", "", by=staff_actor(), at=NOW)


def test_a_goal_is_taken_away():
    goal = PartnerGoalFactory()

    remove_goal(goal, by=coordinator_of(goal.partnership), at=NOW)

    assert not PartnerGoal.objects.exists()
