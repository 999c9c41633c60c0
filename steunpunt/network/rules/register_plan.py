"""What a register file would change: judged by laying its rows beside what is known, without writing anything."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from steunpunt.network.intake import kinds
from steunpunt.network.intake.kinds import Key, Part, branch_of
from steunpunt.network.intake.places import Gazetteer
from steunpunt.network.intake.problems import Problem
from steunpunt.network.intake.register import RegisterFile
from steunpunt.network.intake.rows import RegisterRow
from steunpunt.network.queries.register_known import Known

LARGE_SHARE = 0.2
LARGE_NUMBER = 5
WITH_POINT = (kinds.SITE, kinds.TRAINING, kinds.UNIVERSITY, kinds.MBO)
POINT = frozenset({"latitude", "longitude"})
DERIVED_ALWAYS = ("part_of", "sector")
KNOWN_LATER = gettext_lazy("Van een latere dag staat al iets anders in het register; deze rij is niet overgenomen.")


@dataclass(slots=True)
class Change:
    """One thing that becomes different: it appears, changes or closes."""

    outcome: str
    known: Known | None
    row: RegisterRow | None
    facts: dict[str, Any] = field(default_factory=dict)
    """All facts as they will be."""
    changes: dict[str, tuple[Any, Any]] = field(default_factory=dict)
    reason: str = ""

    @property
    def key(self) -> Key:
        return self.row.key if self.row else self.known.key  # type: ignore[union-attr]


@dataclass(slots=True)
class Plan:
    """All that a file would do to the register."""

    kind: str
    """What the rows of the file are about."""
    day: date
    changes: list[Change] = field(default_factory=list)
    confirmed: list[Known] = field(default_factory=list)
    """What the file speaks of and stays as it is."""
    refused: list[tuple[Key | None, Problem]] = field(default_factory=list)
    warnings: list[tuple[Key | None, Problem]] = field(default_factory=list)
    ended_overrides: list[int] = field(default_factory=list)
    sizes: Counter[Part] = field(default_factory=Counter)
    closings: Counter[Part] = field(default_factory=Counter)
    withholds_closings: bool = False
    outcomes: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    @property
    def large_closings(self) -> list[Part]:
        """Parts of which so much would close that the file may well be half or swapped."""
        return [
            part
            for part, closed in sorted(self.closings.items())
            if closed >= LARGE_NUMBER and closed > LARGE_SHARE * self.sizes[part]
        ]

    @property
    def digest(self) -> str:
        """The same for the same plan: whoever agreed to a plan gets that plan and no other."""
        total = hashlib.sha256()
        for line in sorted(f"{change.outcome} {change.key} {change.changes}" for change in self.changes):
            total.update(line.encode())
        return total.hexdigest()


def planned(
    found: RegisterFile, known: dict[Key, Known], gazetteer: Gazetteer, day: date, institutions: Collection[str] = ()
) -> Plan:
    """Lay the rows of a file beside what is known; `institutions` are the BRINs that a programme can belong to."""
    plan = Plan(found.shape.kind, day)
    plan.refused = [(None, problem) for problem in found.problems]
    for row in found.rows:
        plan.warnings += [(row.key, warning) for warning in row.warnings]
        if row.kind == kinds.PROGRAMME and row.facts["institution"] not in institutions:
            _refuse(plan, row, _("Deze instelling staat niet in het register. Lees eerst de instellingen in."))
        else:
            _plan_row(plan, row, known.get(row.key), gazetteer)
    _plan_closings(plan, found, known)
    return plan


def _plan_row(plan: Plan, row: RegisterRow, known: Known | None, gazetteer: Gazetteer) -> None:
    if known is None or known.version_pk is None:
        _plan_appearance(plan, row, known, gazetteer)
        return
    changes = _changes(plan, row, known)
    if not changes:
        plan.outcomes[row.kind]["same"] += 1
        plan.confirmed += [known] if speaks_for(row, known) else []
    elif known.has_later:
        _refuse(plan, row, str(KNOWN_LATER))
    else:
        facts = known.facts | {name: new for name, (_old, new) in changes.items()}
        moved = _point_moves(plan, row, known, changes)
        _add(plan, Change("changed", known, row, _with_point(facts, row, gazetteer, moved=moved), changes))


def _plan_appearance(plan: Plan, row: RegisterRow, known: Known | None, gazetteer: Gazetteer) -> None:
    if known is not None and known.has_later:
        _refuse(plan, row, str(KNOWN_LATER))
        return
    if known is not None and known.closed_by_hand_on:
        _warn_of_reopening(plan, row, known.closed_by_hand_on)
    facts = _with_corrections((known.facts if known else {}) | row.facts, known)
    reason = _("stond eerder al in het register en komt terug") if known and known.last_pk else ""
    _add(plan, Change("new", known, row, _with_point(facts, row, gazetteer, moved=known is None), reason=reason))


def _warn_of_reopening(plan: Plan, row: RegisterRow, closed_on: date) -> None:
    sentence = _("Met de hand gesloten op %(day)s, maar staat nog in dit bestand. Bij het inlezen gaat het weer open.")
    problem = Problem(row.line, "", row.code, sentence % {"day": date_format(closed_on)})
    plan.warnings.append((row.key, problem))


def _with_corrections(facts: dict[str, Any], known: Known | None) -> dict[str, Any]:
    """What people corrected by hand stays so when something comes back."""
    return facts | {name: known.facts[name] for name in known.overrides if name in known.facts} if known else facts


def _changes(plan: Plan, row: RegisterRow, known: Known) -> dict[str, tuple[Any, Any]]:
    """The facts that differ, less what people corrected by hand."""
    different: dict[str, tuple[Any, Any]] = {}
    for name in _compared(row, known):
        old, new = known.facts.get(name), row.facts[name]
        if name in known.overrides:
            _weigh_override(plan, row, known, name)
        elif old != new and not (name in POINT and _has_own_point(known)):
            different[name] = (old, new)
    return different


def _compared(row: RegisterRow, known: Known) -> list[str]:
    """The facts to compare: all that the row speaks for, and of a school always the board above it."""
    if speaks_for(row, known):
        return list(row.facts)
    return [name for name in row.facts if name in DERIVED_ALWAYS]


def speaks_for(row: RegisterRow, known: Known) -> bool:
    """Whether the row is a source: a site is none for a board, nor for a school that a file about schools described."""
    return not row.is_derived or (row.kind == kinds.SCHOOL and not known.facts.get("street"))


def _has_own_point(known: Known) -> bool:
    """Whether people put it on the map by hand; half a point of theirs and half of the register would be no point."""
    return bool(known.overrides.keys() & POINT)


def _weigh_override(plan: Plan, row: RegisterRow, known: Known, name: str) -> None:
    """A correction by hand stands until the register says the same."""
    override, value = known.overrides[name]
    if as_text(row.facts[name]) == value:
        plan.ended_overrides.append(override)
    else:
        sentence = _("Met de hand verbeterd in “%(value)s”; dat blijft staan tot het register hetzelfde zegt.")
        problem = Problem(row.line, name, as_text(row.facts[name]), sentence % {"value": value})
        plan.warnings.append((row.key, problem))


def as_text(value: Any) -> str:
    """A fact as text, as it stands in a report and in a correction by hand."""
    if value is None:
        return ""
    return str(value[1]) if isinstance(value, tuple) else str(value)


def _point_moves(plan: Plan, row: RegisterRow, known: Known, changes: Collection[str]) -> bool:
    """Whether the point goes along with a new postcode; one that people put there stays, with a warning."""
    if "postcode" not in changes or "latitude" in row.facts:
        return False
    if _has_own_point(known):
        sentence = _("De postcode verandert; het punt op de kaart is met de hand gezet en blijft. Kijk of het klopt.")
        plan.warnings.append((row.key, Problem(row.line, "postcode", row.facts["postcode"], sentence)))
    return not _has_own_point(known)


def _with_point(facts: dict[str, Any], row: RegisterRow, gazetteer: Gazetteer, *, moved: bool) -> dict[str, Any]:
    """Without a point of its own, what appears or moves gets the middle of its postcode area."""
    if row.kind not in WITH_POINT or "latitude" in row.facts:
        return facts
    if not moved and facts.get("latitude") is not None:
        return facts
    area = gazetteer.area(facts.get("postcode", ""))
    point = (area.latitude, area.longitude) if area else (None, None)
    return facts | {"latitude": point[0], "longitude": point[1]}


def _plan_closings(plan: Plan, found: RegisterFile, known: dict[Key, Known]) -> None:
    """What is missing from the file is closed, as far as the file is complete."""
    parts = set(found.parts)
    mentioned = {row.key for row in found.rows} | found.refused_keys
    plan.withholds_closings = found.has_nameless_refusals and bool(parts)
    for key, thing in known.items():
        part = part_of(key, thing.facts)
        if thing.version_pk is None or part not in parts:
            continue
        plan.sizes[part] += 1
        if key in mentioned or plan.withholds_closings:
            continue
        if thing.has_later:
            sentence = _("Staat niet in het bestand, maar van een latere dag is er wel iets bekend; niet gesloten.")
            plan.warnings.append((key, Problem(0, "", key[1], sentence)))
            continue
        plan.closings[part] += 1
        _add(plan, Change("closed", thing, None, thing.facts))


def part_of(key: Key, facts: dict[str, Any]) -> Part:
    """The part of the register that something belongs to."""
    if key[0] == kinds.PROGRAMME:
        return kinds.PROGRAMME, "ho"
    branch = branch_of(facts.get("sector", ""), facts.get("structure", ""), facts.get("funding", ""))
    return key[0], branch


def _add(plan: Plan, change: Change) -> None:
    plan.changes.append(change)
    plan.outcomes[change.key[0]][change.outcome] += 1


def _refuse(plan: Plan, row: RegisterRow, reason: str) -> None:
    plan.refused.append((row.key, Problem(row.line, "", row.code, reason)))
