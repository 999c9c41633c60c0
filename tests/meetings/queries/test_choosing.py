"""What somebody who plans a meeting can choose from."""

import pytest

from steunpunt.meetings.queries import choosing
from tests.factories.foundation import signed_in_actor, staff_actor
from tests.factories.meetings import MeetingFactory, SeriesFactory
from tests.factories.network import PartnershipFactory
from tests.meetings.making import coordinator_of, lead_of

pytestmark = pytest.mark.django_db


def test_coordinators_organise_for_their_own_partnership():
    own, other = PartnershipFactory(), PartnershipFactory()

    assert list(choosing.partnerships_to_organise(coordinator_of(own))) == [own]
    assert set(choosing.partnerships_to_organise(staff_actor())) == {own, other}
    assert not choosing.partnerships_to_organise(signed_in_actor()).exists()


def test_who_organises_it_already_stays_among_the_choices():
    own, other = PartnershipFactory(version__name="Zuid"), PartnershipFactory(version__name="Noord")
    actor = coordinator_of(own)

    assert choosing.organisers(actor, None, actor.day) == [(own.pk, "Zuid")]
    assert choosing.organisers(actor, MeetingFactory(partnership=other), actor.day) == [
        (other.pk, "Noord"),
        (own.pk, "Zuid"),
    ]


def test_series_of_ones_own_meetings_and_empty_ones():
    led, empty, foreign = (SeriesFactory() for _ in range(3))
    lead = lead_of(MeetingFactory(series=led))
    theirs = MeetingFactory(series=foreign)

    assert set(choosing.series_to_choose(lead)) == {led, empty}
    assert set(choosing.series_to_choose(lead, theirs)) == {led, empty, foreign}
    assert set(choosing.editable_series(staff_actor())) == {led, empty, foreign}
