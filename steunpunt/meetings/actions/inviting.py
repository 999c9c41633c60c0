"""Inviting people to a meeting, asking once more, and saying no."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.access import Actor, require
from steunpunt.foundation.ledger.actions import record
from steunpunt.meetings.models import InvitationAnswer, Meeting, MeetingInvitation
from steunpunt.meetings.queries.invitations import MOST, Asked, invitations_of
from steunpunt.meetings.rules.registering import may_see_who_comes, why_closed

from .attending import ONLY_LEADERS
from .mailing import invite

PAUSE = timedelta(days=3)
"""Nobody is reminded sooner than this."""


def send_invitations(
    meeting: Meeting, asked: Iterable[Asked], words: str = "", *, by: Actor, at: datetime
) -> list[MeetingInvitation]:
    """One mail to each; an address that has an invitation already gets no second one."""
    require(may_see_who_comes(by, meeting), ONLY_LEADERS)
    with transaction.atomic():
        held = Meeting.objects.select_for_update().get(pk=meeting.pk)
        closed = why_closed(held, at)
        require(not closed, closed)
        known = {email.lower() for email in invitations_of(held).values_list("email", flat=True)}
        found = {one.email.lower(): one for one in asked if one.email.lower() not in known}
        require(len(found) <= MOST, _("Nodig er hoogstens vijfhonderd tegelijk uit."), field="lines")
        sent = [_invite(held, one, words, at=at) for one in found.values()]
        if sent:
            summary = _now("%(number)d uitnodigingen verstuurd.") % {"number": len(sent)}
            record(by=by, at=at, deed="meeting-invitations-sent", summary=summary, subjects=[held.reference])
    return sent


def remind_invited(meeting: Meeting, *, by: Actor, at: datetime) -> int:
    """Once more to whoever said nothing and was not asked in the last three days; how many."""
    require(may_see_who_comes(by, meeting), ONLY_LEADERS)
    with transaction.atomic():
        held = Meeting.objects.select_for_update().get(pk=meeting.pk)
        closed = why_closed(held, at)
        require(not closed, closed)
        silent = MeetingInvitation.objects.filter(meeting=held, answer=InvitationAnswer.NONE, sent_at__lte=at - PAUSE)
        silent = silent.exclude(reminded_at__gt=at - PAUSE).exclude(email="")
        found = list(silent.select_for_update(of=("self",)).select_related("meeting"))
        for invitation in found:
            invite(invitation, is_reminder=True, at=at)
        silent.filter(pk__in=[row.pk for row in found]).update(reminded_at=at)
        if found:
            summary = _now("%(number)d mensen herinnerd aan hun uitnodiging.") % {"number": len(found)}
            record(by=by, at=at, deed="meeting-invited-reminded", summary=summary, subjects=[held.reference])
    return len(found)


def decline(invitation: MeetingInvitation, *, at: datetime) -> MeetingInvitation:
    """Not coming; whoever had registered withdraws on the own page, which says so here too."""
    with transaction.atomic():
        held = MeetingInvitation.objects.select_for_update().get(pk=invitation.pk)
        coming = held.answer == InvitationAnswer.ACCEPTED
        require(not coming, _("Je hebt je al aangemeld. Meld je af met de link in je bevestiging."))
        held.answer, held.answered_at = InvitationAnswer.DECLINED, at
        held.save(update_fields=["answer", "answered_at"])
    return held


def _invite(meeting: Meeting, one: Asked, words: str, *, at: datetime) -> MeetingInvitation:
    row = MeetingInvitation.objects.create(
        meeting=meeting, email=one.email.lower(), name=one.name, on_behalf_of=one.on_behalf_of, sent_at=at
    )
    invite(row, words, at=at)
    return row
