import json

import pytest
from django.test import Client

from tests.factories.activities import (
    CODE,
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


@pytest.mark.parametrize("ending", ["csv", "xlsx", "json"])
def test_raw_contributions_leave_in_three_forms(ending):
    activity = ContributionFactory(content={"drawn": 5, "seed": 1}).activity

    answer = _leader(activity).get(_page(activity, f"inbreng.{ending}"))
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content

    assert f".{ending}" in answer["Content-Disposition"]
    if ending == "json":
        assert json.loads(body)["inbreng"][0]["getrokken kaarten"] == 5
    elif ending == "csv":
        assert ";5" in body.decode()
    assert _leader(activity).get(_page(activity, "inbreng.exe")).status_code == 404
