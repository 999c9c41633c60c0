"""The shapes of a standing of priorities: cards with their figures, second opinion, agreement, firmness and plane."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from steunpunt.activities.kind import Card

if TYPE_CHECKING:
    from .plane import Picture

TOP = 3
"""Who is in the top is in the first three."""
WALL, WALL_OWN, WALL_VOTERS = 8, 2, 8
"""How many cards, write-ins and voters the wall has room for."""
WALL_TIGHT = 6
"""With more voters beside them, titles take two lines and one card less fits."""


@dataclass(frozen=True, slots=True)
class Row:
    """One card with every figure of its own."""

    card: Card
    place: int
    """Place by points; equal points share a place (1, 2, 2, 4)."""
    points: float
    chosen: int
    """How many voters chose it."""
    offered: int
    """How many voters had it before them."""
    in_top: int
    """How many of those who chose it put it in their first three."""
    mean_place: float | None
    at_place: tuple[int, ...]
    """How many voters put it first, second and so on."""
    cells: tuple[int | None, ...] = ()
    """Place per voter as on the wall: 0 is not chosen, None is not offered. Empty with many voters."""
    by: tuple[str, ...] = ()
    """Of a write-in: the subgroups that brought it."""
    is_own: bool = False
    sum: str = ""
    """The points as a sum that anybody can check."""
    merged: tuple[str, ...] = ()
    """The titles that were merged into it by hand."""
    kind: str = ""
    """`wide_low`, `few_fierce`, or empty."""
    length: int = 0
    """Of its bar, in thousandths of the longest one."""

    @property
    def is_top(self) -> bool:
        return self.place <= TOP and self.points > 0


@dataclass(frozen=True, slots=True)
class Duels:
    """What a comparison one against one says."""

    among: tuple[Card, ...] = ()
    """The cards that at least half of the voters had before them."""
    winner: Card | None = None
    """The card that wins from every other one; often there is none."""
    order: tuple[tuple[int, Card, float], ...] = ()
    """Place, card and score: one for each win and a half for each equal duel."""
    leaders: tuple[Card, ...] = ()
    """The first place by points among the same cards."""
    agrees: bool = True
    """Whether the first place here and by points is the same."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """How alike the orders of the voters are."""

    w: float | None = None
    """Kendall's coefficient with correction for ties; 0 is none, 1 is the same order everywhere."""
    by_chance: float | None = None
    """What so many voters would reach by chance."""
    likeness: float | None = None
    """Mean likeness of two voters (Spearman); 0 is chance."""
    cards: int = 0


@dataclass(frozen=True, slots=True)
class Without:
    """What the standing would be without one voter."""

    voter: str
    keeps_order: bool
    """Whether the first three stay the same cards in the same order."""
    keeps_first: bool
    first: tuple[str, ...]
    points: float
    """Of the card that then stands first."""
    runner: str = ""
    """The card that otherwise stood first, when another one takes its place."""
    runner_points: float = 0


@dataclass(frozen=True, slots=True)
class Firmness:
    """How much the order hangs on single voters or on chance."""

    way: str = ""
    """`leave_one_out`, `bootstrap`, or empty when there is too little to say."""
    without: tuple[Without, ...] = ()
    samples: int = 0
    seed: int = 0
    same_first: int = 0
    same_order: int = 0
    same_set: int = 0
    between: tuple[tuple[str, int, int], ...] = ()
    """Per card its id and the places between which it stood in nine of ten samples."""


@dataclass(frozen=True, slots=True)
class Spot:
    """One card in the plane of breadth against height, from 0 to 1 each."""

    card: Card
    breadth: float
    height: float
    kind: str = ""
    """`wide_low`, `few_fierce`, or empty."""


@dataclass(frozen=True, slots=True)
class Ballot:
    """What one subgroup put on its poster."""

    label: str
    lines: tuple[tuple[int, str, str, bool], ...]
    """Place, title, argument, and whether the card is its own."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Everything that the ballots say together."""

    question: str = ""
    k: int = 5
    voters: int = 0
    people: int = 0
    unit: str = "groep"
    """What one voter is called: `groep` or `deelnemer`."""
    weighted: bool = False
    """Whether a voter counts for as many people as speak through it."""
    labels: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    own: tuple[Row, ...] = ()
    """Write-ins, in a list of their own: others could not choose them."""
    duels: Duels = field(default_factory=Duels)
    agreement: Agreement = field(default_factory=Agreement)
    firmness: Firmness = field(default_factory=Firmness)
    plane: tuple[Spot, ...] = ()
    picture: "Picture | None" = None
    """The plane as it is drawn."""
    ballots: tuple[Ballot, ...] = ()
    """Of subgroups only, for their posters and for the report."""
    headline: str = ""
    findings: tuple[str, ...] = ()
    explanations: tuple[tuple[str, str], ...] = ()
    """Per figure its name and how to check it by hand."""

    @property
    def wall_rows(self) -> tuple[Row, ...]:
        """What the wall has room for: the highest cards, and up to two write-ins."""
        own = self.own[:WALL_OWN]
        room = WALL - (WALL_TIGHT < self.voters <= WALL_VOTERS)
        return (*self.rows[: room - len(own)], *own)

    @property
    def wall_more(self) -> int:
        """How many cards the wall has no room for."""
        return len(self.rows) + len(self.own) - len(self.wall_rows)

    @property
    def shows_cells(self) -> bool:
        """Whether the wall has room for the place that each voter gave."""
        return 0 < self.voters <= WALL_VOTERS
