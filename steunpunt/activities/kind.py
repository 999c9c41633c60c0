"""What a kind of activity must offer, and the register of all kinds. Plain Python, so that a tally may use it too."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar

if TYPE_CHECKING:
    from django.forms import Form
    from django_stubs_ext import StrOrPromise

Content = Mapping[str, Any]
"""What one voter handed in, as plain JSON."""
Settings = Mapping[str, Any]
"""What the facilitator prepared, as plain JSON."""


@dataclass(frozen=True, slots=True)
class Contributed:
    """One contribution as a tally sees it: never who it was."""

    voter: str
    """Tells voters apart, says nothing else."""
    content: Content
    group: str = ""
    """The name of the subgroup when the group is the voter, or the one that the voter sits in."""
    people: int = 1
    """How many people speak through it."""
    sector: str = ""
    partnership: str = ""
    """Name of the partnership, only where it agreed to be named."""


@dataclass(frozen=True, slots=True)
class Card:
    """A thing that people choose from, order or answer to; it keeps the reference of the record that it came from."""

    id: str
    title: str
    text: str = ""
    reference: str = ""


@dataclass(frozen=True, slots=True)
class ExportTable:
    """All contributions of an activity as rows, for CSV, XLSX and JSON."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


@dataclass(frozen=True, slots=True)
class Example:
    """Settings and a few contributions with which the house tests try every kind."""

    settings: Settings
    contents: tuple[Content, ...]
    refused: Mapping[str, Any] = field(default_factory=dict)
    """Input of the contribution form that must be refused."""


class ActivityKind:
    """Base of every kind. Subclasses say what is theirs; the engine does the rest."""

    code: ClassVar[str]
    """Never changes: it stands in the database and in addresses."""
    label: ClassVar["StrOrPromise"]
    explanation: ClassVar["StrOrPromise"]
    """What it is good for, in one sentence, for who chooses a kind."""
    icon: ClassVar[str] = "cards"
    version: ClassVar[int] = 1
    """Of the shape of its contents; a higher one knows how to read the lower ones in `upgrade`."""
    votes_as_group: ClassVar[bool] = False
    """Whether a subgroup, not each person, is the voter unless the facilitator says otherwise."""
    settings_form: ClassVar[type["Form"]]
    """`settings_form(data, initial=settings)`; its `to_settings()` gives plain JSON."""
    contribution_form: ClassVar[type["Form"]]
    """`contribution_form(data, settings=settings, initial=content)`; its `to_content()` gives plain JSON."""
    arrange_form: ClassVar[type["Form"] | None] = None
    """What the facilitator does with what came in: `arrange_form(data, settings=settings, standing=standing)`; its
    `to_settings()` gives the new settings, its page is the part `arrange`. Most kinds have nothing to arrange."""
    answers_others: ClassVar[bool] = False
    """Whether the contribution form takes `standing=` as well: what others brought, only when people may see it."""
    stylesheet: ClassVar[str] = ""
    """A static file that phone, wall, poster and report load for this kind; empty: none."""
    closed_only: ClassVar[bool] = False
    """Whether its standing waits until nobody can hand in: two standings one voter apart tell what that one gave."""
    example: ClassVar[Example]
    submit_label: ClassVar["StrOrPromise"] = ""
    """On the button of the phone; empty: hand in."""
    script: ClassVar[str] = ""
    """A static module that the phone loads for this kind; the page works without it."""

    def template(self, part: str) -> str:
        """Of `contribute`, `standing` (the wall), `poster` and `report`, and of `arrange` where there is such a form."""
        return f"activities/kinds/{self.code}/_{part}.html"

    def tally(self, settings: Settings, contributed: Sequence[Contributed]) -> Any:
        """The standing, the same for any order of the contributions, also for none. Calls the pure `tally.py`."""
        raise NotImplementedError

    def findings(self, standing: Any) -> list[str]:
        """What the standing says, in whole Dutch sentences; for the wall, the report and the poster."""
        raise NotImplementedError

    def of_group(self, standing: Any, group: str) -> Any:
        """What one subgroup made of it, for its own poster; None draws the standing of that group alone."""
        return None

    def cards(self, standing: Any) -> list[Card]:
        """What flows on to a next activity, best first."""
        return []

    def as_earlier(self, standing: Any, title: str) -> dict[str, Any] | None:
        """The setting `earlier` of a next round, which stands beside it; None for kinds that do not compare."""
        return None

    def export(self, settings: Settings, contributed: Sequence[Contributed]) -> ExportTable:
        raise NotImplementedError

    def erased(self, content: Content) -> Content:
        """The contribution without what somebody typed; what counts in the tally stays."""
        raise NotImplementedError

    def upgrade(self, content: Content, version: int) -> Content:
        """A content of an older version in today's shape."""
        return content


_kinds: dict[str, ActivityKind] = {}


def register(kind: ActivityKind) -> ActivityKind:
    """Add a kind; two with one code are a mistake of the builder."""
    if kind.code in _kinds:
        raise ValueError(f"there are two kinds with the code {kind.code}")
    _kinds[kind.code] = kind
    return kind


def kind_of(code: str) -> ActivityKind:
    return _kinds[code]


def all_kinds() -> list[ActivityKind]:
    return sorted(_kinds.values(), key=lambda kind: kind.code)
