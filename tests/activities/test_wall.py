import pytest
from django.test import Client

from steunpunt.activities.models import Activity, Phase
from steunpunt.activities.queries.keeping import forget_all
from tests.factories.activities import (
    CODE,
    ActivityFactory,
    ContributionFactory,
    leader_of,
)

pytestmark = pytest.mark.django_db
PHONE = f"/doe-mee/{CODE}/"
LIVE = {"HTTP_X_LIVE": "1"}


def _leader(activity):
    client = Client()
    client.force_login(leader_of(activity).account)
    return client


def _page(activity, rest=""):
    return f"/werkvormen/{activity.public_id}/{rest}"


def test_the_wall_says_how_many_and_shows_the_standing_only_when_shown(client):
    activity = ContributionFactory(content={"drawn": 5, "seed": 1}).activity
    wall = PHONE + "scherm/"

    before = client.get(wall).content.decode()
    Activity.objects.filter(pk=activity.pk).update(phase=Phase.SHOWN, step=5)
    forget_all()
    after = client.get(wall + "stand/").json()["html"]

    assert "kaarten getrokken" not in before
    assert "deelnemer heeft ingeleverd" in before
    assert "<b>5</b>" in after
    for text in (before, after):
        assert all(word in text for word in CODE.split("-"))
        assert "<svg" in text


def test_an_unchanged_wall_costs_two_queries_at_most(client, django_assert_max_num_queries):
    ContributionFactory()
    client.get(PHONE + "scherm/")
    mark = client.get(PHONE + "scherm/stand/")["ETag"]
    forget_all()

    with django_assert_max_num_queries(2):
        answers = [client.get(PHONE + "scherm/stand/", HTTP_IF_NONE_MATCH=mark) for _ in range(5)]

    assert {answer.status_code for answer in answers} == {304}


def test_a_wall_for_who_leads_also_when_the_code_is_over():
    activity = ActivityFactory(code="", code_until=None, phase=Phase.SHOWN)
    leader = _leader(activity)

    assert leader.get(_page(activity, "scherm/")).status_code == 200
    assert "Er is nog niets ingeleverd" in leader.get(_page(activity, "scherm/stand/")).json()["html"]


def test_a_wall_whose_code_is_over_says_so(client):
    answer = client.get(PHONE + "scherm/")

    assert answer.status_code == 404
    assert "afgesloten" in answer.content.decode()
