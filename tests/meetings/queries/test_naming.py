"""Who organises a meeting, by name."""

import pytest

from steunpunt.meetings.queries.naming import organiser_name, organiser_names
from tests.factories.meetings import BEGINS, MeetingFactory
from tests.factories.network import PartnershipFactory

pytestmark = pytest.mark.django_db


def test_the_partnership_or_the_support_point(django_assert_num_queries):
    partnership = PartnershipFactory(version__name="Noordzijde")
    theirs, ours = MeetingFactory(partnership=partnership), MeetingFactory()

    with django_assert_num_queries(1):
        names = organiser_names([theirs, ours], BEGINS.date())

    assert names == {theirs.pk: "Noordzijde", ours.pk: "Steunpunt"}
    assert organiser_name(theirs, BEGINS.date()) == "Noordzijde"
