"""Planning, changing, publishing and cancelling a meeting."""

from datetime import timedelta

import pytest

from steunpunt.foundation.access import Refusal
from steunpunt.foundation.events import announcing
from steunpunt.foundation.events.models import Announcement
from steunpunt.foundation.ledger.models import LedgerEntry
from steunpunt.foundation.ledger.queries import history_of
from steunpunt.foundation.ledger.revisions import Outdated
from steunpunt.meetings import events
from steunpunt.meetings.actions import meetings as actions
from steunpunt.meetings.models import Meeting, MeetingState
from tests.factories.foundation import signed_in_actor, staff_actor
from tests.factories.meetings import BEGINS, LASTS, MeetingFactory, ProgrammeItemFactory, SeriesFactory
from tests.factories.network import PartnershipFactory, ThemeFactory
from tests.meetings.making import HOUR, NOW, coordinator_of, facts, lead_of

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def _hear(event):
    """Stands for a reaction of a room above."""


@pytest.fixture
def heard(monkeypatch):
    """The events that were announced, with what they say."""
    for register in ("_reactions", "_subscribers", "_events"):
        monkeypatch.setattr(announcing, register, {})
    for event in (events.MeetingPublished, events.MeetingChanged, events.MeetingMoved, events.MeetingCancelled):
        announcing.subscribe(event, _hear)

    def names():
        return [row.event.rpartition(".")[2] for row in Announcement.objects.order_by("pk")]

    return names


@pytest.fixture
def meeting():
    return MeetingFactory(title="Starters begeleiden", partnership=PartnershipFactory())


@pytest.fixture
def lead(meeting):
    return lead_of(meeting)


def deeds(meeting):
    return [entry.deed for entry in history_of(meeting.reference)]


def test_a_coordinator_plans_a_draft_and_leads_it():
    partnership, theme = PartnershipFactory(), ThemeFactory()
    coordinator = coordinator_of(partnership)

    made = actions.plan_meeting(facts(partnership=partnership, themes=[theme]), by=coordinator, at=NOW)

    assert (made.state, made.slug, made.created_at) == (MeetingState.DRAFT, "starters-begeleiden", NOW)
    assert [lead.account for lead in made.leads.all()] == [coordinator.account]
    assert list(made.themes.all()) == [theme]
    assert deeds(made) == ["meeting-planned"]


@pytest.mark.parametrize("title", ["Starters begeleiden", "Nieuw", "!!!"])
def test_no_two_meetings_have_one_address(title):
    staff = staff_actor()

    slugs = {actions.plan_meeting(facts(title=title), by=staff, at=NOW).slug for _ in range(2)}

    assert len(slugs) == 2
    assert "nieuw" not in slugs


def test_only_for_ones_own_partnership():
    with pytest.raises(Refusal) as refused:
        actions.plan_meeting(facts(partnership=PartnershipFactory()), by=coordinator_of(), at=NOW)

    assert refused.value.field == "partnership"
    with pytest.raises(Refusal):
        actions.plan_meeting(facts(), by=signed_in_actor(), at=NOW)
    assert not Meeting.objects.exists()


def test_only_in_a_series_of_ones_own():
    partnership = PartnershipFactory()
    series = SeriesFactory()
    MeetingFactory(series=series)

    with pytest.raises(Refusal) as refused:
        actions.plan_meeting(facts(partnership=partnership, series=series), by=coordinator_of(partnership), at=NOW)

    assert refused.value.field == "series"


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"ends_at": BEGINS}, "ends"),
        ({"capacity": 0}, "capacity"),
        ({"registration_until": BEGINS + LASTS + HOUR}, "registration_until"),
    ],
)
def test_what_must_never_be_is_said_at_its_field(given, field):
    with pytest.raises(Refusal) as refused:
        actions.plan_meeting(facts(**given), by=staff_actor(), at=NOW)

    assert refused.value.field == field
    assert not Meeting.objects.exists()


def test_publishing_puts_it_on_the_agenda(heard):
    meeting = MeetingFactory(state=MeetingState.DRAFT, partnership=PartnershipFactory())

    actions.publish_meeting(meeting, by=lead_of(meeting), at=NOW)

    held = Meeting.objects.get(pk=meeting.pk)
    assert (held.state, held.published_at) == (MeetingState.PUBLISHED, NOW)
    assert heard() == ["MeetingPublished"]
    assert history_of(meeting.partnership.reference)[0].deed == "meeting-published"
    with pytest.raises(Refusal):
        actions.publish_meeting(meeting, by=lead_of(meeting), at=NOW)


def test_what_readers_need_is_asked_before(heard):
    meeting = MeetingFactory(state=MeetingState.DRAFT, venue="")

    with pytest.raises(Refusal) as refused:
        actions.publish_meeting(meeting, by=lead_of(meeting), at=NOW)

    assert refused.value.field == "venue"
    assert Meeting.objects.get(pk=meeting.pk).state == MeetingState.DRAFT
    assert heard() == []


def test_a_change_of_words_is_no_move(meeting, lead, heard):
    held = actions.change_meeting(meeting, {"title": "Starters en hun begeleiders"}, by=lead, at=NOW)

    assert held.slug == meeting.slug
    assert heard() == ["MeetingChanged"]
    (entry,) = history_of(meeting.reference)
    assert (entry.deed, entry.changes) == (
        "meeting-changed",
        {"titel": ["Starters begeleiden", "Starters en hun begeleiders"]},
    )


def test_another_place_is_a_move(meeting, lead, heard):
    actions.change_meeting(meeting, {"venue": "De Hal, Zwolle"}, by=lead, at=NOW)

    assert heard() == ["MeetingChanged", "MeetingMoved"]
    assert Announcement.objects.order_by("pk").last().payload["was_held_in"] == "De Werkplaats, Utrecht"
    assert deeds(meeting) == ["meeting-moved"]


def test_the_link_to_join_does_not_stand_in_the_history(meeting, lead):
    actions.change_meeting(meeting, {"online_link": "https://voorbeeld.invalid/geheim"}, by=lead, at=NOW)

    assert "geheim" not in str(LedgerEntry.objects.values_list("changes", flat=True))
    assert history_of(meeting.reference)[0].changes == {"link om online mee te doen": None}


def test_nothing_changed_is_no_deed(meeting, lead, heard):
    actions.change_meeting(meeting, {"title": meeting.title}, by=lead, at=NOW)

    assert (deeds(meeting), heard()) == ([], [])


def test_of_a_draft_only_that_it_was_kept(heard):
    draft = MeetingFactory(state=MeetingState.DRAFT)

    actions.change_meeting(draft, {"title": "Geheim plan", "venue": ""}, by=lead_of(draft), at=NOW)

    (entry,) = history_of(draft.reference)
    assert (entry.deed, entry.changes, heard()) == ("meeting-kept", {}, [])


def test_the_programme_moves_along_with_the_meeting(meeting, lead):
    part = ProgrammeItemFactory(meeting=meeting, starts_at=BEGINS + HOUR)
    moved = {"starts_at": BEGINS + 7 * DAY, "ends_at": BEGINS + LASTS + 7 * DAY}

    actions.change_meeting(meeting, moved, by=lead, at=NOW)

    part.refresh_from_db()
    assert (part.starts_at, part.ends_at) == (BEGINS + 7 * DAY + HOUR, BEGINS + 7 * DAY + 2 * HOUR)


def test_a_meeting_that_gets_longer_keeps_its_programme(meeting, lead):
    part = ProgrammeItemFactory(meeting=meeting)

    actions.change_meeting(meeting, {"starts_at": BEGINS - HOUR}, by=lead, at=NOW)

    part.refresh_from_db()
    assert part.starts_at == BEGINS


def test_a_meeting_does_not_shrink_away_from_its_programme(meeting, lead):
    ProgrammeItemFactory(meeting=meeting, starts_at=BEGINS + LASTS - HOUR)

    with pytest.raises(Refusal) as refused:
        actions.change_meeting(meeting, {"ends_at": BEGINS + HOUR}, by=lead, at=NOW)

    assert refused.value.field == "ends"
    assert Meeting.objects.get(pk=meeting.pk).ends_at == BEGINS + LASTS


def test_what_stands_on_the_agenda_keeps_its_place(meeting, lead):
    with pytest.raises(Refusal) as refused:
        actions.change_meeting(meeting, {"venue": ""}, by=lead, at=NOW)

    assert refused.value.field == "venue"
    assert Meeting.objects.get(pk=meeting.pk).venue


def test_who_organises_it_stays_unless_it_is_given_to_a_partnership_of_ones_own(meeting, lead):
    actions.change_meeting(meeting, {"partnership": meeting.partnership, "title": "Anders"}, by=lead, at=NOW)

    with pytest.raises(Refusal) as refused:
        actions.change_meeting(meeting, {"partnership": None}, by=lead, at=NOW)
    assert refused.value.field == "partnership"


def test_two_who_change_it_at_once_are_told(meeting, lead):
    actions.change_meeting(meeting, {"title": "Eerst"}, by=lead, at=NOW, revision=1)

    with pytest.raises(Outdated):
        actions.change_meeting(meeting, {"title": "Daarna"}, by=lead, at=NOW, revision=1)
    assert Meeting.objects.get(pk=meeting.pk).title == "Eerst"


def test_cancelling_says_why(meeting, lead, heard):
    actions.cancel_meeting(meeting, " De zaal is dicht. ", by=lead, at=NOW)

    held = Meeting.objects.get(pk=meeting.pk)
    assert (held.state, held.cancelled_at, held.cancel_reason) == (MeetingState.CANCELLED, NOW, "De zaal is dicht.")
    assert heard() == ["MeetingCancelled"]
    for deed in (actions.change_meeting, actions.cancel_meeting):
        with pytest.raises(Refusal):
            deed(meeting, {"title": "Toch"} if deed is actions.change_meeting else "Nog eens", by=lead, at=NOW)


def test_a_draft_is_cancelled_in_silence(heard):
    draft = MeetingFactory(state=MeetingState.DRAFT)

    actions.cancel_meeting(draft, "Geen tijd", by=lead_of(draft), at=NOW)

    assert heard() == []


def test_no_cancelling_without_a_reason_or_afterwards(meeting, lead):
    with pytest.raises(Refusal) as refused:
        actions.cancel_meeting(meeting, "  ", by=lead, at=NOW)
    assert refused.value.field == "reason"
    with pytest.raises(Refusal):
        actions.cancel_meeting(meeting, "Te laat", by=lead, at=meeting.ends_at)


@pytest.mark.parametrize("deed", ["change", "publish", "cancel"])
def test_others_do_nothing_with_it(meeting, deed):
    stranger = coordinator_of(meeting.partnership)
    deeds_of = {
        "change": lambda: actions.change_meeting(meeting, {"title": "Weg"}, by=stranger, at=NOW),
        "publish": lambda: actions.publish_meeting(meeting, by=stranger, at=NOW),
        "cancel": lambda: actions.cancel_meeting(meeting, "Weg", by=stranger, at=NOW),
    }

    with pytest.raises(Refusal):
        deeds_of[deed]()
    assert Meeting.objects.get(pk=meeting.pk).title == "Starters begeleiden"
