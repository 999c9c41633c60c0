"""The day a page looks at, and how its links keep that day."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from steunpunt.foundation.access.requests import Request
from steunpunt.foundation.periods.asof import PARAMETER, date_asked
from steunpunt.network.queries.register_state import register_begins_on


def asof_context(request: Request) -> dict[str, Any]:
    """The day, whether it was asked, what links must carry, and a remark when the day was not understood."""
    day, is_explicit = date_asked(request)
    written = request.GET.get(PARAMETER, "")
    begin = register_begins_on()
    return {
        "day": day,
        "is_explicit_day": is_explicit,
        "day_query": f"?{PARAMETER}={day.isoformat()}" if is_explicit else "",
        "day_remark": _not_understood(written) if written and written != day.isoformat() else "",
        "before_register": begin if begin and day < begin else None,
    }


def day_of(context: dict[str, Any]) -> date:
    day: date = context["day"]
    return day


def _not_understood(written: str) -> str:
    sentence = _("De datum “%(value)s” lukt niet. Je ziet vandaag. Schrijf een datum zo: 2026-08-01.")
    return sentence % {"value": written[:60]}
