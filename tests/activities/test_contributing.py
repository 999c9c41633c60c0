import pytest

from steunpunt.activities.actions.contributing import contribute, erase_words, type_over_from_paper, without_nul
from steunpunt.activities.models import Contribution, Phase, SubgroupWay, VotingUnit
from steunpunt.foundation.access import Actor, Refusal
from steunpunt.foundation.ledger.models import LedgerEntry
from tests.factories.activities import (
    MOMENT,
    ActivityFactory,
    ContributionFactory,
    ParticipantFactory,
    SubgroupFactory,
    leader_of,
)

pytestmark = pytest.mark.django_db
FIRST, SECOND = "1789000000000-aa", "1789000000500-bb"


def _drawn(activity):
    return list(Contribution.objects.filter(activity=activity).values_list("content__drawn", flat=True))


def _hands_in(participant, drawn, key):
    contribute(participant.activity, participant, {"drawn": drawn, "seed": 1}, sent_key=key, at=MOMENT)


def _group(**facts):
    activity = ActivityFactory(unit=VotingUnit.GROUP, grouping=SubgroupWay.CHOICE, **facts)
    group = SubgroupFactory(activity=activity)
    writer, other = ParticipantFactory.create_batch(2, activity=activity, subgroup=group)
    group.pen = writer
    group.save()
    return activity, group, writer, other


def test_handing_in_is_one_statement(django_assert_num_queries):
    participant = ParticipantFactory()

    with django_assert_num_queries(1):
        _hands_in(participant, 1, FIRST)

    assert _drawn(participant.activity) == [1]


def test_handing_in_again_takes_the_place_of_the_first():
    participant = ParticipantFactory()

    _hands_in(participant, 1, FIRST)
    _hands_in(participant, 2, SECOND)

    assert _drawn(participant.activity) == [2]


def test_a_double_tap_changes_nothing():
    participant = ParticipantFactory()
    _hands_in(participant, 1, FIRST)

    _hands_in(participant, 9, FIRST)

    assert _drawn(participant.activity) == [1]


def test_a_replay_that_comes_late_does_not_undo_what_came_after_it():
    participant = ParticipantFactory()
    _hands_in(participant, 1, FIRST)
    _hands_in(participant, 2, SECOND)

    with pytest.raises(Refusal, match="iets nieuwers"):
        _hands_in(participant, 1, FIRST)

    assert _drawn(participant.activity) == [2]


@pytest.mark.parametrize("phase", [one for one in Phase if one != Phase.OPEN])
def test_after_closing_it_is_refused_and_nothing_is_stored(phase):
    participant = ParticipantFactory(activity__phase=phase)

    with pytest.raises(Refusal, match="gesloten"):
        _hands_in(participant, 1, FIRST)

    assert _drawn(participant.activity) == []


def test_a_repeat_after_closing_of_what_was_accepted_is_no_refusal():
    participant = ParticipantFactory()
    _hands_in(participant, 1, FIRST)
    participant.activity.phase = Phase.CLOSED
    participant.activity.save()

    _hands_in(participant, 1, FIRST)

    assert _drawn(participant.activity) == [1]


def test_somebody_of_another_activity_is_no_voter_here():
    stranger, activity = ParticipantFactory(activity__code=""), ActivityFactory()

    with pytest.raises(Refusal, match="doet niet meer mee"):
        contribute(activity, stranger, {"drawn": 1}, sent_key=FIRST, at=MOMENT)

    assert Contribution.objects.count() == 0


def test_a_group_is_one_voter_and_speaks_for_its_people():
    activity, group, writer, _ = _group()

    _hands_in(writer, 1, FIRST)
    _hands_in(writer, 2, SECOND)

    one = Contribution.objects.get(activity=activity)
    assert (one.subgroup, one.participant, one.people, one.content["drawn"]) == (group, None, 2, 2)


def test_without_the_pen_nobody_hands_in_for_the_group():
    activity, _, _, other = _group()

    with pytest.raises(Refusal, match="pen"):
        _hands_in(other, 1, FIRST)

    assert _drawn(activity) == []


def test_votes_leave_no_line_in_the_ledger():
    _hands_in(ParticipantFactory(), 1, FIRST)

    assert LedgerEntry.objects.count() == 0


def test_ten_thousand_characters_and_emoji_come_back_as_they_were():
    participant = ParticipantFactory()
    text = "Samen 👩🏽‍🏫🎓 é " * 700

    contribute(participant.activity, participant, {"reason": text + "\x00"}, sent_key=FIRST, at=MOMENT)

    assert len(text) > 9_000
    assert Contribution.objects.get().content == {"reason": text}


def test_the_one_character_that_cannot_be_kept_goes_everywhere():
    assert without_nul({"a\x00": ["\x00b", {"c": ("d\x00", 1)}]}) == {"a": ["b", {"c": ["d", 1]}]}


def test_paper_of_loose_people_counts_for_each_sheet():
    activity = ActivityFactory()
    leader = leader_of(activity)

    for key in (FIRST, FIRST, SECOND):
        type_over_from_paper(activity, {"drawn": 3, "seed": 1}, sent_key=key, by=leader, at=MOMENT)

    assert list(Contribution.objects.values_list("from_paper", "participant")) == [(True, None), (True, None)]


def test_paper_never_takes_the_place_of_what_a_group_sent_by_phone():
    activity, group, writer, _ = _group()
    _hands_in(writer, 1, FIRST)

    with pytest.raises(Refusal, match="telefoon"):
        type_over_from_paper(activity, {"drawn": 9}, group=group, sent_key=SECOND, by=leader_of(activity), at=MOMENT)

    assert _drawn(activity) == [1]


def test_paper_of_a_group_typed_again_replaces_it():
    activity, group, _, _ = _group(phase=Phase.CLOSED)
    leader = leader_of(activity)

    for drawn, key in ((1, FIRST), (2, SECOND)):
        type_over_from_paper(activity, {"drawn": drawn}, group=group, people=4, sent_key=key, by=leader, at=MOMENT)

    assert list(Contribution.objects.values_list("content__drawn", "people")) == [(2, 4)]


def test_only_who_leads_types_over_and_erases():
    given = ContributionFactory()

    with pytest.raises(Refusal):
        type_over_from_paper(given.activity, {"drawn": 1}, sent_key=FIRST, by=Actor.visitor(), at=MOMENT)
    with pytest.raises(Refusal):
        erase_words(given.activity, given, by=Actor.visitor(), at=MOMENT)


def test_erasing_keeps_what_counts_and_says_so_once_without_whose_it_was():
    given = ContributionFactory(content={"drawn": 4, "seed": 2})

    erase_words(given.activity, given, by=leader_of(given.activity), at=MOMENT)

    given.refresh_from_db()
    assert given.content["drawn"] == 4
    entry = LedgerEntry.objects.get(deed="activity-words-erased")
    assert given.reference not in entry.subjects
