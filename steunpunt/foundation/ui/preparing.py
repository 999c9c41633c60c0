"""What some components work out from their attributes just before they render."""

from typing import Any
from urllib.parse import parse_qsl, urlencode

from django.core.paginator import Page
from django.http import QueryDict
from django.utils.functional import Promise

Values = dict[str, Any]

_ALERT_ICONS = {"info": "info", "success": "check", "warning": "warning", "error": "error", "finding": "thread"}
_CHECKED_ALONE = frozenset({"checkbox"})


def alert(values: Values) -> Values:
    """An alert shows its kind by its icon as well as by its colour."""
    values["icon"] = _ALERT_ICONS[values["kind"]]
    return values


def field(values: Values) -> Values:
    """A form field: how it is laid out depends on its widget."""
    bound = values["field"]
    widget = bound.field.widget
    values["label"] = values["label"] or bound.label
    values["help"] = values["help"] or bound.help_text
    values["layout"] = _layout(bound, widget)
    values["is_optional"] = not bound.field.required and values["layout"] != "check"
    values["needed_for"] = getattr(bound.field, "needed_for", "")
    return values


def _layout(bound: Any, widget: Any) -> str:
    if bound.use_fieldset:
        return "group"
    if getattr(widget, "input_type", "") in _CHECKED_ALONE:
        return "check"
    return "plain"


def form_errors(values: Values) -> Values:
    """All that is wrong in a form, in the order of its fields; errors of hidden fields join the general ones."""
    form = values["form"]
    if not form.is_bound or not form.errors:
        return values | {"general": (), "rows": ()}
    general = [*form.non_field_errors(), *(error for hidden in form.hidden_fields() for error in hidden.errors)]
    rows = [(_anchor(bound), bound.label, error) for bound in form.visible_fields() for error in bound.errors]
    return values | {"general": general, "rows": rows}


def _anchor(bound: Any) -> str:
    """The id that the summary jumps to: for a group its first choice, which can take the focus."""
    return bound.id_for_label or (f"{bound.auto_id}_0" if bound.use_fieldset else bound.auto_id)


def pagination(values: Values) -> Values:
    """The addresses of the pages around this one; the rest of the query stays as it is."""
    page: Page = values["page"]
    name, pairs = values["name"], _pairs(values["query"])
    rest = urlencode([pair for pair in pairs if pair[0] != name])

    def address(number: int) -> str:
        own = urlencode({name: number})
        return f"?{rest}&{own}" if rest else f"?{own}"

    paginator = page.paginator
    shown = paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    values["pages"] = [
        (number, address(number) if isinstance(number, int) else "", number == page.number) for number in shown
    ]
    values["previous_url"] = address(page.previous_page_number()) if page.has_previous() else ""
    values["next_url"] = address(page.next_page_number()) if page.has_next() else ""
    return values


def _pairs(query: QueryDict | str | Promise) -> list[tuple[str, str]]:
    if isinstance(query, QueryDict):
        return [(key, value) for key, many in query.lists() for value in many]
    return parse_qsl(str(query).lstrip("?"), keep_blank_values=True)
