"""The thread of one proposal."""

from datetime import UTC, datetime, timedelta

import pytest

from steunpunt.foundation.access import Actor
from steunpunt.foundation.worklist.actions import accept_item, decline_item
from steunpunt.network.actions.corrections import Proposal, propose_correction
from steunpunt.portal.queries.story import latest_story
from tests.factories.network import PartnershipFactory

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 10, 9, tzinfo=UTC)
SYSTEM = Actor.for_system("test")


def propose(partnership, address="https://nieuw.voorbeeld.invalid"):
    return propose_correction(partnership, Proposal("website", address, reason="folder"), by=Actor.visitor(), at=AT)


def test_accepted_proposal_tells_its_three_steps():
    partnership = PartnershipFactory(version__name="De Brug")
    accept_item(propose(partnership), by=SYSTEM, at=AT + timedelta(days=3))

    story = latest_story(Actor.visitor())

    assert story.record.title == "De Brug"
    assert [(step["title"], step["when"], step["state"]) for step in story.steps] == [
        ("Voorgesteld", "10 november 2026", "done"),
        ("Bekeken", "13 november 2026", "done"),
        ("Gewijzigd", "13 november 2026", "current"),
    ]


def test_newest_story_is_told():
    for days, name in ((1, "Eerst"), (2, "Daarna")):
        item = propose(PartnershipFactory(version__name=name))
        accept_item(item, by=SYSTEM, at=AT + timedelta(days=days))

    assert latest_story(Actor.visitor()).record.title == "Daarna"


def test_without_an_accepted_proposal_there_is_no_story():
    partnership = PartnershipFactory()
    propose(partnership)
    decline_item(propose(partnership, "https://anders.voorbeeld.invalid"), by=SYSTEM, at=AT, answer="Klopt niet.")

    assert latest_story(Actor.visitor()) is None
