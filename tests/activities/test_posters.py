"""Posters: who may see them, what stands on them, and that they are one sheet of A3."""

import io

import pypdfium2
import pytest

from steunpunt.activities.formats.poster import poster_pdf
from steunpunt.activities.models import Phase, VotingUnit
from steunpunt.activities.queries.posters import activity_with_posters, poster_of
from steunpunt.foundation.access import Actor
from steunpunt.meetings.models import Admission
from tests.factories.activities import ActivityFactory, ContributionFactory, SubgroupFactory
from tests.factories.foundation import staff_actor

pytestmark = pytest.mark.django_db
A3 = (842, 1191)
"""297 by 420 millimetres in points of 1/72 inch."""
CARDS = [{"id": "k1", "title": "Kennis delen"}, {"id": "k2", "title": "Antennefunctie"}]


@pytest.fixture
def activity():
    """Two groups that put two cards in order."""
    found = ActivityFactory(
        kind="prioritise",
        title="Welke diensten helpen?",
        unit=VotingUnit.GROUP,
        settings={"question": "Welke diensten?", "cards": CARDS, "k": 2},
    )
    for number, cards in enumerate([("k1", "k2"), ("k1",)], start=1):
        group = SubgroupFactory(activity=found, number=number)
        places = [{"card": card, "argument": f"Want {card} van groep {number}."} for card in cards]
        ContributionFactory(activity=found, subgroup=group, participant=None, content={"places": places}, people=6)
    return found


def words_of(written):
    document = pypdfium2.PdfDocument(io.BytesIO(written))
    return " ".join(page.get_textpage().get_text_range() for page in document), document


def test_the_poster_of_the_whole_says_the_order_and_what_stands_out(activity):
    poster = poster_of(activity)

    words, document = words_of(poster_pdf(poster))
    assert (poster.groups, poster.voters, poster.people) == (("groep 1", "groep 2"), 2, 12)
    assert "Kennis delen" in words
    assert activity.title in words
    assert len(document) == 1
    assert tuple(round(side) for side in document[0].get_size()) == A3


def test_the_poster_of_a_group_has_its_own_order_and_arguments(activity):
    words, _document = words_of(poster_pdf(poster_of(activity, "groep 1")))

    assert "Want k2 van groep 1." in words
    assert "van groep 2." not in words


def test_a_group_that_brought_nothing_has_no_poster(activity):
    assert poster_of(activity, "groep 3") is None


def test_when_everybody_votes_alone_no_group_has_a_poster(activity):
    activity.unit = VotingUnit.PERSON

    assert poster_of(activity, "groep 1") is None


def test_others_see_a_poster_only_when_it_was_shown_to_all(activity):
    meeting, visitor = activity.item.meeting, Actor.visitor()
    meeting.admission = Admission.PUBLIC
    meeting.save()
    before = activity_with_posters(visitor, activity.public_id)
    activity.phase = Phase.SHOWN
    activity.save()

    assert before is None
    assert activity_with_posters(visitor, activity.public_id) == activity
    assert activity_with_posters(staff_actor(), activity.public_id) == activity


def test_words_of_participants_are_words(activity):
    evil = '<img src="http://127.0.0.1:1/"><script>alert(1)</script>'
    contribution = activity.contributions.first()
    contribution.content = {"places": [{"card": "k1", "argument": evil}]}
    contribution.save()

    words, _document = words_of(poster_pdf(poster_of(activity, "groep 1")))

    assert "<script>alert(1)</script>" in words


def test_the_page_leads_to_every_poster_and_to_paper(client, activity):
    activity.phase = Phase.SHOWN
    activity.save()
    activity.item.meeting.admission = Admission.PUBLIC
    activity.item.meeting.save()
    page = f"/werkvormen/{activity.public_id}/poster/"

    whole, group = client.get(page).text, client.get(page, {"groep": "groep 2"}).text
    sheet = client.get(f"/werkvormen/{activity.public_id}/poster.pdf", {"groep": "groep 2"})

    assert 'href="?groep=groep%201"' in whole
    assert "poster.pdf?groep=groep%202" in group
    assert sheet.headers["Content-Type"] == "application/pdf"
    assert "poster-welke-diensten-helpen-groep-2.pdf" in sheet.headers["Content-Disposition"]
    assert client.get(page, {"groep": "groep 9"}).status_code == 404


def test_a_stranger_finds_no_poster_of_what_is_hidden(client, activity):
    assert client.get(f"/werkvormen/{activity.public_id}/poster/").status_code == 404
    assert client.get(f"/werkvormen/{activity.public_id}/poster.pdf").status_code == 404
