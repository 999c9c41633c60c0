"""Handing in: one statement per voter, safe to repeat; typing over from paper; taking words away."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection, transaction
from django.utils.translation import gettext_lazy as _

from steunpunt.activities.kind import kind_of
from steunpunt.activities.models import Activity, Contribution, Participant, Phase, Subgroup, VotingUnit
from steunpunt.activities.queries.devices import handed_in_by
from steunpunt.activities.rules.leading import may_lead
from steunpunt.activities.rules.phases import can_type_over
from steunpunt.foundation.access import Actor, Refusal, require
from steunpunt.foundation.references import new_public_id

from .noting import locked, note, step_on

CLOSED = _("De werkvorm is gesloten. Wat je schreef staat hier nog; inleveren kan niet meer.")
NOT_JOINED = _("Dit toestel doet niet meer mee. Vul de code opnieuw in; wat je schreef blijft staan.")
NO_PEN = _("Iemand anders in jouw groep schrijft nu. Neem de pen over en lever opnieuw in.")
NEWER = _("Er is intussen iets nieuwers ingeleverd. Kijk het na; lever je opnieuw in, dan telt dit.")
ALREADY_BY_PHONE = _("Deze groep heeft al met een telefoon ingeleverd.")

HAND_IN = """
INSERT INTO {contribution} (public_id, activity_id, participant_id, subgroup_id, content, version, people,
                            from_paper, sent_key, made_at, changed_at)
SELECT %(public_id)s, a.id, {voter}, %(content)s::jsonb, %(version)s, {people}, false, %(key)s, %(at)s, %(at)s
  FROM {activity} a JOIN {participant} p ON p.activity_id = a.id {seat}
 WHERE a.id = %(activity)s AND p.id = %(participant)s AND a.phase = 'open'
ON CONFLICT {once} DO UPDATE
   SET content = EXCLUDED.content, version = EXCLUDED.version, people = EXCLUDED.people, from_paper = false,
       sent_key = EXCLUDED.sent_key, changed_at = EXCLUDED.changed_at
 WHERE {contribution}.sent_key < EXCLUDED.sent_key
RETURNING id
"""
AS_PERSON = {
    "voter": "p.id, NULL",
    "people": "1",
    "seat": "",
    "once": "(activity_id, participant_id) WHERE participant_id IS NOT NULL AND subgroup_id IS NULL",
}
AS_GROUP = {
    "voter": "NULL, g.id",
    "people": "(SELECT count(*) FROM {participant} s WHERE s.subgroup_id = g.id)",
    "seat": "JOIN {subgroup} g ON g.id = p.subgroup_id AND g.pen_id = p.id",
    "once": "(activity_id, subgroup_id) WHERE subgroup_id IS NOT NULL",
}


def contribute(
    activity: Activity, participant: Participant, content: Mapping[str, Any], *, sent_key: str, at: datetime
) -> None:
    """Keep what this voter hands in, in the place of what was there.

    `sent_key` begins with the clock of the server at the press on the button: the same one once more changes
    nothing, an older one that comes late is refused.
    """
    as_group = activity.unit == VotingUnit.GROUP
    key = sent_key[:40]
    given: dict[str, Any] = {
        "public_id": new_public_id(),
        "content": json.dumps(without_nul(content), cls=DjangoJSONEncoder),
        "version": kind_of(activity.kind).version,
        "key": key,
        "at": at,
        "activity": activity.pk,
        "participant": participant.pk,
    }
    with connection.cursor() as cursor:
        cursor.execute(_statement(as_group=as_group), given)
        is_kept = cursor.fetchone() is not None
    if not is_kept:
        _say_why_not(activity, participant, key, as_group=as_group)
    elif as_group:
        step_on(activity)


def type_over_from_paper(
    activity: Activity,
    content: Mapping[str, Any],
    *,
    group: Subgroup | None = None,
    people: int = 1,
    sent_key: str,
    by: Actor,
    at: datetime,
) -> Contribution:
    """What somebody wrote on paper, typed by who leads; of a group once, of others as many sheets as there are."""
    require(may_lead(by, activity), _("Dit kan alleen wie deze bijeenkomst leidt."))
    with transaction.atomic():
        held = locked(activity)
        require(can_type_over(held), _("Open de werkvorm eerst opnieuw; daarna kun je papier overtypen."))
        as_group = held.unit == VotingUnit.GROUP
        require(group is not None or not as_group, _("Kies van welke groep dit is."), field="group")
        seat = group if as_group else None
        before = _typed_before(held, seat, sent_key)
        if before is not None and before.sent_key == sent_key:
            return before
        one = before or Contribution(activity=held, subgroup=seat, made_at=at, from_paper=True)
        one.content, one.version, one.people = without_nul(content), kind_of(held.kind).version, people
        one.sent_key, one.changed_at = sent_key[:40], at
        one.save()
        step_on(held)
    return one


def erase_words(activity: Activity, contribution: Contribution, *, by: Actor, at: datetime) -> None:
    """Whatever somebody typed goes; what counts in the standing stays."""
    require(may_lead(by, activity), _("Dit kan alleen wie deze bijeenkomst leidt."))
    kind = kind_of(activity.kind)
    with transaction.atomic():
        held = Contribution.objects.select_for_update().get(pk=contribution.pk)
        held.content = dict(kind.erased(kind.upgrade(held.content, held.version)))
        held.version, held.changed_at = kind.version, at
        held.save(update_fields=["content", "version", "changed_at"])
        note(activity, "activity-words-erased", _("Woorden gewist uit een inbreng."), by=by, at=at)
        step_on(activity)


def without_nul(value: Any) -> Any:
    """PostgreSQL keeps every character but this one."""
    if isinstance(value, str):
        return value.replace("\x00", "")
    if isinstance(value, Mapping):
        return {without_nul(key): without_nul(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [without_nul(one) for one in value]
    return value


def _statement(*, as_group: bool) -> str:
    models = {"contribution": Contribution, "activity": Activity, "participant": Participant, "subgroup": Subgroup}
    tables = {name: f'"{model._meta.db_table}"' for name, model in models.items()}
    parts = {name: part.format(**tables) for name, part in (AS_GROUP if as_group else AS_PERSON).items()}
    return HAND_IN.format(**tables, **parts)


def _say_why_not(activity: Activity, participant: Participant, key: str, *, as_group: bool) -> None:
    """Nothing was written: because it was there already, or for a reason that the person should know."""
    held = Participant.objects.filter(pk=participant.pk, activity=activity).select_related("subgroup__pen").first()
    if held is None:
        raise Refusal(str(NOT_JOINED))
    there = handed_in_by(held, as_group=as_group)
    if there is not None and there.sent_key == key:
        return
    require(Activity.objects.filter(pk=activity.pk, phase=Phase.OPEN).exists(), CLOSED)
    require(not as_group or held.subgroup is not None, _("Kies eerst een groep."))
    require(not as_group or (held.subgroup is not None and held.subgroup.pen_id == held.pk), NO_PEN)
    raise Refusal(str(NEWER))


def _typed_before(held: Activity, group: Subgroup | None, key: str) -> Contribution | None:
    """The same sheet sent twice, or an earlier typing of the same group."""
    rows = Contribution.objects.filter(activity=held)
    if group is None:
        return rows.filter(from_paper=True, sent_key=key).first()
    there = rows.filter(subgroup=group).first()
    require(there is None or there.from_paper, ALREADY_BY_PHONE, field="group")
    return there
