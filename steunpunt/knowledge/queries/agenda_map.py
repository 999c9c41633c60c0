"""The heat map of the research agenda: how many questions per theme and region, and what is not there."""

from collections import Counter
from dataclasses import dataclass

from steunpunt.foundation.access import Actor
from steunpunt.knowledge.models import QuestionStatus
from steunpunt.network.models import Theme
from steunpunt.network.queries.themes import visible_themes

from .agenda import Agenda, Entry
from .agenda_places import NATION, UNKNOWN, Place

ALL = ""
NEGLECTED = "onbemand"
"""What the map can count beside a status: open questions that nobody works on."""
STEPS = (1, 2, 4)
"""From how many questions a cell is a shade darker."""


@dataclass(frozen=True)
class Cell:
    """A number with its shade, 0 to 3."""

    place: Place
    count: int

    @property
    def shade(self) -> int:
        return sum(self.count >= step for step in STEPS)


@dataclass(frozen=True)
class Row:
    """A theme with its number per place, and how many questions there are in all."""

    theme: Theme
    cells: tuple[Cell, ...]
    total: int
    parts: int
    """How many themes fall under it."""


@dataclass(frozen=True)
class HeatMap:
    """The table, and what it shows at a glance."""

    rows: tuple[Row, ...]
    columns: tuple[Cell, ...]
    """Per place how many of the counted questions there are."""
    total: int
    everything: int
    """How many questions fall under these themes, whatever is counted."""

    @property
    def themes_without(self) -> list[str]:
        return [row.theme.title for row in self.rows if not row.total]

    @property
    def places_without(self) -> list[str]:
        """Parts of the country that nobody asks from; what lies nowhere is no part."""
        return [cell.place.name for cell in self.columns if not cell.count and cell.place.key not in (NATION, UNKNOWN)]


def counted(entries: list[Entry], what: str) -> list[Entry]:
    """Of these questions the ones that the map is asked to count."""
    if what == ALL:
        return entries
    if what == NEGLECTED:
        return [entry for entry in entries if entry.is_neglected]
    return [entry for entry in entries if entry.status == what]


def heat_map(agenda: Agenda, what: str = ALL, above: Theme | None = None) -> HeatMap:
    """Main themes against places, or the themes that fall under one; a question counts once in every cell it is in."""
    themes = list(visible_themes(agenda.actor))
    shown = [theme for theme in themes if theme.parent_id == (above.pk if above else None)]
    parts = Counter(theme.parent_id for theme in themes)
    within = agenda.about(above.slug) if above else [entry for entry in agenda.entries if entry.themes]
    rows = counted(within, what)
    columns = agenda.places.columns
    return HeatMap(
        tuple(_row(theme, agenda.about(theme.slug, rows), columns, parts[theme.pk]) for theme in shown),
        _cells(rows, columns),
        len(rows),
        len(within),
    )


def _row(theme: Theme, own: list[Entry], columns: tuple[Place, ...], parts: int) -> Row:
    return Row(theme, _cells(own, columns), len(own), parts)


def _cells(rows: list[Entry], columns: tuple[Place, ...]) -> tuple[Cell, ...]:
    counts = Counter(key for entry in rows for key in entry.places)
    return tuple(Cell(place, counts[place.key]) for place in columns)


@dataclass(frozen=True)
class Gap:
    """A main theme with what falls under it that has no question, and its open questions that nobody works on."""

    theme: Theme
    is_empty: bool
    """Whether there is no question at all under it."""
    empty_parts: list[Theme]
    neglected: list[int]


def gaps(agenda: Agenda) -> list[Gap]:
    """Per main theme what is missing; themes where nothing is missing are left out."""
    themes = list(visible_themes(agenda.actor))
    found = [_gap(theme, themes, agenda) for theme in themes if theme.parent_id is None]
    return [gap for gap in found if gap.is_empty or gap.empty_parts or gap.neglected]


def _gap(main: Theme, themes: list[Theme], agenda: Agenda) -> Gap:
    own = agenda.about(main.slug)
    parts = [theme for theme in themes if theme.parent_id == main.pk]
    empty = [part for part in parts if not agenda.about(part.slug, own)]
    return Gap(main, not own, empty if own else [], [entry.pk for entry in own if entry.is_neglected])


STATUSES = (QuestionStatus.OPEN, QuestionStatus.IN_RESEARCH, QuestionStatus.ANSWERED)


def is_countable(what: str) -> bool:
    """Whether the map can count this."""
    return what in {ALL, NEGLECTED, *STATUSES}


def theme_to_open(actor: Actor, slug: str) -> Theme | None:
    """A theme of which the map can show the parts."""
    found = visible_themes(actor).filter(slug=slug).first() if slug else None
    return found if found and visible_themes(actor).filter(parent=found).exists() else None
