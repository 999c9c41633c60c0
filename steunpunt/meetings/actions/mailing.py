"""The mails to those who come: each says what happened, when and where it is, and where to change something."""

import hashlib
from collections.abc import Sequence
from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from steunpunt.foundation.outbox.actions import post_mail
from steunpunt.meetings.formats.calendar_file import FILE_NAME, calendar_text, where
from steunpunt.meetings.models import Meeting, MeetingInvitation, Registration
from steunpunt.meetings.queries.leading import full_address_of


def own_page(registration: Registration) -> str:
    return settings.BASE_URL + reverse("meetings:registration", args=[registration.link])


def told_of(meeting: Meeting) -> str:
    """Time and place in short: whoever was told of another one has to hear of the new."""
    facts = [meeting.starts_at.isoformat(), meeting.ends_at.isoformat(), where(meeting), meeting.online_link]
    return hashlib.sha256("|".join(facts).encode()).hexdigest()


def confirm(registration: Registration, *, at: datetime) -> None:
    """You have a place."""
    opening = _("Je aanmelding staat. We rekenen op je.")
    if registration.substitute_of is not None:
        opening = _("%(name)s kan niet en gaf de plek aan jou door.") % {"name": registration.substitute_of.name}
    _post(registration, _("Je komt naar: %(title)s"), opening, at=at, with_calendar=True)


def tell_waiting(registration: Registration, place: int, *, at: datetime) -> None:
    opening = _(
        "Alle plaatsen zijn nu bezet. Je staat op de wachtlijst, op plek %(place)d. "
        "Komt er een plaats vrij, dan krijg je die vanzelf en sturen we je een mail."
    ) % {"place": place}
    _post(registration, _("Je staat op de wachtlijst: %(title)s"), opening, at=at)


def tell_place(registration: Registration, full: Sequence[str] = (), *, at: datetime) -> None:
    """There is a place after all; what was chosen and is full meanwhile has to be chosen anew."""
    opening = _("Er kwam een plaats vrij en die is voor jou. Kun je toch niet? Meld je dan af via je eigen pagina.")
    if full:
        parts = ", ".join(f"‘{title}’" for title in full)
        opening += "\n\n" + _("Vol is intussen: %(parts)s. Kies op je eigen pagina iets anders.") % {"parts": parts}
    _post(registration, _("Er is een plaats voor je: %(title)s"), opening, at=at, with_calendar=True)


def tell_already(registration: Registration, *, at: datetime) -> None:
    opening = _("Iemand, waarschijnlijk jijzelf, meldde dit adres opnieuw aan. Dat hoefde niet: je bent al aangemeld.")
    if registration.is_waiting:
        opening = _("Iemand, waarschijnlijk jijzelf, meldde dit adres opnieuw aan. Je staat al op de wachtlijst.")
    _post(registration, _("Je bent al aangemeld: %(title)s"), opening, at=at)


def tell_withdrawn(registration: Registration, *, at: datetime) -> None:
    opening = _("Je bent afgemeld. Kun je toch? Op je eigen pagina meld je je weer aan.")
    _post(registration, _("Je bent afgemeld: %(title)s"), opening, at=at)


def tell_handed_over(registration: Registration, name: str, *, at: datetime) -> None:
    opening = _("Je plek is doorgegeven aan %(name)s. Jij bent afgemeld.") % {"name": name}
    _post(registration, _("Je plek is doorgegeven: %(title)s"), opening, at=at)


def tell_cancelled(registration: Registration, *, at: datetime) -> None:
    reason = registration.meeting.cancel_reason
    opening = _("Deze bijeenkomst gaat niet door. Je hoeft niets te doen.")
    if reason:
        opening += "\n\n" + _("De reden: %(reason)s") % {"reason": reason}
    _post(registration, _("Gaat niet door: %(title)s"), opening, at=at, with_calendar=True, with_link=False)


def tell_moved(registration: Registration, *, at: datetime) -> None:
    opening = _(
        "Tijd of plaats van deze bijeenkomst is veranderd. Je aanmelding blijft staan. "
        "Kun je niet meer? Meld je dan af via je eigen pagina."
    )
    _post(registration, _("Andere tijd of plaats: %(title)s"), opening, at=at, with_calendar=registration.has_place)


def remind(registration: Registration, *, is_tomorrow: bool, at: datetime) -> None:
    opening = _("Binnenkort zien we je. Kun je toch niet? Meld je af, dan kan een ander komen.")
    subject = _("Over een week: %(title)s")
    if is_tomorrow:
        subject = _("Bijna zover: %(title)s")
    _post(registration, subject, opening, at=at)


def ask_to_look_back(registration: Registration, *, at: datetime) -> None:
    words = _(
        "Dag %(name)s,\n\nHoe was het? Met een paar vragen help je wie de volgende bijeenkomst maakt. "
        "Je naam staat niet bij je antwoorden.\n\n%(address)s\n"
    )
    address = settings.BASE_URL + reverse("meetings:evaluate", args=[registration.link])
    subject = _("Hoe was het? %(title)s") % {"title": registration.meeting.title}
    text = words % {"name": registration.name, "address": address}
    post_mail(to=registration.email, subject=subject, text=text, at=at)


def write_to(registration: Registration, subject: str, text: str, *, at: datetime) -> None:
    """What the leader of the meeting wants to say, with the way to one's own page."""
    words = _("Dag %(name)s,\n\n%(text)s\n\nJe aanmelding voor ‘%(title)s’: %(page)s\n") % {
        "name": registration.name,
        "text": text,
        "title": registration.meeting.title,
        "page": own_page(registration),
    }
    post_mail(to=registration.email, subject=subject, text=words, at=at)


def invite(invitation: MeetingInvitation, words: str = "", *, is_reminder: bool = False, at: datetime) -> None:
    """The invitation, or the same once more for whoever did not answer."""
    meeting = invitation.meeting
    opening = _("We nodigen je uit voor ‘%(title)s’.") % {"title": meeting.title}
    subject = _("Uitnodiging: %(title)s") % {"title": meeting.title}
    if is_reminder:
        opening = _("Eerder nodigden we je uit voor ‘%(title)s’. Laat je weten of je komt?") % {"title": meeting.title}
        subject = _("Kom je? %(title)s") % {"title": meeting.title}
    page = settings.BASE_URL + reverse("meetings:invitation", args=[invitation.link])
    greeting = _("Dag %(name)s,") % {"name": invitation.name} if invitation.name else _("Dag,")
    told = [greeting, opening, words.strip(), facts_of(meeting)]
    answer = _("Lees meer en laat weten of je komt:\n%(page)s") % {"page": page}
    text = "\n\n".join(filter(None, [*told, answer])) + "\n"
    post_mail(to=invitation.email, subject=subject, text=text, at=at)


def facts_of(meeting: Meeting) -> str:
    """Title, time and place, each on a line."""
    begin, end = localtime(meeting.starts_at), localtime(meeting.ends_at)
    when = _("%(day)s, %(begin)s tot %(end)s uur")
    if begin.date() != end.date():
        when = _("van %(day)s, %(begin)s uur tot %(last)s, %(end)s uur")
    words = {
        "day": date_format(begin, "l j F Y"),
        "begin": date_format(begin, "H:i"),
        "last": date_format(end, "l j F Y"),
        "end": date_format(end, "H:i"),
    }
    place = where(meeting) or (_("online") if meeting.online_link else "")
    return "\n".join(filter(None, [meeting.title, when % words, place]))


def _post(
    registration: Registration,
    subject: str,
    opening: str,
    *,
    at: datetime,
    with_calendar: bool = False,
    with_link: bool = True,
) -> None:
    meeting = registration.meeting
    online = meeting.online_link if registration.has_place and with_link else ""
    told = [_("Dag %(name)s,") % {"name": registration.name}, opening, facts_of(meeting)]
    told += [_("Online meedoen: %(link)s") % {"link": online}] if online else []
    told += [_("Je eigen pagina, om iets te wijzigen of je af te melden:\n%(page)s") % {"page": own_page(registration)}]
    file = ("", "")
    if with_calendar:
        page = full_address_of(meeting)
        text = calendar_text(meeting, page=page, at=at, online_link=online)
        file = (FILE_NAME, text)
    post_mail(
        to=registration.email,
        subject=subject % {"title": meeting.title},
        text="\n\n".join(told) + "\n",
        at=at,
        file=file,
    )
