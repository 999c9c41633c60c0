"""Subgroups: made, chosen, drawn by lot or mixed; and who holds the pen."""

import random
from datetime import datetime

from django.db import transaction
from django.db.models import Count
from django.utils.translation import gettext_lazy as _

from steunpunt.activities.matching import by_lot, mixed
from steunpunt.activities.models import Activity, Contribution, Participant, Subgroup, SubgroupWay, VotingUnit
from steunpunt.activities.rules.leading import may_lead
from steunpunt.activities.rules.phases import can_choose_group, can_group_now
from steunpunt.foundation.access import Actor, Refusal, require

from .noting import locked, note, step_on, stepped

MOST_GROUPS = 500
HOW_MANY = _("Kies een aantal van 1 tot 500 groepen.")
NOT_NOW = _("De groepen staan vast zodra de werkvorm open is.")


def make_groups(activity: Activity, number: int, *, by: Actor, at: datetime) -> None:
    """So many empty groups from which people choose; those that are there stay, those too many go."""
    _may_group(activity, number, by)
    with transaction.atomic():
        held = locked(activity)
        require(can_group_now(held), NOT_NOW)
        _ensure(held, number)
        stepped(held)
        note(held, "activity-groups-made", _("Groepen gemaakt."), by=by, at=at)


def draw_groups(
    activity: Activity, number: int, *, by: Actor, at: datetime, chance: random.Random | None = None
) -> None:
    """Everybody who joined gets a place, by lot or mixed as the activity says."""
    _may_group(activity, number, by)
    with transaction.atomic():
        held = locked(activity)
        require(can_group_now(held), NOT_NOW)
        people = list(Participant.objects.filter(activity=held).order_by("pk"))
        groups = _ensure(held, number)
        for group, seats in zip(groups, _seats(held, people, number, chance or random.SystemRandom()), strict=True):
            group.pen = seats[0] if seats else None
            for one in seats:
                one.subgroup = group
        Participant.objects.bulk_update(people, ["subgroup"], batch_size=1_000)
        Subgroup.objects.bulk_update(groups, ["pen"])
        stepped(held)
        note(held, "activity-groups-drawn", _("Groepen ingedeeld."), by=by, at=at)


def choose_group(activity: Activity, participant: Participant, group: Subgroup, *, at: datetime) -> None:
    """Somebody sits down at a table; the first one there holds the pen."""
    require(can_choose_group(activity), _("Je kunt nu niet meer van groep wisselen."))
    require(group.activity_id == activity.pk, _("Kies een groep uit de lijst."))
    with transaction.atomic():
        Subgroup.objects.filter(pen=participant).exclude(pk=group.pk).update(pen=None)
        Participant.objects.filter(pk=participant.pk).update(subgroup=group, seen_at=at)
        Subgroup.objects.filter(pk=group.pk, pen__isnull=True).update(pen=participant)
        step_on(activity)


def take_pen(activity: Activity, participant: Participant, *, at: datetime) -> None:
    """This device writes for its group from now on; whoever wrote before follows along."""
    require(activity.unit == VotingUnit.GROUP, _("Hier geeft ieder voor zich antwoord."))
    group = participant.subgroup
    if group is None:
        raise Refusal(str(_("Kies eerst een groep.")))
    with transaction.atomic():
        Subgroup.objects.filter(pk=group.pk).update(pen=participant)
        step_on(activity)


def name_group(activity: Activity, group: Subgroup, name: str, *, by: Actor, at: datetime) -> None:
    """A name in place of a number."""
    require(may_lead(by, activity), _("Dit kan alleen wie deze bijeenkomst leidt."))
    with transaction.atomic():
        group.name = name.strip()[:80]
        group.save(update_fields=["name"])
        step_on(activity)


def seat(participant: Participant) -> None:
    """Who comes late sits down in the smallest group; without groups nobody does."""
    groups = Subgroup.objects.filter(activity=participant.activity_id).annotate(size=Count("participants"))
    smallest = groups.order_by("size", "number").first()
    if smallest is None:
        return
    participant.subgroup = smallest
    participant.save(update_fields=["subgroup"])
    Subgroup.objects.filter(pk=smallest.pk, pen__isnull=True).update(pen=participant)


def _may_group(activity: Activity, number: int, by: Actor) -> None:
    require(may_lead(by, activity), _("Dit kan alleen wie deze bijeenkomst leidt."))
    require(0 < number <= MOST_GROUPS, HOW_MANY, field="number")


def _ensure(activity: Activity, number: int) -> list[Subgroup]:
    """Exactly so many groups; one with a contribution of its own never goes."""
    spoke = set(Contribution.objects.filter(activity=activity).values_list("subgroup", flat=True))
    for group in Subgroup.objects.filter(activity=activity, number__gt=number):
        require(group.pk not in spoke, _("Groep %(number)s heeft al iets ingeleverd.") % {"number": group.number})
        group.delete()
    there = set(Subgroup.objects.filter(activity=activity).values_list("number", flat=True))
    missing = [one for one in range(1, number + 1) if one not in there]
    Subgroup.objects.bulk_create(Subgroup(activity=activity, number=one) for one in missing)
    return list(Subgroup.objects.filter(activity=activity))


def _seats(
    activity: Activity, people: list[Participant], number: int, chance: random.Random
) -> list[list[Participant]]:
    if activity.grouping != SubgroupWay.MIXED:
        return by_lot(people, number, chance)
    origin = {one: (one.sector, str(one.partnership_id or "")) for one in people}
    return mixed(people, origin, number, chance)
