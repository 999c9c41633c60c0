"""What people asked in the example: it waits where staff look, and one proposal has its whole thread."""

from datetime import UTC, datetime

import pytest

from steunpunt.examples.people import build_people
from steunpunt.examples.requests import build_requests
from steunpunt.foundation.access import Actor
from steunpunt.foundation.worklist.models import WorkItem, WorkState
from steunpunt.network.actions.lists import load_lists
from steunpunt.network.models import Partnership
from steunpunt.portal.queries.story import latest_story
from tests.factories.network import InstitutionFactory, PartnershipFactory

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 9, 1, 12, tzinfo=UTC)
SLUGS = ("samen-opleiden-noordzijde", "de-praktijkschakel", "opleidingsschool-duinrand")


@pytest.fixture
def requests():
    load_lists(at=NOW)
    InstitutionFactory(code="25BE")
    for slug in SLUGS:
        PartnershipFactory(slug=slug, is_example=True)
    build_people(by=Actor.for_system("voorbeeld"), at=NOW)
    build_requests(at=NOW)


def test_staff_find_something_to_do(requests):
    waiting = WorkItem.objects.filter(state=WorkState.OPEN).order_by("opened_at")

    assert list(waiting.values_list("kind", flat=True)) == ["verbetering", "rol-aanvraag"]


def test_one_proposal_has_its_whole_thread(requests):
    story = latest_story(Actor.visitor())

    assert [step["title"] for step in story.steps] == ["Voorgesteld", "Bekeken", "Gewijzigd"]
    assert Partnership.objects.get(slug=SLUGS[0]).versions.get().area_text == "Stad Groningen en het Reitdiep"
