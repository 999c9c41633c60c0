"""Series of meetings: making one, and saying differently what it is about."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.access import Actor, require
from steunpunt.foundation.access.refusing import refused_with
from steunpunt.foundation.ledger.actions import record
from steunpunt.foundation.ledger.changes import field_changes
from steunpunt.foundation.references import new_public_id
from steunpunt.meetings.models import Series
from steunpunt.meetings.rules.meetings import may_change_series, may_plan_series
from steunpunt.network.actions.telling import told

from .noting import SENTENCES

NOT_AN_ORGANISER = _("Een reeks maken kan wie een partnerschap coördineert, en het steunpunt.")
NOT_YOURS = _("Dit kan alleen wie een bijeenkomst van deze reeks leidt, en het steunpunt.")
RESERVED = {"nieuw"}
FACTS = ("title", "summary")


def plan_series(facts: Mapping[str, Any], *, by: Actor, at: datetime) -> Series:
    """A series in which meetings can stand; `facts` needs a title."""
    require(may_plan_series(by), NOT_AN_ORGANISER)
    with transaction.atomic(), refused_with(SENTENCES):
        series = Series.objects.create(
            slug=_free_slug(facts["title"]), title=facts["title"], summary=facts.get("summary", "")
        )
        record(
            by=by, at=at, deed="series-planned", summary=_now("Begonnen aan een reeks."), subjects=[series.reference]
        )
    return series


def change_series(series: Series, facts: Mapping[str, Any], *, by: Actor, at: datetime) -> Series:
    """Say differently what it is called and what it is about."""
    require(may_change_series(by, series), NOT_YOURS)
    with transaction.atomic():
        held = Series.objects.select_for_update().get(pk=series.pk)
        before = told(held, *FACTS)
        for name in FACTS:
            setattr(held, name, facts.get(name, getattr(held, name)))
        held.save()
        changes = field_changes(before, told(held, *FACTS))
        subjects = [held.reference]
        if changes:
            summary = _now("Reeks gewijzigd.")
            record(by=by, at=at, deed="series-changed", summary=summary, subjects=subjects, changes=changes)
    return held


def _free_slug(title: str) -> str:
    """An address from the title that no other series has."""
    base = slugify(title)[:80].strip("-") or "reeks"
    taken = base in RESERVED or Series.objects.filter(slug=base).exists()
    return f"{base}-{new_public_id()}" if taken else base
