"""Reading the thread: what a record came from and what became of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import F, Q

from steunpunt.foundation.access import Actor
from steunpunt.foundation.boards import records
from steunpunt.foundation.references import parse_reference

from .models import Link


@dataclass(frozen=True)
class Resolved:
    """A record as the reader may see it."""

    reference: str
    kind: str
    title: str
    url: str


@dataclass(frozen=True)
class Step:
    """One step of the thread seen from the record that was asked for."""

    at: datetime
    relation: str
    label: str
    record: Resolved
    forward: bool


def resolve(references: Iterable[str], actor: Actor) -> dict[str, Resolved]:
    """The records behind the references that the actor may see: one query per kind."""
    wanted: dict[str, list[str]] = {}
    for text in references:
        kind, public_id = parse_reference(text)
        wanted.setdefault(kind, []).append(public_id)
    found = {}
    for pin in records:
        for row in pin.visible(actor).filter(public_id__in=wanted.get(pin.kind, [])) if pin.kind in wanted else []:
            text = f"{pin.kind}:{row.public_id}"
            found[text] = Resolved(text, str(pin.label), pin.title(row), pin.url(row))
    return found


def thread_of(reference: str, actor: Actor) -> list[Step]:
    """Links of a record in both directions, oldest first; hidden records leave no trace.

    What became the same by merging is shown once, and a link between two that became one not at all.
    """
    links = Link.objects.filter(Q(source=reference) | Q(target=reference)).exclude(source=F("target"))
    ends = [(row, row.source == reference) for row in links]
    seen = resolve({row.target if forward else row.source for row, forward in ends}, actor)
    steps: dict[tuple[str, str, bool], Step] = {}
    for row, forward in ends:
        other = seen.get(row.target if forward else row.source)
        if other:
            step = Step(row.at, row.relation, row.get_relation_display(), other, forward)
            steps.setdefault((row.relation, other.reference, forward), step)
    return list(steps.values())
