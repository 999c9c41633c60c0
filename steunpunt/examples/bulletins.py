"""Fills the stream of the example: senders, somebody who posts for one, and bulletins that two of them doubled."""

import tomllib
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from django.utils.timezone import localdate

from steunpunt import knowledge
from steunpunt.foundation.access import Actor
from steunpunt.foundation.accounts.models import User
from steunpunt.knowledge.actions.bulletins import post_new
from steunpunt.knowledge.actions.senders import add_sender, allow
from steunpunt.knowledge.models import Bulletin, Sender
from steunpunt.network.models import Role, Theme

BULLETINS = Path(knowledge.__file__).parent / "data" / "bulletins.toml"
POSTS, FOR = "afzender@example.nl", "VO-raad"
FIRST_POSTED, BETWEEN = timedelta(days=18), timedelta(hours=22)
"""The oldest was posted when the example world had grown; one followed almost every day."""


def build_bulletins(*, by: Actor, at: datetime) -> int:
    """Post what is not there yet, what took effect first before what came later; how many were posted."""
    shipped = tomllib.loads(BULLETINS.read_text())
    senders = {row["name"]: _sender(row, by=by, at=at - FIRST_POSTED) for row in shipped["sender"]}
    _let_somebody_post(senders[FOR], by=by, at=at - FIRST_POSTED)
    known = set(Bulletin.objects.values_list("title", flat=True))
    fresh = [row for row in shipped["bulletin"] if row["title"] not in known]
    for order, row in enumerate(sorted(fresh, key=lambda row: _day(row, localdate(at)))):
        _post(row, senders[row["sender"]], by=by, at=at - FIRST_POSTED + order * BETWEEN)
    return len(fresh)


def _sender(row: dict[str, Any], *, by: Actor, at: datetime) -> Sender:
    known = Sender.objects.filter(name=row["name"]).first()
    if known is not None:
        return known
    sender = add_sender({"name": row["name"], "website": row.get("website", "")}, by=by, at=at)
    Sender.objects.filter(pk=sender.pk).update(is_example=True)
    return sender


def _let_somebody_post(sender: Sender, *, by: Actor, at: datetime) -> None:
    account = User.objects.filter(email=POSTS).first()
    if account is not None and not sender.allowances.filter(account=account).exists():
        allow(sender, account, localdate(at), by=by, at=at)


def _post(row: dict[str, Any], sender: Sender, *, by: Actor, at: datetime) -> None:
    facts = {
        "sender": sender,
        "title": row["title"],
        "text": row["text"].strip(),
        "sectors": row["sectors"],
        "roles": list(Role.objects.filter(code__in=row["roles"])),
        "themes": list(Theme.objects.filter(slug__in=row["themes"])),
        "effective_on": _day(row, localdate(at + FIRST_POSTED)),
        "source": row["source"],
        "source_link": row.get("source_link", ""),
    }
    bulletin = post_new(facts, by=by, at=at)
    Bulletin.objects.filter(pk=bulletin.pk).update(is_example=True)


def _day(row: dict[str, Any], today: date) -> date:
    """The day that the source names, or the next time that this day of the year comes."""
    if "effective_on" in row:
        day: date = row["effective_on"]
        return day
    month, number = map(int, row["each_year"].split("-"))
    this_year = date(today.year, month, number)
    return this_year if this_year > today else date(today.year + 1, month, number)
