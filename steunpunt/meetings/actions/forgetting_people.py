"""Erasing who came: the places and the counts stay, the person behind them goes."""

from datetime import datetime, timedelta

from django.db.models import Q

from steunpunt.foundation.accounts.models import User
from steunpunt.meetings.models import MeetingAnswer, MeetingInvitation, Registration, RegistrationState

KEEP_NEEDS = timedelta(days=30)


def forget_needs(*, at: datetime) -> int:
    """What people eat and need is gone thirty days after the meeting; of how many registrations."""
    over = Registration.objects.filter(meeting__ends_at__lte=at - KEEP_NEEDS)
    return over.exclude(diet="", access="").update(diet="", access="")


def forget_registrations(account: User, at: datetime) -> None:
    """By account and by address. Whoever was still to come frees the place; the job gives it to the next."""
    own = Registration.objects.filter(Q(account=account) | Q(email__iexact=account.email))
    MeetingAnswer.objects.filter(registration__in=own).delete()
    to_come = own.filter(meeting__starts_at__gt=at).exclude(state=RegistrationState.WITHDRAWN)
    to_come.update(state=RegistrationState.WITHDRAWN, withdrawn_at=at)
    own.update(account=None, name="", email="", organisation="", diet="", access="")


def forget_invitations(account: User, at: datetime) -> None:
    MeetingInvitation.objects.filter(email__iexact=account.email).update(email="", name="")
