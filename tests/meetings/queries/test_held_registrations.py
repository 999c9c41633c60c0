"""What meetings hold of an account, for the download of one's own data."""

import pytest

from steunpunt.meetings.queries.held_registrations import held_invitations, held_registrations
from tests.factories.foundation import UserFactory
from tests.factories.meetings_registration import MeetingInvitationFactory, RegistrationFactory

pytestmark = pytest.mark.django_db


def test_export_holds_ones_own_and_nothing_of_others():
    account = UserFactory()
    RegistrationFactory(account=account, email=account.email, diet="noten")
    RegistrationFactory(diet="halal")
    MeetingInvitationFactory(email=account.email, name="Vera")
    MeetingInvitationFactory(name="Ander")

    assert [row["dieetwensen"] for row in held_registrations(account)] == ["noten"]
    assert [row["naam"] for row in held_invitations(account)] == ["Vera"]
