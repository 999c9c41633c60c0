"""Which invitations wait for an answer."""

from datetime import UTC, datetime, timedelta

import pytest

from steunpunt.network.models import Invitation
from steunpunt.network.models.invitation import digest_of
from steunpunt.network.queries.invitations import invitation_by_token, open_invitations
from tests.factories.network import PartnershipFactory, RoleFactory

pytestmark = pytest.mark.django_db
AT = datetime(2026, 9, 1, 9, tzinfo=UTC)


def _invitation(partnership, token: str, **facts) -> Invitation:
    facts = {
        "email": "a@school.invalid",
        "role": RoleFactory(),
        "invited_at": AT,
        "invited_by": "systeem:test",
        **facts,
    }
    return Invitation.objects.create(
        partnership=partnership, digest=digest_of(token), **{"valid_until": AT + timedelta(days=30), **facts}
    )


def test_only_what_is_not_answered_and_not_run_out_waits():
    partnership = PartnershipFactory()
    waiting = _invitation(partnership, "een")
    _invitation(partnership, "twee", accepted_at=AT)
    _invitation(partnership, "drie", withdrawn_at=AT)
    _invitation(partnership, "vier", valid_until=AT)
    _invitation(PartnershipFactory(), "vijf")

    assert list(open_invitations(partnership, AT)) == [waiting]


def test_secret_finds_its_own_invitation_only():
    row = _invitation(PartnershipFactory(), "een")

    assert invitation_by_token("een") == row
    assert invitation_by_token("twee") is None
