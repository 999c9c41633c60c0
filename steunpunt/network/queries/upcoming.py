"""What is going to change in the network as a whole: per day and partnership, in words for a front page."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from steunpunt.foundation.access import Actor
from steunpunt.network.models import (
    AcademicStrand,
    LeadOrganisation,
    Membership,
    MembershipRole,
    PartnershipState,
    PartnershipStatus,
    PartnershipVersion,
    Ring,
)

from .changes import stamps
from .directory import partnership_directory
from .remembering import Shelf

Moment = tuple[date, int]
"""A day and the id of a partnership."""
_shelf = Shelf(2)
JOINS, LEAVES, TO_CORE, TO_SHELL = "joins", "leaves", "to_core", "to_shell"


@dataclass(frozen=True)
class Upcoming:
    """Everything that changes in one partnership on one day."""

    on: date
    slug: str
    name: str
    sectors: tuple[str, ...]
    is_example: bool
    text: str


@dataclass(frozen=True)
class _Subject:
    slug: str
    name: str
    sectors: tuple[str, ...]
    is_example: bool


def upcoming_changes(actor: Actor, today: date, *, sector: str = "", limit: int = 5) -> list[Upcoming]:
    """The soonest changes after today, of one sector or of all; gathered once per state of the network."""
    changes = _shelf.take((tuple(stamps().items()), today), lambda: _gather(actor, today))
    return [change for change in changes if not sector or sector in change.sectors][:limit]


def _gather(actor: Actor, today: date) -> list[Upcoming]:
    words: dict[Moment, list[str]] = defaultdict(list)
    subjects = _subjects(actor, today)
    for gathered in (_new_names(today, subjects), _states(today), _leads(today), _strands(today), _members(today)):
        for moment, text in gathered:
            words[moment].append(text)
    return [
        Upcoming(on, one.slug, one.name, one.sectors, one.is_example, _sentence(words[on, pk]))
        for on, pk in sorted(words)
        if (one := subjects.get(pk))
    ]


def _sentence(parts: list[str]) -> str:
    text = ", ".join(parts)
    return text[:1].upper() + text[1:]


def _subjects(actor: Actor, today: date) -> dict[int, _Subject]:
    """The partnerships of today, and those that are still to begin."""
    coming = PartnershipVersion.objects.upcoming(today).order_by("-valid_from")
    fields = ("partnership_id", "partnership__slug", "name", "sectors", "partnership__is_example")
    found = {
        pk: _Subject(slug, name, tuple(sectors), example)
        for pk, slug, name, sectors, example in coming.values_list(*fields)
    }
    for row in partnership_directory(actor, today).rows:
        found[row.id] = _Subject(row.slug, row.name, row.sectors, row.is_example)
    return found


def _new_names(today: date, subjects: dict[int, _Subject]) -> Iterable[tuple[Moment, str]]:
    rows = PartnershipVersion.objects.upcoming(today).values_list("valid_from", "partnership_id", "name")
    for on, pk, name in rows:
        if name != subjects[pk].name:
            yield (on, pk), _("heet dan %(name)s") % {"name": name}


def _states(today: date) -> Iterable[tuple[Moment, str]]:
    for on, pk, state in PartnershipStatus.objects.upcoming(today).values_list("valid_from", "partnership_id", "state"):
        yield (on, pk), _("status wordt %(state)s") % {"state": PartnershipState(state).label}


def _leads(today: date) -> Iterable[tuple[Moment, str]]:
    for moment in LeadOrganisation.objects.upcoming(today).values_list("valid_from", "partnership_id"):
        yield moment, _("andere penvoerder")


def _strands(today: date) -> Iterable[tuple[Moment, str]]:
    for moment in AcademicStrand.objects.upcoming(today).values_list("valid_from", "partnership_id"):
        yield moment, _("begint met een academische kop")
    ending = AcademicStrand.objects.filter(valid_until__gt=today)
    for on, pk in ending.values_list("valid_until", "partnership_id"):
        if on:
            yield (on, pk), _("academische kop loopt af")


def _members(today: date) -> Iterable[tuple[Moment, str]]:
    """How many join, leave or change ring; who leaves and joins on one day changes ring."""
    begins = Membership.objects.upcoming(today).values_list(
        "valid_from", "partnership_id", "organisation_id", "role", "ring"
    )
    ends = set(
        Membership.objects.filter(valid_until__gt=today).values_list("valid_until", "partnership_id", "organisation_id")
    )
    roles = dict(Membership.objects.filter(valid_until__gt=today).values_list("organisation_id", "role"))
    counted: dict[Moment, Counter[tuple[str, bool]]] = defaultdict(Counter)
    for on, pk, organisation, role, ring in begins:
        is_school = role == MembershipRole.SCHOOL
        what = JOINS
        if (on, pk, organisation) in ends:
            ends.discard((on, pk, organisation))
            what = TO_CORE if ring == Ring.CORE else TO_SHELL
        counted[on, pk][what, is_school] += 1
    for ended, pk, organisation in ends:
        if ended:
            counted[ended, pk][LEAVES, roles[organisation] == MembershipRole.SCHOOL] += 1
    for moment, numbers in counted.items():
        for (what, is_school), number in sorted(numbers.items()):
            yield moment, _member_words(what, is_school, number)


def _member_words(what: str, is_school: bool, number: int) -> str:
    who = (
        ngettext("%(number)s school", "%(number)s scholen", number)
        if is_school
        else ngettext("%(number)s partner", "%(number)s partners", number)
    ) % {"number": number}
    sentences = {
        JOINS: _("%(who)s erbij"),
        LEAVES: _("%(who)s eruit"),
        TO_CORE: _("%(who)s van schil naar kern"),
        TO_SHELL: _("%(who)s van kern naar schil"),
    }
    return sentences[what] % {"who": who}
