import threading
import time

import pytest

from steunpunt.activities.actions.contributing import contribute
from steunpunt.activities.actions.phases import close_activity
from steunpunt.activities.kind import kind_of
from steunpunt.activities.models import Activity, Phase, SubgroupWay, VotingUnit
from steunpunt.activities.queries import standings
from steunpunt.activities.queries.keeping import Kept
from steunpunt.activities.queries.live import CROWD, Now, now_by_code, now_of
from steunpunt.activities.queries.progress import progress, voters_expected
from steunpunt.activities.queries.standings import may_be_shown, shown_standing, standing
from steunpunt.activities.views.showing import form_for
from tests.factories.activities import (
    CODE,
    MOMENT,
    ActivityFactory,
    ContributionFactory,
    ParticipantFactory,
    SubgroupFactory,
    leader_of,
)


@pytest.mark.django_db
def test_a_thousand_polls_in_half_a_second_are_one_query(django_assert_num_queries):
    ParticipantFactory.create_batch(3, activity=ActivityFactory())

    with django_assert_num_queries(1):
        found = [now_by_code(CODE) for _ in range(1_000)]

    assert {one.people for one in found} == {3}


@pytest.mark.django_db
def test_an_unknown_code_is_nobody():
    assert now_by_code("geen-code-hier") is None
    assert now_by_code("") is None


@pytest.mark.django_db
def test_a_deed_in_this_process_is_seen_at_once():
    activity = ActivityFactory()
    before = now_by_code(CODE).mark

    close_activity(activity, by=leader_of(activity), at=MOMENT)

    after = now_by_code(CODE)
    assert (after.activity.phase, after.mark != before) == (Phase.CLOSED, True)


def test_phones_of_a_crowd_ask_half_as_often():
    assert [Now(Activity(), people).poll_ms for people in (0, CROWD, CROWD + 1)] == [2_000, 2_000, 4_000]


def test_what_is_kept_is_made_once_however_many_threads_ask():
    kept, made = Kept(60), []

    def make():
        time.sleep(0.05)
        made.append(1)
        return len(made)

    threads = [threading.Thread(target=kept.get, args=("a", make)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert (kept.get("a", make), len(made)) == (1, 1)


def test_what_is_kept_goes_when_it_is_old_and_much():
    kept = Kept(0, most=3)

    for number in range(10):
        kept.get(number, lambda: "x")

    assert len(kept._values) <= 3
    assert len(kept._making) <= 4


@pytest.mark.parametrize(
    ("phase", "shows_live", "shown"),
    [
        (Phase.PREPARING, True, False),
        (Phase.OPEN, False, False),
        (Phase.OPEN, True, True),
        (Phase.CLOSED, False, False),
        (Phase.DISCUSSING, False, False),
        (Phase.SHOWN, False, True),
    ],
)
@pytest.mark.django_db
def test_nobody_sees_the_input_of_others_before_it_is_shown(phase, shows_live, shown):
    activity = ActivityFactory(phase=phase, shows_live=shows_live)
    ContributionFactory(activity=activity)

    assert may_be_shown(activity) is shown
    assert (shown_standing(activity) is not None) is shown


@pytest.mark.django_db
def test_a_standing_is_worked_out_twice_a_second_at_most(django_assert_num_queries):
    activity = ContributionFactory().activity

    with django_assert_num_queries(2):
        found = [standing(activity) for _ in range(100)]

    assert {(one.voters, one.value.cards) for one in found} == {(1, 1)}


@pytest.mark.django_db
def test_a_changed_contribution_is_seen_half_a_second_later():
    given = ContributionFactory()
    before = standing(given.activity).value.cards
    later = {"sent_key": "1789000000000-a", "at": MOMENT.replace(minute=1)}
    contribute(given.activity, given.participant, {"drawn": 2, "seed": 5}, **later)

    assert standing(given.activity).value.cards == before
    _let_half_a_second_pass()
    assert (before, standing(given.activity).value.cards) == (1, 2)


@pytest.mark.django_db
def test_two_who_hand_in_out_of_order_are_both_seen():
    activity = ActivityFactory()
    late = ContributionFactory(activity=activity, changed_at=MOMENT.replace(minute=5))
    before = standing(activity)
    _let_half_a_second_pass()
    early = ContributionFactory(activity=activity, changed_at=MOMENT.replace(minute=1))

    after = standing(activity)

    assert (before.voters, after.voters) == (1, 2)
    assert early.changed_at < late.changed_at
    assert before.mark != after.mark


@pytest.mark.django_db
@pytest.mark.parametrize("groups", [1, 3])
def test_who_is_busy_costs_the_same_for_more_groups(groups, django_assert_num_queries):
    activity = ActivityFactory(unit=VotingUnit.GROUP, grouping=SubgroupWay.CHOICE)
    for group in SubgroupFactory.create_batch(groups, activity=activity):
        ParticipantFactory.create_batch(2, activity=activity, subgroup=group)
    ContributionFactory(activity=activity, subgroup=group, participant=None)

    with django_assert_num_queries(4):
        found = progress(activity)

    assert (found.people, found.voters, found.done) == (2 * groups, groups, 1)
    assert [one.is_done for one in found.groups] == [False] * (groups - 1) + [True]
    assert voters_expected(activity, found.people) == groups


@pytest.mark.django_db
def test_who_is_busy_where_everybody_answers_alone():
    activity = ActivityFactory()
    group = SubgroupFactory(activity=activity)
    for _ in range(2):
        one = ParticipantFactory(activity=activity, subgroup=group)
    ParticipantFactory(activity=activity)
    ContributionFactory(activity=activity, participant=one)
    ContributionFactory(activity=activity, participant=None, from_paper=True)

    found = progress(activity)

    assert (found.people, found.voters, found.done, found.from_paper, found.loose) == (3, 3, 1, 1, 1)
    assert [(one.people, one.done) for one in found.groups] == [(2, 1)]
    assert found.percent == 33


@pytest.mark.django_db
def test_an_empty_hall_is_nothing_to_divide_by():
    assert progress(ActivityFactory()).percent == 0
    assert now_of(Activity.objects.get()).people == 0


def _let_half_a_second_pass():
    for kept in (standings._kept, standings._marks):
        kept._values = {key: (0.0, value) for key, (_, value) in kept._values.items()}


@pytest.mark.django_db
@pytest.mark.parametrize(("phase", "shown"), [(Phase.OPEN, False), (Phase.CLOSED, False), (Phase.SHOWN, True)])
def test_of_a_kind_that_hides_small_groups_nobody_looks_on(phase, shown):
    activity = ActivityFactory(kind="score", phase=phase, shows_live=True, settings=kind_of("score").example.settings)

    assert (shown_standing(activity) is not None) is shown


@pytest.mark.django_db
def test_words_of_others_are_in_the_form_only_when_they_may_be_seen():
    settings = kind_of("mirror").example.settings
    activity = ActivityFactory(kind="mirror", phase=Phase.OPEN, settings=settings)
    ContributionFactory(activity=activity, content=kind_of("mirror").example.contents[0])
    before = form_for(activity, None).others
    activity.shows_live = True

    assert before == ()
    assert form_for(activity, None).others
