import pytest
from django.test import Client

from steunpunt.activities.models import Contribution
from steunpunt.activities.views.showing import new_key
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


def test_paper_is_typed_over_once_a_press():
    activity = ActivityFactory()
    leader = _leader(activity)
    sent = {"drawn": "2", "seed": "1", "sent_key": new_key()}

    for _ in range(2):
        assert leader.post(_page(activity, "papier/"), sent).status_code == 302
    wrong = leader.post(_page(activity, "papier/"), {"drawn": "x"})

    assert (Contribution.objects.count(), wrong.status_code) == (1, 422)
    assert leader.get(_page(activity, "papier/")).status_code == 200


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_of_contributions_costs_the_same_for_more(count, django_assert_num_queries):
    activity = ActivityFactory()
    ContributionFactory.create_batch(count, activity=activity, content={"reason": "Een zin van iemand"})
    leader = _leader(activity)
    leader.get(_page(activity, "inbreng/"))

    with django_assert_num_queries(5):
        page = leader.get(_page(activity, "inbreng/"))

    assert page.content.decode().count("Een zin van iemand") == count


def test_words_are_erased_from_the_list():
    given = ContributionFactory()

    answer = _leader(given.activity).post(_page(given.activity, f"inbreng/{given.public_id}/wissen/"))

    assert answer.url == _page(given.activity, "inbreng/")
