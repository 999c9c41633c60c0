"""Fills the agenda of the example: a series of three, a congress with two rounds, and meetings of partnerships."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils.timezone import localdate

from steunpunt.foundation.access import Actor
from steunpunt.foundation.accounts.models import User
from steunpunt.meetings.actions.meetings import cancel_meeting, plan_meeting, publish_meeting
from steunpunt.meetings.actions.programme import add_item
from steunpunt.meetings.actions.series import plan_series
from steunpunt.meetings.models import Meeting, Series
from steunpunt.meetings.queries.moments import moment_on
from steunpunt.network.models import Partnership, Theme

PREPARED = timedelta(weeks=12)
"""So long before its day a meeting was put on the agenda, as far as that has been."""
SERIES_TITLE = "De toekomst van samen opleiden"
SERIES_SUMMARY = "Vier beelden van de toekomst, bekeken met steeds andere mensen. Een latere bijeenkomst toetst wat een eerdere vond."


@dataclass(frozen=True)
class Part:
    """A part of a programme: from, until, what, in which round and hall."""

    begins: str
    ends: str
    title: str
    round: int | None = None
    room: str = ""
    capacity: int | None = None
    description: str = ""


@dataclass(frozen=True)
class ExampleMeeting:
    """An invented meeting, so many weeks from now on a day of the week (Monday is 0)."""

    weeks: int
    weekday: int
    begins: str
    ends: str
    kind: str
    title: str
    summary: str
    venue: str = ""
    address: str = ""
    online_link: str = ""
    organiser: str = ""
    """Slug of a partnership; empty for the support point."""
    leader: str = "redacteur"
    sectors: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    capacity: int | None = None
    admission: str = "public"
    is_in_series: bool = False
    cancelled: str = ""
    parts: tuple[Part, ...] = ()


MEETINGS = (
    ExampleMeeting(
        -10, 3, "13:00", "16:30", "theme", "Toekomst van samen opleiden: vier beelden",
        "We bekijken vier beelden van hoe samen opleiden er over tien jaar uit kan zien. Wat spreekt je aan, en wat "
        "juist niet? Voor leraren, opleiders en bestuurders.",
        venue="Zaal De Brug, Utrecht", themes=("samenwerkingsmodel",), capacity=60, is_in_series=True,
        parts=(
            Part("13:00", "13:30", "Kennismaken"),
            Part("13:30", "15:00", "Vier beelden, vier tafels", description="Elke tafel werkt één beeld uit."),
            Part("15:15", "16:30", "Wat we samen zien"),
        ),
    ),
    ExampleMeeting(
        -3, 3, "13:00", "16:30", "theme", "Toekomst van samen opleiden: wat vraagt het van ons?",
        "Met andere mensen verder op de vier beelden. Per partner maken we duidelijk wat je wilt en waarom.",
        venue="Zaal De Brug, Utrecht", themes=("samenwerkingsmodel", "visie-en-doelen"), capacity=60, is_in_series=True,
        parts=(
            Part("13:00", "13:30", "Waar we gebleven waren"),
            Part("13:30", "15:00", "Doelen en belangen per partner"),
            Part("15:15", "16:30", "Wat het van ons vraagt"),
        ),
    ),
    ExampleMeeting(
        5, 3, "13:00", "16:30", "theme", "Toekomst van samen opleiden: conclusies getoetst",
        "De conclusies van de eerste twee middagen liggen als kaarten op tafel. Houd je ze overeind, pas je ze aan of "
        "gaan ze weg? Je hoeft er de vorige keren niet bij te zijn geweest.",
        venue="Zaal De Brug, Utrecht", themes=("samenwerkingsmodel",), capacity=60, is_in_series=True,
        parts=(
            Part("13:00", "13:30", "Wat eerder is gevonden"),
            Part("13:30", "15:15", "Bevestigen, aanpassen of schrappen"),
            Part("15:30", "16:30", "De stand in één beeld"),
        ),
    ),
    ExampleMeeting(
        2, 1, "15:30", "17:00", "circle", "Kenniskring leertaken",
        "Neem een leertaak mee die in jouw school werkt. We kijken samen wat een andere school nodig heeft om hem over "
        "te nemen.",
        online_link="https://meedoen.voorbeeld.invalid/leertaken", organiser="het-opleidingsplein", sectors=("vo",),
        themes=("leertaken",), capacity=25,
    ),
    ExampleMeeting(
        3, 2, "14:00", "17:00", "regional", "Regiobijeenkomst: de eerste drie jaar",
        "Hoe begeleiden scholen in het Noorden hun starters? Drie partnerschappen laten zien wat zij doen. Daarna "
        "spreek je af wat je van elkaar overneemt.",
        venue="Het Lokaal, Groningen", organiser="samen-opleiden-noordzijde", leader="coordinator", sectors=("po",),
        themes=("inductie", "eerste-jaren"), capacity=40,
        parts=(
            Part("14:00", "14:30", "Welkom en kennismaking"),
            Part("14:30", "15:45", "Drie aanpakken naast elkaar"),
            Part("16:00", "17:00", "Wat nemen we over?"),
        ),
    ),
    ExampleMeeting(
        4, 0, "16:00", "17:30", "round_table", "Rondetafelgesprek zij-instroom",
        "Wat maakt dat een zij-instromer blijft? Een gesprek met zij-instromers en hun begeleiders.",
        venue="Zaal De Brug, Utrecht", themes=("zij-instroom",), capacity=12,
        cancelled="Er waren te weinig aanmeldingen. Het onderwerp komt terug op de congresdag.",
    ),
    ExampleMeeting(
        6, 4, "09:30", "12:30", "mirror", "Spiegelbijeenkomst kwaliteit",
        "Een partnerschap houdt een ander een spiegel voor: wat gaat goed, wat vraagt aandacht, en waaraan zie je dat?",
        venue="School aan het Water, Zwolle", organiser="opleidingsschool-ijsselhof", sectors=("po",),
        themes=("kwaliteitszorg", "peer-review"), capacity=20, admission="invited",
    ),
    ExampleMeeting(
        8, 4, "09:30", "16:30", "congress", "Congresdag samen opleiden",
        "Een dag voor iedereen die leraren opleidt: in de school en op het instituut. Je kiest twee keer een "
        "werkplaats en gaat naar huis met iets wat je maandag kunt doen.",
        venue="Congreshal De Spil, Amersfoort", address="Voorbeeldplein 1, Amersfoort",
        themes=("begeleiding", "beoordelen", "inductie"), capacity=250,
        parts=(
            Part("09:30", "10:00", "Inloop", room="Hal"),
            Part("10:00", "11:00", "Opening: wat leraren nodig hebben", room="Grote zaal"),
            Part("11:15", "12:30", "Een startgesprek dat werkt", 1, "Zaal 1", 60,
                 "Oefenen met het gesprek tussen student en begeleider in de eerste week."),
            Part("11:15", "12:30", "Beoordelen zonder verrassingen", 1, "Zaal 2", 60,
                 "School en instituut kijken naar dezelfde les en vergelijken hun oordeel."),
            Part("11:15", "12:30", "Zij-instromers aan het woord", 1, "Zaal 3", 40,
                 "Wat hielp in het eerste jaar, en wat niet?"),
            Part("12:30", "13:30", "Lunch", room="Hal"),
            Part("13:30", "14:45", "Leerteams van studenten en starters", 2, "Zaal 1", 60,
                 "Twee scholen laten zien hoe hun leerteams werken."),
            Part("13:30", "14:45", "Van vraag naar onderzoek", 2, "Zaal 2", 60,
                 "Breng een vraag uit je school mee en maak er een onderzoeksvraag van."),
            Part("15:00", "16:00", "Wat spreken we af?", room="Grote zaal"),
            Part("16:00", "16:30", "Afsluiting", room="Hal"),
        ),
    ),
)  # fmt: skip


def build_meetings(*, by: Actor, at: datetime) -> int:
    """Plan what is not there yet; how many were planned."""
    known = set(Meeting.objects.values_list("title", flat=True))
    fresh = [example for example in MEETINGS if example.title not in known]
    for example in fresh:
        _build(example, by=_actor(example, by), at=at)
    return len(fresh)


def _build(example: ExampleMeeting, *, by: Actor, at: datetime) -> None:
    day = _day(localdate(at), example)
    begun = min(moment_on(day, time()) - PREPARED, at)
    meeting = plan_meeting(_facts(example, day, _series(by, begun)), by=by, at=begun)
    Meeting.objects.filter(pk=meeting.pk).update(is_example=True)
    for part in example.parts:
        add_item(meeting, _part(part, day), by=by, at=begun)
    publish_meeting(meeting, by=by, at=begun)
    if example.cancelled:
        cancel_meeting(meeting, example.cancelled, by=by, at=at)


def _facts(example: ExampleMeeting, day: date, series: Series) -> dict[str, object]:
    return {
        "title": example.title,
        "kind": example.kind,
        "admission": example.admission,
        "summary": example.summary,
        "starts_at": moment_on(day, time.fromisoformat(example.begins)),
        "ends_at": moment_on(day, time.fromisoformat(example.ends)),
        "venue": example.venue,
        "address": example.address,
        "online_link": example.online_link,
        "capacity": example.capacity,
        "sectors": list(example.sectors),
        "themes": list(Theme.objects.filter(slug__in=example.themes)),
        "partnership": Partnership.objects.filter(slug=example.organiser).first(),
        "series": series if example.is_in_series else None,
    }


def _part(part: Part, day: date) -> dict[str, object]:
    return {
        "title": part.title,
        "starts_at": moment_on(day, time.fromisoformat(part.begins)),
        "ends_at": moment_on(day, time.fromisoformat(part.ends)),
        "round": part.round,
        "room": part.room,
        "capacity": part.capacity,
        "description": part.description,
    }


def _series(by: Actor, at: datetime) -> Series:
    known = Series.objects.filter(title=SERIES_TITLE).first()
    if known is not None:
        return known
    series = plan_series({"title": SERIES_TITLE, "summary": SERIES_SUMMARY}, by=by, at=at)
    Series.objects.filter(pk=series.pk).update(is_example=True)
    return series


def _day(today: date, example: ExampleMeeting) -> date:
    """So many weeks from this one, on its day of the week."""
    monday = today - timedelta(days=today.weekday())
    day = monday + timedelta(weeks=example.weeks, days=example.weekday)
    week = timedelta(weeks=1 if example.weeks > 0 else -1)
    while _is_around_new_year(day):
        day += week
    return day


def _is_around_new_year(day: date) -> bool:
    """Nobody meets in the last days of a year and the first of the next."""
    return (day.month, day.day) >= (12, 20) or (day.month, day.day) <= (1, 5)


def _actor(example: ExampleMeeting, by: Actor) -> Actor:
    """Who leads it, or the platform where that account is not there."""
    account = User.objects.filter(email=f"{example.leader}@example.nl").first()
    return Actor.of(account) if account else by
