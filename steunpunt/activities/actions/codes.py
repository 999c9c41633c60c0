"""Giving a code, ending it, and counting wrong ones."""

from datetime import datetime, timedelta

from django.db import connection, transaction
from django.utils.translation import gettext_lazy as _

from steunpunt.activities.models import Activity, CodeTry
from steunpunt.activities.queries.codes import LIVES, hour_of, new_code, origin_of
from steunpunt.activities.queries.live import forget
from steunpunt.activities.rules.leading import may_lead
from steunpunt.activities.rules.phases import can_be_joined
from steunpunt.foundation.access import Actor, require

from .noting import locked, note, stepped

COUNT = """
INSERT INTO {table} (hour, origin, count) VALUES (%s, %s, 1), (%s, '', 1)
ON CONFLICT (hour, origin) DO UPDATE SET count = {table}.count + 1
"""


def free_code() -> str:
    """One that no activity carries."""
    code = new_code()
    while Activity.objects.filter(code=code).exists():
        code = new_code()
    return code


def give_code(activity: Activity, *, by: Actor, at: datetime) -> str:
    """From now on people can join; a code that still lives stays."""
    require(may_lead(by, activity), _("Dit kan alleen wie deze bijeenkomst leidt."))
    with transaction.atomic():
        held = locked(activity)
        if not can_be_joined(held, at):
            held.code, held.code_until = free_code(), at + LIVES
            stepped(held, "code", "code_until")
            note(held, "activity-code-given", _("Deelnemers kunnen meedoen met een code."), by=by, at=at)
    activity.code, activity.code_until, activity.step = held.code, held.code_until, held.step
    return held.code


def end_joining(activity: Activity, *, by: Actor, at: datetime) -> None:
    """The code is over: phones and big screen stop, what was brought stays."""
    require(may_lead(by, activity), _("Dit kan alleen wie deze bijeenkomst leidt."))
    with transaction.atomic():
        held = locked(activity)
        forget(held.code)
        held.code, held.code_until = "", None
        stepped(held, "code", "code_until")
        note(held, "activity-ended", _("Afgesloten: de code werkt niet meer."), by=by, at=at)


def note_wrong_code(address: str, *, at: datetime) -> None:
    """Count a wrong code, for this address and for all together, in one statement that never loses a count."""
    hour = hour_of(at)
    with connection.cursor() as cursor:
        cursor.execute(COUNT.format(table=CodeTry._meta.db_table), [hour, origin_of(address, at), hour])
    if CodeTry.objects.filter(hour__lt=hour - timedelta(hours=1)).exists():
        CodeTry.objects.filter(hour__lt=hour - timedelta(hours=1)).delete()
