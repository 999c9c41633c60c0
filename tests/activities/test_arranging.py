"""Putting in order what came in: after closing, by who leads, and back again."""

import pytest

from steunpunt.activities.actions.preparing import arrange
from steunpunt.activities.kind import kind_of
from steunpunt.activities.models import Phase
from steunpunt.activities.queries.keeping import forget_all
from steunpunt.activities.queries.standings import standing
from steunpunt.foundation.access import Refusal
from tests.factories.activities import MOMENT, ActivityFactory, ContributionFactory, leader_of

pytestmark = pytest.mark.django_db


def _wishes(**given):
    kind = kind_of("top3")
    activity = ActivityFactory(kind="top3", settings=kind.example.settings, **given)
    for content in kind.example.contents:
        ContributionFactory(activity=activity, content=content)
    return activity


def test_what_came_in_is_put_in_order_after_closing_and_back_again(client):
    activity = _wishes(phase=Phase.CLOSED)
    client.force_login(leader_of(activity).account)
    page = f"/werkvormen/{activity.public_id}/ordenen/"
    before = standing(activity).value.wishes
    theme = next(theme for theme in standing(activity).value.themes if len(theme.wishes) > 1)
    keys = " ".join(wish.key for wish in theme.wishes[:2])

    shown = client.post(page, {"together": keys}, follow=True)

    activity.refresh_from_db()
    forget_all()
    merged = standing(activity).value.merged
    assert "Geordend" in shown.text
    assert len(standing(activity).value.wishes) == len(before) - 1
    client.post(page, {"apart": merged[0].key})
    activity.refresh_from_db()
    forget_all()
    assert len(standing(activity).value.wishes) == len(before)


def test_nothing_is_put_in_order_while_people_hand_in(client):
    activity = _wishes(phase=Phase.OPEN)
    client.force_login(leader_of(activity).account)

    answer = client.get(f"/werkvormen/{activity.public_id}/ordenen/", follow=True)

    assert "Sluit de werkvorm eerst" in answer.text
    with pytest.raises(Refusal, match="Sluit de werkvorm eerst"):
        arrange(activity, {}, by=leader_of(activity), at=MOMENT)


def test_a_kind_without_anything_to_arrange_has_no_page_for_it(client):
    activity = ActivityFactory(phase=Phase.CLOSED)
    client.force_login(leader_of(activity).account)

    assert client.get(f"/werkvormen/{activity.public_id}/ordenen/").status_code == 404


def test_an_own_card_counts_as_another_and_stands_alone_again(client):
    kind = kind_of("prioritise")
    activity = ActivityFactory(kind="prioritise", settings=kind.example.settings, phase=Phase.SHOWN)
    for content in kind.example.contents:
        ContributionFactory(activity=activity, content=content)
    client.force_login(leader_of(activity).account)
    page = f"/werkvormen/{activity.public_id}/ordenen/"
    own, card = standing(activity).value.own[0].card.title, standing(activity).value.rows[0].card.title

    client.post(page, {"merging": f"{own} > {card}"})
    activity.refresh_from_db()
    forget_all()
    together = standing(activity).value
    client.post(page, {"merging": ""})
    activity.refresh_from_db()
    forget_all()

    assert own not in [row.card.title for row in together.own]
    assert own in [row.card.title for row in standing(activity).value.own]
