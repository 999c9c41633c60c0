"""The agenda as a list: what comes and what has been, chosen by kind, sector, theme, organiser, period and words."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from django.db.models import Q, QuerySet
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from steunpunt.foundation.access import Actor
from steunpunt.foundation.search.asking import IndexUnavailable, ask
from steunpunt.foundation.search.documents import Question
from steunpunt.foundation.search.rules import tokens_of
from steunpunt.foundation.sectors import Sector
from steunpunt.meetings.models import Meeting, MeetingKind
from steunpunt.network.queries.choices import ThemeChoice, choices
from steunpunt.network.queries.people import partnership_names

from .meetings import agenda_of, with_card

MOST_FOUND = 200
SUPPORT_POINT = "steunpunt"
"""Stands for the support point itself where a partnership could stand."""
KEPT_IN_FEED = timedelta(days=90)
"""So long a meeting stays in the calendars of who follows the agenda, also when it was cancelled."""
NAMES = ("kind", "sector", "theme", "partnership", "period")


@dataclass(frozen=True)
class Choice:
    """What a reader chose; an empty text is everything."""

    kind: str = ""
    sector: str = ""
    theme: str = ""
    partnership: str = ""
    period: str = ""
    """A month as `2026-12`, or a year."""
    text: str = ""

    @property
    def is_any(self) -> bool:
        return bool(self.kind or self.sector or self.theme or self.partnership or self.period or self.text)


@dataclass(frozen=True)
class Option:
    """A value to filter by, with how many meetings it leaves."""

    value: str
    label: str
    count: int


@dataclass(frozen=True)
class _Line:
    """Of one meeting the values that a choice finds it by."""

    kind: frozenset[str]
    sector: frozenset[str]
    theme: frozenset[str]
    partnership: frozenset[str]
    period: frozenset[str]
    month: str

    def fits(self, choice: Choice) -> bool:
        return all(getattr(choice, name) in ("", *getattr(self, name)) for name in NAMES)


class Agenda:
    """What stands on the agenda for a reader and a choice; everything is read once, whatever is counted."""

    def __init__(self, actor: Actor, choice: Choice, *, at: datetime, past: bool = False) -> None:
        self.choice, self.is_past, self._day = choice, past, actor.day
        held = Q(ends_at__lte=at) if past else Q(ends_at__gt=at)
        rows = agenda_of(actor).filter(held)
        self._rows = rows.filter(_said(actor, choice.text)) if choice.text else rows
        self._lines = dict(_lines(self._rows))

    def meetings(self) -> QuerySet[Meeting]:
        """What comes first stands first; of what has been the latest."""
        keys = [pk for pk, line in self._lines.items() if line.fits(self.choice)]
        order = ("-starts_at", "-pk") if self.is_past else ("starts_at", "pk")
        return with_card(Meeting.objects.filter(pk__in=keys)).order_by(*order)

    def options(self) -> dict[str, list[Option]]:
        """Per filter the values that leave something, counted over what the other filters leave."""
        mains = {slug: theme.title for slug, theme in choices().themes.items() if not theme.title.startswith("–")}
        return {
            "period": self._options("period", self._periods()),
            "kind": self._options("kind", {one.value: str(one.label) for one in MeetingKind}),
            "sector": self._options("sector", {one.value: str(one.label) for one in Sector}),
            "theme": self._options("theme", mains),
            "partnership": self._options("partnership", self._organisers()),
        }

    def _options(self, name: str, labels: dict[str, str]) -> list[Option]:
        others = replace(self.choice, **{name: ""})
        counted = Counter(value for line in self._lines.values() if line.fits(others) for value in getattr(line, name))
        return [Option(value, label, counted[value]) for value, label in labels.items() if counted[value]]

    def _periods(self) -> dict[str, str]:
        """Months of what comes, years of what has been."""
        months = sorted({line.month for line in self._lines.values()})
        if self.is_past:
            return {year: year for year in sorted({month[:4] for month in months}, reverse=True)}
        return {month: date_format(date.fromisoformat(f"{month}-01"), "F Y") for month in months}

    def _organisers(self) -> dict[str, str]:
        pairs = dict(self._rows.order_by().values_list("partnership__slug", "partnership_id"))
        names = partnership_names([pk for pk in pairs.values() if pk], self._day)
        found = {slug: names.get(pk, slug) for slug, pk in pairs.items() if slug}
        return {SUPPORT_POINT: _("Steunpunt")} | dict(sorted(found.items(), key=lambda pair: pair[1].casefold()))


def upcoming(actor: Actor, filters: Choice, *, at: datetime) -> QuerySet[Meeting]:
    """What is still to come or going on, soonest first."""
    return Agenda(actor, filters, at=at).meetings()


def calendar_meetings(actor: Actor, filters: Choice, *, at: datetime) -> list[Meeting]:
    """What a calendar that follows the agenda holds: what comes, and what was held not long ago."""
    rows = Agenda(actor, filters, at=at - KEPT_IN_FEED).meetings()
    return list(rows)


def meetings_with(rows: QuerySet[Meeting], text: str) -> QuerySet[Meeting]:
    """Meetings with every word in their title, text or place."""
    return rows.filter(_has(text))


def _has(text: str) -> Q:
    condition = Q()
    for word in text.split():
        condition &= (
            Q(title__unaccent__icontains=word)
            | Q(summary__unaccent__icontains=word)
            | Q(venue__unaccent__icontains=word)
        )
    return condition


def _said(actor: Actor, text: str) -> Q:
    """What the index finds for these words, and what has all of them: the index knows public meetings only."""
    question = Question(text, tokens_of(actor), {"soort": ("bijeenkomst",)}, limit=MOST_FOUND)
    try:
        found = [hit.reference.partition(":")[2] for hit in ask(question).hits]
    except IndexUnavailable:
        found = []
    return Q(public_id__in=found) | _has(text)


def _lines(rows: QuerySet[Meeting]) -> Iterator[tuple[int, _Line]]:
    themes: dict[int, set[str]] = {}
    links = Meeting.themes.through.objects.filter(meeting__in=rows.order_by().values("pk"))
    for pk, slug in links.values_list("meeting_id", "theme__slug"):
        themes.setdefault(pk, set()).add(slug)
    tree = choices().themes
    known = rows.order_by().values_list("pk", "kind", "sectors", "partnership__slug", "starts_at")
    for pk, kind, sectors, partnership, starts_at in known:
        month = localtime(starts_at).strftime("%Y-%m")
        yield (
            pk,
            _Line(
                kind=frozenset({kind}),
                sector=frozenset(sectors or Sector.values),
                theme=frozenset(_with_above(themes.get(pk, ()), tree)),
                partnership=frozenset({partnership or SUPPORT_POINT}),
                period=frozenset({month, month[:4]}),
                month=month,
            ),
        )


def _with_above(slugs: Iterable[str], tree: Mapping[str, ThemeChoice]) -> set[str]:
    """The themes themselves, and those under which they fall."""
    own = set(slugs)
    return own | {slug for slug, theme in tree.items() if not own.isdisjoint(theme.below)}
