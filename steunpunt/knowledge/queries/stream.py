"""The stream of bulletins: chosen by sector, role, theme, sender, words and day, with what each choice leaves."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When

from steunpunt.foundation.access import Actor
from steunpunt.foundation.search.asking import IndexUnavailable, ask
from steunpunt.foundation.search.documents import Question
from steunpunt.foundation.search.rules import tokens_of
from steunpunt.foundation.sectors import Sector
from steunpunt.knowledge.models import Bulletin, BulletinState
from steunpunt.network.queries.choices import choices

from .bulletins import visible_bulletins, visible_senders, with_words
from .readership import Readership
from .search_bulletins import bulletins_with
from .shelf import MOST_FOUND, Option, themes_under

NEW, SOON, OVER = "", "binnenkort", "voorbij"
WHEN = (NEW, SOON, OVER)


@dataclass(frozen=True)
class StreamChoice:
    """What a reader chose; of each kind one of the values is enough, none is everything."""

    sectors: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    senders: tuple[str, ...] = ()
    text: str = ""
    when: str = NEW

    @property
    def is_any(self) -> bool:
        return not (self.sectors or self.roles or self.themes or self.senders or self.text)

    def with_values(self, name: str, values: tuple[str, ...]) -> "StreamChoice":
        """The same, with these values for one of the filters."""
        changed: dict[str, Any] = {name: values}
        return replace(self, **changed)


class Stream:
    """What a reader finds for a choice; the index is asked once, whatever is counted."""

    def __init__(self, actor: Actor, choice: StreamChoice) -> None:
        self.choice, self.day = choice, actor.day
        visible = visible_bulletins(actor)
        self._found = _with_text(visible, actor, choice.text) if choice.text else visible
        self._actor = actor

    def items(self) -> QuerySet[Bulletin]:
        """Best first when words were asked for; what is to come by its day, the rest newest first."""
        rows = with_words(_chosen(self._found, self.choice, self.day))
        order: tuple[str, ...] = ("-published_at", "-pk")
        if "place" in rows.query.annotations:
            order = ("place", "pk")
        elif self.choice.when == SOON:
            order = ("effective_on", "pk")
        return rows.order_by(*order)

    def soon(self, most: int) -> list[Bulletin]:
        """What takes effect first, within the same choice."""
        return list(Stream(self._actor, replace(self.choice, when=SOON, text="")).items()[:most])

    def counts(self) -> dict[str, int]:
        """How many there are new, to come and over, within the same choice."""
        return {when: _chosen(self._found, replace(self.choice, when=when), self.day).count() for when in WHEN}

    def options(self) -> dict[str, list[Option]]:
        """Per filter the values that somebody named, counted over what the other filters leave."""
        mains, titles = _main_themes()
        senders = dict(visible_senders(self._actor).values_list("slug", "name"))
        return {
            "sectors": self._counted("sectors", {one.value: str(one.label) for one in Sector}),
            "roles": self._counted("roles", self._role_names()),
            "themes": self._counted("themes", titles, mains),
            "senders": self._counted("senders", senders),
        }

    def _counted(
        self, name: str, labels: Mapping[str, str], counts_as: Mapping[str, str] | None = None
    ) -> list[Option]:
        rows = _chosen(self._found, self.choice.with_values(name, ()), self.day)
        many = _values(rows, name, set(labels), counts_as or {})
        counted = Counter(value for values in many for value in values & labels.keys())
        kept = set(getattr(self.choice, name))
        return [
            Option(value, label, counted[value]) for value, label in labels.items() if counted[value] or value in kept
        ]

    def _role_names(self) -> dict[str, str]:
        """Roles that a visible bulletin names; the others would only give what is for everybody."""
        named = _parts(visible_bulletins(self._actor)).filter(roles__isnull=False)
        rows = named.values_list("roles__code", "roles__title", "roles__position").distinct()
        return {code: title for code, title, _position in sorted(rows, key=lambda row: (row[2], row[1]))}


def bulletins_for(
    actor: Actor, readership: Readership, *, since: datetime, before: datetime | None = None, most: int = 20
) -> list[Bulletin]:
    """What was posted for these readers from a moment on and has not expired, newest first: for a digest."""
    choice = StreamChoice(sectors=readership.sectors, roles=readership.roles)
    rows = Stream(actor, choice).items().filter(published_at__gte=since)
    return list((rows.filter(published_at__lt=before) if before else rows)[:most])


def upcoming_for(actor: Actor, readership: Readership, *, until: date, most: int = 20) -> list[Bulletin]:
    """What takes effect for these readers before a day, the first day first: for a digest."""
    choice = StreamChoice(sectors=readership.sectors, roles=readership.roles, when=SOON)
    return list(Stream(actor, choice).items().filter(effective_on__lt=until)[:most])


def _chosen(rows: QuerySet[Bulletin], choice: StreamChoice, day: date) -> QuerySet[Bulletin]:
    over = Q(expires_on__isnull=False, expires_on__lte=day)
    rows = rows.filter(over if choice.when == OVER else ~over)
    if choice.when == SOON:
        rows = rows.filter(effective_on__gt=day)
    for condition in _conditions(choice):
        rows = _reaching(rows, condition)
    return rows


def _conditions(choice: StreamChoice) -> Iterator[Q]:
    """Per filter what one part of a bulletin has to say; whoever names nobody speaks to all."""
    if choice.sectors:
        yield Q(sectors__overlap=list(choice.sectors)) | Q(sectors=[])
    if choice.roles:
        yield Q(roles__code__in=choice.roles) | Q(roles__isnull=True)
    if choice.themes:
        yield Q(themes__slug__in=set().union(*map(themes_under, choice.themes)))
    if choice.senders:
        yield Q(sender__slug__in=choice.senders)


def _reaching(rows: QuerySet[Bulletin], condition: Q) -> QuerySet[Bulletin]:
    """Bulletins that say so themselves or by way of a double."""
    parts = Bulletin.objects.filter(condition, state=BulletinState.PUBLISHED)
    by_double = parts.filter(shown_in__isnull=False).values("shown_in")
    return rows.filter(Q(pk__in=parts.values("pk")) | Q(pk__in=by_double))


def _parts(rows: QuerySet[Bulletin]) -> QuerySet[Bulletin]:
    """The bulletins and their doubles."""
    keys = rows.order_by().values("pk")
    return Bulletin.objects.filter(Q(pk__in=keys) | Q(shown_in__in=keys), state=BulletinState.PUBLISHED)


def _values(
    rows: QuerySet[Bulletin], name: str, everybody: set[str], counts_as: Mapping[str, str]
) -> Iterable[set[str]]:
    """Per bulletin the values that a choice of them would find it by."""
    path, none_is_all = _FIELDS[name]
    found: dict[int, set[str]] = {}
    for pk, root, value in _parts(rows).order_by().values_list("pk", "shown_in", path):
        values = set(value) if isinstance(value, list) else {value} - {None}
        spoken_to = everybody if none_is_all and not values else values
        found.setdefault(root or pk, set()).update(counts_as.get(one, one) for one in spoken_to)
    return found.values()


def _main_themes() -> tuple[dict[str, str], dict[str, str]]:
    """Of every theme the main theme that it falls under, and the titles of the main themes."""
    mains = {slug: theme for slug, theme in choices().themes.items() if not theme.title.startswith("–")}
    under = {one: slug for slug, theme in mains.items() for one in theme.below}
    return under, {slug: theme.title for slug, theme in mains.items()}


_FIELDS = {
    "sectors": ("sectors", True),
    "roles": ("roles__code", True),
    "themes": ("themes__slug", False),
    "senders": ("sender__slug", False),
}
"""Per filter where its values stand, and whether naming nobody speaks to all."""


def _with_text(rows: QuerySet[Bulletin], actor: Actor, text: str) -> QuerySet[Bulletin]:
    """What the index finds for these words, with its `place`; without the index what has them in title or text."""
    question = Question(text, tokens_of(actor), {"soort": ("bericht",)}, limit=MOST_FOUND)
    try:
        found = [hit.reference.partition(":")[2] for hit in ask(question).hits]
    except IndexUnavailable:
        return bulletins_with(rows, text)
    places = [When(public_id=public_id, then=Value(place)) for place, public_id in enumerate(found)]
    place = Case(*places, default=Value(len(found)), output_field=IntegerField())
    return rows.filter(public_id__in=found).annotate(place=place)
