"""Whether an activity knows enough to begin, and with what a kind begins."""

from typing import Any

from steunpunt.activities.kind import kind_of
from steunpunt.activities.models import Activity


def first_settings(code: str) -> dict[str, Any]:
    """What the form of the kind itself proposes; nothing when somebody has to fill in something first."""
    form_class = kind_of(code).settings_form
    empty = form_class()
    proposed = {
        name: field.prepare_value(empty.get_initial_for_field(field, name)) for name, field in empty.fields.items()
    }
    given = form_class({name: value for name, value in proposed.items() if value is not None})
    return given.to_settings() if given.is_valid() else {}  # type: ignore[attr-defined, no-any-return]


def is_ready(activity: Activity) -> bool:
    """Whether the facilitator filled in what the kind cannot do without."""
    if activity.settings:
        return True
    return not any(field.required for field in kind_of(activity.kind).settings_form().fields.values())
