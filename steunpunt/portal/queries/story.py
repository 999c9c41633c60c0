"""One story with its whole thread: a correction from proposal to change, when there is one."""

from dataclasses import dataclass
from typing import Any

from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from steunpunt.foundation.access import Actor
from steunpunt.foundation.ledger.models import LedgerEntry
from steunpunt.foundation.ledger.queries import history_of, latest_deeds
from steunpunt.foundation.thread.queries import Resolved, resolve

ACCEPTED = "correction-accepted"
FEW = 5


@dataclass(frozen=True)
class Story:
    """The steps of what became of one proposal."""

    record: Resolved
    steps: list[dict[str, Any]]


def latest_story(actor: Actor) -> Story | None:
    """The newest proposal that was taken over, about a record that the actor may see."""
    accepted = latest_deeds([ACCEPTED], limit=FEW)
    records = resolve([entry.subjects[0] for entry in accepted], actor)
    for entry in accepted:
        record = records.get(entry.subjects[0])
        if record and len(entry.subjects) > 1:
            return _told(record, entry)
    return None


def _told(record: Resolved, accepted: LedgerEntry) -> Story | None:
    opened = next((one for one in history_of(accepted.subjects[1]) if one.deed.endswith("-opened")), None)
    changed = next(
        (one for one in history_of(accepted.subjects[0]) if one.at == accepted.at and one.deed != ACCEPTED), None
    )
    if opened is None or changed is None:
        return None
    return Story(
        record,
        [
            _step(_("Voorgesteld"), _("door een bezoeker"), opened),
            _step(_("Bekeken"), _("door het steunpunt of de coördinator"), accepted),
            _step(_("Gewijzigd"), changed.summary, changed, url=record.url, state="current"),
        ],
    )


def _step(title: str, text: str, entry: LedgerEntry, *, url: str = "", state: str = "done") -> dict[str, Any]:
    when = date_format(localdate(entry.at), "j F Y")
    return {"title": title, "text": text, "when": when, "url": url, "state": state}
