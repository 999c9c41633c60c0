"""Which meeting somebody may open to register or to lead, kept small so that it is easy to find and to change."""

from django.conf import settings
from django.db.models import Q, QuerySet

from steunpunt.foundation.access import Actor
from steunpunt.meetings.models import Admission, Meeting, MeetingInvitation, MeetingLead, MeetingState


def is_led_by(actor: Actor, meeting: Meeting) -> bool:
    """Staff, and the accounts that lead this meeting."""
    return visible_to_lead(actor).filter(pk=meeting.pk).exists()


def visible_to_come(actor: Actor, invitation: str = "") -> QuerySet[Meeting]:
    """Meetings that this person may register for: public ones, those one was invited to, and those one leads."""
    announced = [MeetingState.PUBLISHED, MeetingState.CANCELLED]
    rows = Meeting.objects.filter(state__in=announced, published_at__isnull=False)
    if actor.is_staff:
        return rows
    return rows.filter(Q(admission=Admission.PUBLIC) | invited_to(actor, invitation) | Q(pk__in=_led(actor)))


def invited_to(actor: Actor, invitation: str = "") -> Q:
    """The condition that a meeting asked this person: by the link of an invitation, or the address of the account."""
    asked = Q(link=invitation) & ~Q(link="")
    if actor.account is not None:
        asked |= Q(email__iexact=actor.account.email)
    return Q(pk__in=MeetingInvitation.objects.filter(asked).exclude(email="").values("meeting"))


def visible_to_lead(actor: Actor) -> QuerySet[Meeting]:
    """Meetings whose registrations this person sees."""
    return Meeting.objects.all() if actor.is_staff else Meeting.objects.filter(pk__in=_led(actor))


def address_of(meeting: Meeting) -> str:
    """The page of the meeting itself, within the site."""
    return f"/bijeenkomsten/{meeting.slug}/"


def full_address_of(meeting: Meeting) -> str:
    return settings.BASE_URL + address_of(meeting)


def _led(actor: Actor) -> QuerySet:
    if actor.account is None:
        return MeetingLead.objects.none().values("meeting")
    return MeetingLead.objects.filter(account=actor.account).values("meeting")
