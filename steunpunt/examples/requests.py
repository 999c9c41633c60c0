"""What people asked in the example: one proposal with its whole thread, and two questions that wait for an answer."""

from datetime import datetime, timedelta

from steunpunt.foundation.access import Actor
from steunpunt.foundation.accounts.models import User
from steunpunt.foundation.worklist.actions import accept_item
from steunpunt.network.actions.corrections import Proposal, propose_correction
from steunpunt.network.actions.people.joining import JoinRequest, request_affiliation
from steunpunt.network.models import Partnership, Role

from .world import FIRST

TAKEN_OVER = Proposal("werkgebied", "Stad Groningen en het Reitdiep", reason="Zo staat het op hun eigen folder.")
WAITING = Proposal(
    "website", "https://praktijkschakel.example.nl", reason="De school van mijn kinderen noemt dit adres."
)
ASKED_AT, ANSWERED_AT = timedelta(days=16), timedelta(days=9)
WAITING_SINCE, REQUESTED = timedelta(days=3), timedelta(days=1)


def build_requests(*, at: datetime) -> None:
    """A proposal that was taken over, one that waits for staff, and a role that somebody asks for."""
    visitor = _actor("bezoeker")
    first = propose_correction(_partnership(FIRST), TAKEN_OVER, by=visitor, at=at - ASKED_AT)
    accept_item(first, by=_actor("redacteur"), at=at - ANSWERED_AT, answer="Dank je wel, het staat er nu goed.")
    propose_correction(_partnership("de-praktijkschakel"), WAITING, by=visitor, at=at - WAITING_SINCE)
    wanted = JoinRequest(
        _partnership("opleidingsschool-duinrand"),
        Role.objects.get(code="werkplekbegeleider"),
        note="Ik begeleid sinds dit jaar twee studenten.",
    )
    if visitor.account:
        request_affiliation(visitor.account, wanted, by=visitor, at=at - REQUESTED)


def _actor(key: str) -> Actor:
    return Actor.of(User.objects.get(email=f"{key}@example.nl"))


def _partnership(slug: str) -> Partnership:
    return Partnership.objects.get(slug=slug)
