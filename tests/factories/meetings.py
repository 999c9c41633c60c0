"""Makes rows of the meetings room for tests: meetings, their programme, series and who leads them."""

from datetime import UTC, datetime, timedelta
from typing import Any

import factory

from steunpunt.meetings.models import (
    Meeting,
    MeetingKind,
    MeetingLead,
    MeetingState,
    ProgrammeItem,
    Series,
)

from .foundation import UserFactory

BEGINS = datetime(2026, 12, 3, 12, 30, tzinfo=UTC)
"""13:30 on the clock in Amsterdam, on a Thursday."""
LASTS = timedelta(hours=3)
WRITTEN = datetime(2026, 9, 1, 10, tzinfo=UTC)


class SeriesFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Series

    slug = factory.Sequence(lambda n: f"reeks-{n}")
    title = factory.Sequence(lambda n: f"Reeks {n}")


class MeetingFactory(factory.django.DjangoModelFactory):
    """On the agenda and open to everybody, for an afternoon; give `themes` as a list."""

    class Meta:
        model = Meeting
        skip_postgeneration_save = True

    slug = factory.Sequence(lambda n: f"bijeenkomst-{n}")
    kind = MeetingKind.THEME
    state = MeetingState.PUBLISHED
    title = factory.Sequence(lambda n: f"Bijeenkomst {n}")
    summary = "Over begeleiden in de klas."
    starts_at = BEGINS
    ends_at = factory.LazyAttribute(lambda made: made.starts_at + LASTS)
    venue = "De Werkplaats, Utrecht"
    created_at = WRITTEN
    published_at = factory.LazyAttribute(lambda made: None if made.state == MeetingState.DRAFT else WRITTEN)

    @factory.post_generation
    def themes(self, create: bool, extracted: Any, **kwargs: Any) -> None:
        if create and extracted:
            self.themes.set(extracted)  # type: ignore[attr-defined]


class MeetingLeadFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = MeetingLead

    meeting = factory.SubFactory(MeetingFactory)
    account = factory.SubFactory(UserFactory)
    since = WRITTEN


class ProgrammeItemFactory(factory.django.DjangoModelFactory):
    """The first hour of its meeting."""

    class Meta:
        model = ProgrammeItem

    meeting = factory.SubFactory(MeetingFactory)
    title = factory.Sequence(lambda n: f"Onderdeel {n}")
    starts_at = factory.LazyAttribute(lambda made: made.meeting.starts_at)
    ends_at = factory.LazyAttribute(lambda made: made.starts_at + timedelta(hours=1))
