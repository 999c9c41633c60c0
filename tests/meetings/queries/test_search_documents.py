"""What search may find of the meetings."""

import pytest

from steunpunt.foundation.access import Actor
from steunpunt.meetings.models import Admission, Meeting, MeetingState
from steunpunt.meetings.queries import search_documents as queries
from tests.factories.meetings import MeetingFactory, ProgrammeItemFactory
from tests.factories.network import PartnershipFactory, ThemeFactory

pytestmark = pytest.mark.django_db


def test_a_document_says_all_that_is_worth_finding():
    theme = ThemeFactory(slug="begeleiding", title="Begeleiden")
    below = ThemeFactory(slug="starters", title="Starters", parent=theme)
    meeting = MeetingFactory(
        title="Middag", sectors=["po"], themes=[below], partnership=PartnershipFactory(version__name="Oost")
    )
    ProgrammeItemFactory(meeting=meeting, title="Opening", description="Met koffie")

    (document,) = queries.meeting_documents(None)

    assert (document.reference, document.title, document.audience) == (meeting.reference, "Middag", ("public",))
    for word in ("begeleiden in de klas", "De Werkplaats", "Oost", "Starters", "Opening", "Met koffie"):
        assert word in document.text
    assert set(document.facets["thema"]) == {"begeleiding", "starters"}
    assert (document.facets["sector"], document.facets["jaar"]) == (("po",), ("2026",))


def test_only_what_everybody_may_read_is_in_the_index():
    MeetingFactory(admission=Admission.INVITED, online_link="https://voorbeeld.invalid/geheim")
    MeetingFactory(admission=Admission.UNLISTED)
    MeetingFactory(state=MeetingState.DRAFT)
    public = MeetingFactory(online_link="https://voorbeeld.invalid/geheim")

    documents = list(queries.meeting_documents(None))

    assert [document.reference for document in documents] == [public.reference]
    assert "geheim" not in documents[0].text
    assert list(queries.meeting_documents({"bestaatniet"})) == []


def test_constant_number_of_queries(django_assert_num_queries):
    for count in (1, 3):
        while Meeting.objects.count() < count:
            ProgrammeItemFactory(meeting=MeetingFactory(themes=[ThemeFactory()], partnership=PartnershipFactory()))
        list(queries.meeting_documents(None))
        with django_assert_num_queries(7):
            assert len(list(queries.meeting_documents(None))) == count


def test_a_deed_touches_its_meeting_and_a_change_of_series_all_of_them():
    assert queries.meetings_touched(["bijeenkomst:abc", "kennis:x"]) == {"abc"}
    assert queries.meetings_touched(["reeks:r1"]) is None


def test_a_result_shows_the_themes_without_asking_again(django_assert_num_queries):
    MeetingFactory(themes=[ThemeFactory(title="Begeleiden")])
    (row,) = queries.meeting_rows(Actor.visitor(), Meeting.objects.all())

    with django_assert_num_queries(0):
        assert [str(theme) for theme in row.themes.all()] == ["Begeleiden"]
