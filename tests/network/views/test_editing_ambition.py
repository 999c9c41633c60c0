"""Vision and goals on the coordinator's pages."""

import pytest

from steunpunt.network.models import PartnerGoal, Partnership
from tests.factories.network import (
    MembershipFactory,
    PartnerGoalFactory,
    PartnershipFactory,
    ScenarioFactory,
    SiteFactory,
)

from .editing_requests import address, as_coordinator, as_staff, as_stranger, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def partnership():
    return PartnershipFactory()


def test_a_vision_is_kept(client, partnership):
    scenario = ScenarioFactory()
    facts = {"vision": "Samen", "cooperation_model": "cooperative", "scenario": scenario.pk, "revision": 1}

    as_coordinator(client, partnership).post(address(partnership, "visie/"), facts)

    row = Partnership.objects.get()
    assert (row.vision, row.cooperation_model, row.scenario) == ("Samen", "cooperative", scenario)


def test_a_partner_gets_a_goal(client, partnership):
    member = MembershipFactory(partnership=partnership)
    facts = {"organisation": member.organisation.public_id, "goal": "Leraren houden", "interest": "", "revision": 1}

    as_coordinator(client, partnership).post(address(partnership, "doelen/toevoegen/"), facts)

    assert PartnerGoal.objects.get().organisation == member.organisation


def test_an_outsider_is_no_choice(client, partnership):
    facts = {"organisation": SiteFactory().public_id, "goal": "Meekijken", "revision": 1}

    response = as_coordinator(client, partnership).post(address(partnership, "doelen/toevoegen/"), facts)

    assert (response.status_code, PartnerGoal.objects.count()) == (422, 0)


def test_a_goal_is_changed(client, partnership):
    goal = PartnerGoalFactory(partnership=partnership)

    as_coordinator(client, partnership).post(
        address(partnership, f"doelen/{goal.pk}/"), {"goal": "Anders", "interest": "Rust", "revision": 1}
    )

    goal.refresh_from_db()
    assert (goal.goal, goal.interest) == ("Anders", "Rust")


def test_a_goal_is_taken_away_after_a_question(client, partnership):
    goal = PartnerGoalFactory(partnership=partnership)
    way = address(partnership, f"doelen/{goal.pk}/weghalen/")
    assert "Ja, haal weg" in text_of(as_coordinator(client, partnership).get(way))

    client.post(way, {"revision": 1})

    assert not PartnerGoal.objects.exists()


@pytest.mark.parametrize("rest", ["doelen/{}/", "doelen/{}/weghalen/"])
def test_a_goal_of_elsewhere_is_not_found(client, partnership, rest):
    goal = PartnerGoalFactory()

    assert as_staff(client).get(address(partnership, rest.format(goal.pk))).status_code == 404


@pytest.mark.parametrize("rest", ["visie/", "doelen/", "doelen/{}/weghalen/"])
def test_a_stranger_is_refused(client, partnership, rest):
    goal = PartnerGoalFactory(partnership=partnership)

    assert as_stranger(client).get(address(partnership, rest.format(goal.pk))).status_code == 403


def test_the_list_takes_the_same_queries_for_one_and_for_three(client, partnership, django_assert_num_queries):
    as_staff(client)
    PartnerGoalFactory(partnership=partnership)
    client.get(address(partnership, "doelen/"))
    with django_assert_num_queries(6):
        client.get(address(partnership, "doelen/"))
    PartnerGoalFactory.create_batch(2, partnership=partnership)

    with django_assert_num_queries(6):
        client.get(address(partnership, "doelen/"))
