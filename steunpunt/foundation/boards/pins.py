"""What can be pinned on the boards: one small dataclass per board."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.db.models import Model, Q, QuerySet
from django.http import QueryDict

if TYPE_CHECKING:
    from steunpunt.foundation.access import Actor
    from steunpunt.foundation.accounts.models import User
    from steunpunt.foundation.search.documents import Document
    from steunpunt.foundation.worklist.models import WorkItem


@dataclass(frozen=True)
class MenuPin:
    """An entry of the main menu; `shown` says for whom.

    With `under`, the url name of another entry, it stands in the bar of that section and not in the main menu.
    """

    label: Any
    url_name: str
    order: int = 0
    shown: "Callable[[Actor], bool]" = lambda actor: True
    under: str = ""

    @property
    def key(self) -> str:
        return self.url_name


@dataclass(frozen=True)
class TilePin:
    """A tile of the front page: `query(actor, sector, today)` gives its context, or None for no tile."""

    code: str
    template: str
    query: "Callable[[Actor, str, date], dict[str, Any] | None]"
    order: int = 0

    @property
    def key(self) -> str:
        return self.code


@dataclass(frozen=True)
class PanelPin:
    """A panel on the page of another room's subject: `query(subject, actor, day)` gives its context or None."""

    subject: type[Model]
    code: str
    title: Any
    query: "Callable[[Any, Actor, date], dict[str, Any] | None]"
    template: str
    order: int = 0

    @property
    def key(self) -> str:
        return f"{self.subject._meta.label_lower}:{self.code}"


def own_kind(references: Iterable[str], kind: str) -> set[str]:
    """The public ids in the references of that kind."""
    return {text.partition(":")[2] for text in references if text.startswith(f"{kind}:")}


def titles_with(rows: "QuerySet[Any]", text: str) -> "QuerySet[Any]":
    """Rows with every word in their title."""
    for word in text.split():
        rows = rows.filter(title__unaccent__icontains=word)
    return rows


@dataclass(frozen=True)
class SearchPin:
    """A kind of record that search finds: what goes into the index, who sees it, and how a result looks.

    A document's reference is `kind:public_id`, and every row has a `public_id`.
    """

    kind: str
    label: Any
    """Of many, for the facet; `name` is of one, for a result."""
    name: Any
    documents: "Callable[[Collection[str] | None], Iterable[Document]]"
    """The documents with these public ids, or all of them; one that is gone is left out."""
    visible: "Callable[[Actor], QuerySet[Any]]"
    """Asked once more for whatever the index finds, before it is shown."""
    card: str
    """Template with `row`: what stands under title and passage."""
    rows: "Callable[[Actor, QuerySet[Any]], Iterable[Any]]" = lambda actor, found: found
    """Out of the visible records that were found: what the card shows of them, in a fixed number of queries."""
    url: Callable[[Any], str] = lambda row: str(row.url)
    title: Callable[[Any], str] = lambda row: str(row.title)
    match: "Callable[[QuerySet[Any], str], QuerySet[Any] | Sequence[Any]]" = titles_with
    """Finds rows by words without the index."""
    follows: tuple[str, ...] = ()
    """Kinds of references in the ledger whose deeds change documents; empty for the own kind alone."""
    touched: Callable[[Collection[str]], set[str] | None] | None = None
    """Public ids of the documents that change with these references; None when all may. Empty: the own ones."""
    shows_passage: bool = True
    """Whether a result shows the best passage; not when the card says the same."""
    order: int = 0

    @property
    def key(self) -> str:
        return self.kind

    @property
    def followed(self) -> tuple[str, ...]:
        return self.follows or (self.kind,)

    def found(self, actor: "Actor", public_ids: Collection[str]) -> "Iterable[Any]":
        """Those of these records that the reader may see, in any order."""
        return self.rows(actor, self.visible(actor).filter(public_id__in=public_ids))

    def changed_by(self, references: Collection[str]) -> set[str] | None:
        """Public ids of the documents to make again after deeds about these references; None is all of them."""
        return self.touched(references) if self.touched else own_kind(references, self.kind)


@dataclass(frozen=True)
class FacetPin:
    """A way to narrow what search found: a code that documents carry, its label, and the names of its values."""

    code: str
    label: Any
    names: Callable[[], Mapping[str, Any]] = dict
    """Value → name; a value without one is shown as it is."""
    order: int = 0
    is_by_value: bool = False
    """Whether values stand in their own order, last one first (years), and not by how much they give."""

    @property
    def key(self) -> str:
        return self.code


@dataclass(frozen=True)
class AudiencePin:
    """Tokens that a reader holds because of what a room knows: whoever holds one may find what carries it."""

    code: str
    tokens: "Callable[[Actor], Iterable[str]]"

    @property
    def key(self) -> str:
        return self.code


@dataclass(frozen=True)
class RecordPin:
    """A model with a stable reference: how the thread finds its title and address."""

    kind: str
    label: Any
    model: type[Model]
    visible: "Callable[[Actor], QuerySet[Any]]"
    title: Callable[[Any], str]
    url: Callable[[Any], str]

    @property
    def key(self) -> str:
        return self.kind


@dataclass(frozen=True)
class PrivacyPin:
    """What a table holds of a person: how to hand it over and how to erase it."""

    model: type[Model]
    label: Any
    export: "Callable[[User], list[dict[str, Any]]]"
    erase: "Callable[[User, datetime], None]"

    @property
    def key(self) -> str:
        return self.model._meta.label_lower


@dataclass(frozen=True)
class WorkPin:
    """A kind of work for the staff's list: how to show it, who may handle it, what yes and no do."""

    kind: str
    label: Any
    template: str
    accept: "Callable[[WorkItem, Actor, datetime], None]"
    decline: "Callable[[WorkItem, Actor, datetime], None]"
    may_handle: "Callable[[Actor, WorkItem], bool]"
    context: "Callable[[WorkItem], dict[str, Any]]" = lambda item: {}
    handled: "Callable[[Actor], Q]" = lambda actor: Q(pk__in=[])
    """Which items of this kind the actor may handle, as a condition; staff see all of them anyway."""
    personal: frozenset[str] = frozenset()
    """Keys of an item's data that hold words about a person: they go some time after the decision."""

    @property
    def key(self) -> str:
        return self.kind


@dataclass(frozen=True)
class Column:
    """A column of a data set: its name in the files and what it means."""

    name: str
    meaning: Any


@dataclass(frozen=True)
class OpenDataPin:
    """A data set that anybody may take: `query(actor, parameters)` yields rows in the order of the columns.

    Columns named `breedtegraad` and `lengtegraad` make that it can be had as GeoJSON too.
    """

    name: str
    label: Any
    description: Any
    columns: tuple[Column, ...]
    query: "Callable[[Actor, QueryDict], Iterable[tuple[Any, ...]]]"
    licence: Any
    source: Any
    reference_date: Callable[[], date | None] = lambda: None
    order: int = 0

    @property
    def key(self) -> str:
        return self.name

    @property
    def column_names(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)


@dataclass(frozen=True)
class DuePin:
    """Work that comes back: every `minutes` the tick calls `enqueue`, which puts a job in the queue."""

    code: str
    enqueue: Callable[[], object]
    minutes: int = 1

    @property
    def key(self) -> str:
        return self.code
