"""Reading meetings: who may see which, which stand on the agenda, and one by its address."""

from datetime import datetime

from django.db.models import Prefetch, Q, QuerySet

from steunpunt.foundation.access import Actor
from steunpunt.meetings.models import Admission, Meeting, MeetingLead, MeetingState, ProgrammeItem, Series
from steunpunt.network.models import Person

from .leading import invited_to

ANNOUNCED = Q(state__in=[MeetingState.PUBLISHED, MeetingState.CANCELLED], published_at__isnull=False)
"""What stands on the agenda, or stood there until it was cancelled."""


def readable_by(actor: Actor) -> Q:
    """The condition that an announced meeting is meant for this reader: public, or invited by address."""
    if actor.account is None:
        return Q(admission=Admission.PUBLIC)
    return Q(admission=Admission.PUBLIC) | Q(admission=Admission.INVITED) & invited_to(actor)


def visible_meetings(actor: Actor) -> QuerySet[Meeting]:
    """What was announced for this reader, and all that the reader leads; staff see everything."""
    if actor.is_staff:
        return Meeting.objects.all()
    return Meeting.objects.filter((ANNOUNCED & readable_by(actor)) | led_by(actor))


def agenda_of(actor: Actor) -> QuerySet[Meeting]:
    """What may stand in a list for this reader: drafts and what is entered by a code alone never do."""
    return visible_meetings(actor).filter(ANNOUNCED).exclude(admission=Admission.UNLISTED)


def led_meetings(actor: Actor) -> QuerySet[Meeting]:
    """What the reader prepares and leads; staff all of it."""
    return Meeting.objects.all() if actor.is_staff else Meeting.objects.filter(led_by(actor))


def own_meetings(actor: Actor) -> QuerySet[Meeting]:
    """What the reader leads in person, also when that is a member of staff."""
    return Meeting.objects.filter(led_by(actor))


def led_by(actor: Actor) -> Q:
    """The condition that this account leads the meeting."""
    if actor.account is None:
        return Q(pk__in=[])
    return Q(pk__in=MeetingLead.objects.filter(account=actor.account).values("meeting"))


def with_card(rows: QuerySet[Meeting]) -> QuerySet[Meeting]:
    """Meetings with what a line of the agenda says, in a fixed number of queries."""
    return rows.select_related("series", "partnership").prefetch_related("themes")


def with_words(rows: QuerySet[Meeting]) -> QuerySet[Meeting]:
    """Meetings with all that a page says of them, in a fixed number of queries."""
    leads = MeetingLead.objects.select_related("account")
    return with_card(rows).prefetch_related("items", Prefetch("leads", leads))


def visible_meeting(actor: Actor, slug: str) -> Meeting | None:
    """One meeting by its address."""
    return with_words(visible_meetings(actor)).filter(slug=slug).first()


def led_meeting(actor: Actor, public_id: str) -> Meeting | None:
    """One meeting to work on."""
    return with_words(led_meetings(actor)).filter(public_id=public_id).first()


def led_item(actor: Actor, public_id: str) -> ProgrammeItem | None:
    """One part of the programme of a meeting that the reader leads."""
    rows = ProgrammeItem.objects.filter(meeting__in=led_meetings(actor))
    return rows.select_related("meeting").filter(public_id=public_id).first()


def visible_items(actor: Actor) -> QuerySet[ProgrammeItem]:
    """The parts of the meetings that the reader may see."""
    return ProgrammeItem.objects.filter(meeting__in=visible_meetings(actor)).select_related("meeting")


def visible_series(actor: Actor) -> QuerySet[Series]:
    """Series with a meeting that the reader may see in a list; staff see all of them."""
    if actor.is_staff:
        return Series.objects.all()
    shown = agenda_of(actor).filter(series__isnull=False).values("series")
    led = own_meetings(actor).filter(series__isnull=False).values("series")
    return Series.objects.filter(Q(pk__in=shown) | Q(pk__in=led))


def meetings_in(series: Series, actor: Actor) -> QuerySet[Meeting]:
    """The meetings of a series that the reader may see, in the order in which they are held."""
    rows = visible_meetings(actor) if actor.is_staff else Meeting.objects.filter(_shown_in_series(actor))
    return with_card(rows.filter(series=series)).order_by("starts_at", "pk")


def _shown_in_series(actor: Actor) -> Q:
    return Q(pk__in=agenda_of(actor).values("pk")) | led_by(actor)


def public_leads(meeting: Meeting) -> list[str]:
    """The names of who leads it, as far as these people agreed to stand on the site."""
    rows = Person.objects.filter(account__in=meeting.leads.values("account"), merged_into__isnull=True)
    return [person.name for person in rows.filter(name_is_public=True).order_by("last_name", "first_name", "pk")]


def is_over(meeting: Meeting, moment: datetime) -> bool:
    return meeting.ends_at <= moment
