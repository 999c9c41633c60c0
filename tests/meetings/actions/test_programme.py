"""Adding, changing and removing the parts of a programme."""

from datetime import timedelta

import pytest

from steunpunt.foundation.access import Refusal
from steunpunt.foundation.ledger.queries import history_of
from steunpunt.foundation.ledger.revisions import Outdated
from steunpunt.meetings.actions import programme as actions
from steunpunt.meetings.models import MeetingState, ProgrammeItem
from tests.factories.foundation import signed_in_actor
from tests.factories.meetings import BEGINS, LASTS, MeetingFactory, ProgrammeItemFactory
from tests.meetings.making import HOUR, NOW, lead_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting():
    return MeetingFactory()


@pytest.fixture
def lead(meeting):
    return lead_of(meeting)


def part(begins=0 * HOUR, lasts=HOUR, **given):
    return {"title": "Opening", "starts_at": BEGINS + begins, "ends_at": BEGINS + begins + lasts, **given}


def test_a_part_is_added(meeting, lead):
    made = actions.add_item(meeting, part(room="Zaal 1", capacity=20), by=lead, at=NOW)

    assert list(meeting.items.all()) == [made]
    assert history_of(meeting.reference)[0].deed == "meeting-part-added"


@pytest.mark.parametrize(
    ("given", "field"),
    [
        (part(-1 * HOUR), "begins"),
        (part(LASTS - HOUR / 2), "begins"),
        (part(lasts=0 * HOUR), "ends"),
        (part(capacity=0), "capacity"),
    ],
)
def test_a_part_that_does_not_fit_is_refused_at_its_field(meeting, lead, given, field):
    with pytest.raises(Refusal) as refused:
        actions.add_item(meeting, given, by=lead, at=NOW)

    assert refused.value.field == field
    assert not ProgrammeItem.objects.exists()


def test_parts_of_one_round_are_held_at_the_same_time(meeting, lead):
    actions.add_item(meeting, part(HOUR, round=1), by=lead, at=NOW)
    actions.add_item(meeting, part(HOUR + timedelta(minutes=30), round=1), by=lead, at=NOW)
    actions.add_item(meeting, part(2 * HOUR, round=2), by=lead, at=NOW)

    with pytest.raises(Refusal) as refused:
        actions.add_item(meeting, part(2 * HOUR, round=1), by=lead, at=NOW)
    assert (refused.value.field, meeting.items.count()) == ("begins", 3)


def test_a_part_is_changed_and_the_history_says_how(meeting, lead):
    item = ProgrammeItemFactory(meeting=meeting, title="Opening", round=1)

    actions.change_item(item, {"title": "Welkom"}, by=lead, at=NOW)
    actions.change_item(item, {"title": "Welkom"}, by=lead, at=NOW)

    (entry,) = history_of(meeting.reference)
    assert (entry.deed, entry.changes) == ("meeting-part-changed", {"titel": ["Opening", "Welkom"]})


def test_of_a_draft_only_that_it_was_kept():
    draft = MeetingFactory(state=MeetingState.DRAFT)

    actions.add_item(draft, part(), by=lead_of(draft), at=NOW)

    assert [entry.deed for entry in history_of(draft.reference)] == ["meeting-kept"]


def test_a_part_is_removed(meeting, lead):
    item = ProgrammeItemFactory(meeting=meeting)

    actions.remove_item(item, by=lead, at=NOW)

    assert not meeting.items.exists()


def test_two_who_change_the_programme_at_once_are_told(meeting, lead):
    actions.add_item(meeting, part(), by=lead, at=NOW, revision=1)

    with pytest.raises(Outdated):
        actions.add_item(meeting, part(HOUR), by=lead, at=NOW, revision=1)


def test_a_programme_that_is_not_held_stays_as_it_is():
    cancelled = MeetingFactory(state=MeetingState.CANCELLED)

    with pytest.raises(Refusal):
        actions.add_item(cancelled, part(), by=lead_of(cancelled), at=NOW)


def test_others_keep_off(meeting):
    item, stranger = ProgrammeItemFactory(meeting=meeting), signed_in_actor()

    for deed in (
        lambda: actions.add_item(meeting, part(), by=stranger, at=NOW),
        lambda: actions.change_item(item, {"title": "Weg"}, by=stranger, at=NOW),
        lambda: actions.remove_item(item, by=stranger, at=NOW),
    ):
        with pytest.raises(Refusal):
            deed()
    assert list(meeting.items.values_list("title", flat=True)) == [item.title]
