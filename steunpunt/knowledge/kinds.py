"""What belongs to each kind of knowledge item, beside what every item has: plain declarations, no Django models."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Detail:
    """A field that belongs to one kind: its key in `details`, its question, and how it is typed."""

    key: str
    label: Any
    help: Any = ""
    long: bool = False
    is_number: bool = False
    is_link: bool = False
    required: bool = False


DETAILS: dict[str, tuple[Detail, ...]] = {
    "learning_task": (
        Detail("goal", _("Wat leert de student ervan?"), long=True, required=True),
        Detail("for_role", _("Voor wie is de taak?"), _("Bijvoorbeeld: tweedejaars pabo, zij-instromer.")),
        Detail("time", _("Hoeveel tijd kost het?"), _("Bijvoorbeeld: drie weken, twee uur per week.")),
        Detail("setting", _("Waar gebeurt het?"), _("Bijvoorbeeld: in de eigen klas, in het leerteam.")),
        Detail("assessment", _("Hoe zie je dat het gelukt is?"), long=True),
    ),
    "instrument": (
        Detail("purpose", _("Waarvoor is het?"), long=True, required=True),
        Detail("users", _("Wie gebruikt het?")),
        Detail("duration", _("Hoe lang duurt het?")),
    ),
    "research_result": (
        Detail("question", _("Wat wilden jullie weten?"), long=True, required=True),
        Detail("method", _("Hoe is het onderzocht?"), long=True),
        Detail("source", _("Waar staat het hele onderzoek?")),
    ),
    "webinar": (Detail("duration_minutes", _("Hoeveel minuten duurt het?"), is_number=True),),
}


def details_of(kind: str) -> tuple[Detail, ...]:
    """The fields of a kind; none for kinds that have nothing of their own."""
    return DETAILS.get(kind, ())
