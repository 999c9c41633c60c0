"""Reading invitations."""

from datetime import datetime

from django.db.models import QuerySet

from steunpunt.network.models import Invitation, Partnership
from steunpunt.network.models.invitation import digest_of


def invitation_by_token(token: str) -> Invitation | None:
    """The invitation of whoever holds its secret link."""
    rows = Invitation.objects.select_related("partnership", "role", "person", "organisation")
    return rows.filter(digest=digest_of(token)).first()


def open_invitations(partnership: Partnership, at: datetime) -> QuerySet[Invitation]:
    """Invitations of a partnership that wait for an answer."""
    rows = Invitation.objects.filter(partnership=partnership, accepted_at__isnull=True, withdrawn_at__isnull=True)
    return rows.filter(valid_until__gt=at).select_related("role")
