"""How a row reads in the ledger: Dutch field names with values that a person understands."""

from datetime import date
from typing import Any

from django.db.models import Manager, Model
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from steunpunt.network.models import Organisation, Partnership
from steunpunt.network.queries.labels import field_label
from steunpunt.network.queries.people import organisation_name, partnership_name


def told(row: Model, *names: str) -> dict[str, object]:
    """Dutch name of each field → its value in words."""
    return {field_label(row, name): readable(row, name) for name in names}


def readable(row: Model, name: str) -> object:
    value: Any = getattr(row, name)
    if isinstance(value, bool):
        return _("ja") if value else _("nee")
    if isinstance(value, date):
        return date_format(value, "j F Y")
    if isinstance(value, list):
        return ", ".join(str(part) for part in value)
    if isinstance(value, Manager):
        return ", ".join(str(one) for one in value.all())
    if isinstance(value, Organisation):
        return name_of(value)
    display = getattr(row, f"get_{name}_display", None)
    if display:
        return str(display())
    return value if value is None or isinstance(value, int | float) else str(value)


def name_of(thing: Organisation | Partnership, on: date = date.max) -> str:
    """The name on that day, or else the latest one that we know."""
    if isinstance(thing, Partnership):
        return partnership_name(thing, on)
    return organisation_name(thing, on)


def since(day: date | None) -> str:
    """ "vanaf 1 augustus 2027", or that nobody knows."""
    if day is None:
        return _("begin onbekend")
    return _("vanaf %(day)s") % {"day": in_words(day)}


def in_words(day: date) -> str:
    return date_format(day, "j F Y")
