"""What is known of a device that takes part: never its secret, only the hash of it."""

import hashlib

from steunpunt.activities.models import Activity, Contribution, Participant


def hashed(token: str) -> str:
    """How the table knows a device."""
    return hashlib.sha256(token.encode()).hexdigest()


def participant_of(activity: Activity, token: str) -> Participant | None:
    """The device with this secret, with its subgroup; one query."""
    if not token:
        return None
    rows = Participant.objects.filter(activity=activity, token=hashed(token))
    return rows.select_related("subgroup").first()


def handed_in_by(participant: Participant, *, as_group: bool) -> Contribution | None:
    """What this voter handed in: the device, or its group."""
    rows = Contribution.objects.filter(activity_id=participant.activity_id)
    if as_group:
        return rows.filter(subgroup=participant.subgroup_id).first() if participant.subgroup_id else None
    return rows.filter(participant=participant, subgroup__isnull=True).first()


def takes_part(activity: Activity, participant_id: int) -> Participant | None:
    """A device by its number, for who leads."""
    return Participant.objects.filter(activity=activity, pk=participant_id).first()
