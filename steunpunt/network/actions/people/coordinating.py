"""What happens when nobody can manage a partnership any more, and when somebody can again."""

from datetime import date, datetime, timedelta

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from steunpunt.foundation.access import Actor
from steunpunt.foundation.worklist.actions import accept_item, open_item
from steunpunt.foundation.worklist.models import WorkItem
from steunpunt.foundation.worklist.queries import open_items, waits_for, was_decided_since
from steunpunt.network.models import Affiliation, Partnership
from steunpunt.network.queries.joining import partnership_of
from steunpunt.network.queries.people import is_managed, partnership_name, unmanaged_partnerships

NO_COORDINATOR = "geen-coordinator"
SYSTEM = "geheugensteun"
ASK_AGAIN = timedelta(days=90)
"""Staff who took over look for a coordinator; so long they are left in peace."""


def notice_missing_coordinators(*, at: datetime) -> int:
    """Ask staff to take over where the last coordinator's period ran out by itself; how many. What is solved closes."""
    system, today, count = Actor.for_system(SYSTEM), timezone.localdate(at), 0
    for item in open_items(system).filter(kind=NO_COORDINATOR):
        _close_if_managed(item, partnership_of(item), at=at)
    for partnership in unmanaged_partnerships(today):
        if was_decided_since(NO_COORDINATOR, partnership.reference, at - ASK_AGAIN):
            continue
        count += _ask_staff(partnership, today, by=system, at=at)
    return count


def ask_if_unmanaged(affiliation: Affiliation, on: date, *, by: Actor, at: datetime) -> None:
    """This role no longer holds from that day: when nobody can manage the partnership then, staff are asked."""
    partnership = affiliation.partnership
    if partnership is None or not affiliation.role.manages_partnership:
        return
    if not is_managed(partnership, max(on, timezone.localdate(at))):
        _ask_staff(partnership, on, by=by, at=at)


def close_if_managed(partnership: Partnership, *, at: datetime) -> None:
    """The question to take over needs no answer any more once somebody can manage the partnership."""
    system = Actor.for_system(SYSTEM)
    for item in open_items(system).filter(kind=NO_COORDINATOR, subject=partnership.reference):
        _close_if_managed(item, partnership, at=at)


def _close_if_managed(item: WorkItem, partnership: Partnership | None, *, at: datetime) -> None:
    day = max(date.fromisoformat(item.data["from"]), timezone.localdate(at))
    if partnership is not None and is_managed(partnership, day):
        accept_item(item, by=Actor.for_system(SYSTEM), at=at, answer=_("Er is weer een coördinator."))


def _ask_staff(partnership: Partnership, on: date, *, by: Actor, at: datetime) -> bool:
    if waits_for(NO_COORDINATOR, partnership.reference):
        return False
    words = {"name": partnership_name(partnership, on), "day": date_format(on, "j F Y")}
    title = _("%(name)s heeft vanaf %(day)s geen coördinator: het steunpunt neemt over") % words
    data = {"partnership": partnership.public_id, "from": on}
    open_item(kind=NO_COORDINATOR, subject=partnership.reference, title=title, data=data, by=by, at=at)
    return True
