"""The panel on the page of a meeting: the button, the places, or why not."""

import pytest
from django.template.loader import render_to_string

from steunpunt.foundation.access import Actor
from steunpunt.meetings.models import Admission, RegistrationState
from steunpunt.meetings.views.registration_panel import panel_for
from tests.factories.foundation import signed_in_actor
from tests.factories.meetings_registration import (
    BEGIN,
    NOW,
    ComingMeetingFactory,
    MeetingInvitationFactory,
    RegistrationFactory,
    lead_of,
)

pytestmark = pytest.mark.django_db


def _shown(meeting, actor=None, at=NOW, invitation="") -> str:
    panel = panel_for(actor or Actor.visitor(), meeting, at, invitation)
    return render_to_string("meetings/_registration.html", {"panel": panel})


def test_places_left_and_the_waiting_list():
    meeting = RegistrationFactory(meeting=ComingMeetingFactory(capacity=2)).meeting
    assert "Nog 1 plaats" in _shown(meeting)
    assert f"/bijeenkomsten/{meeting.slug}/aanmelden/" in _shown(meeting)
    RegistrationFactory(meeting=meeting)

    assert "Zet me op de wachtlijst" in _shown(meeting)


def test_why_not():
    assert "al begonnen" in _shown(ComingMeetingFactory(), at=BEGIN)
    assert "op uitnodiging" in _shown(ComingMeetingFactory(admission=Admission.INVITED))


def test_an_invitation_goes_along():
    invitation = MeetingInvitationFactory(meeting__admission=Admission.INVITED)

    assert f"?uitnodiging={invitation.link}" in _shown(invitation.meeting, invitation=invitation.link)


def test_ones_own_and_nobody_elses():
    actor = signed_in_actor()
    row = RegistrationFactory(account=actor.account, state=RegistrationState.WAITING)

    assert "Je staat op de wachtlijst" in _shown(row.meeting, actor)
    assert row.link not in _shown(row.meeting)
    assert "Meld je aan" in _shown(row.meeting, signed_in_actor())


def test_a_leader_finds_the_list():
    meeting = ComingMeetingFactory()

    assert "Bekijk wie er komt" in _shown(meeting, lead_of(meeting))
    assert "Bekijk wie er komt" not in _shown(meeting)
