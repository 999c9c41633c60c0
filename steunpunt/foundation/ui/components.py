"""The register of UI components: which there are, which attributes each takes, and what it works out before it renders."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from steunpunt.foundation.ui import preparing

Prepare = Callable[[dict[str, Any]], dict[str, Any]]


@dataclass(frozen=True)
class Component:
    """One component: `templates/ui/components/<name>.html` and the attributes that the tag lets through."""

    name: str
    required: tuple[str, ...] = ()
    optional: Mapping[str, Any] = field(default_factory=dict)
    choices: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)
    is_block: bool = False
    prepare: Prepare | None = None

    @property
    def template_name(self) -> str:
        return f"ui/components/{self.name}.html"

    @property
    def attributes(self) -> frozenset[str]:
        return frozenset(self.required) | frozenset(self.optional)


HEADINGS = (2, 3, 4)
BUTTON_KINDS = ("primary", "secondary", "quiet", "danger", "main")
TAG_KINDS = ("quiet", "sector", "status", "attention", "example", "success", "core", "shell")
ALERT_KINDS = ("info", "success", "warning", "error", "finding")

_ALL = (
    Component(
        "button",
        required=("label",),
        optional={
            "url": "",
            "kind": "primary",
            "type": "submit",
            "name": "",
            "value": "",
            "icon": "",
            "form": "",
            "confirm": "",
            "disabled": False,
        },
        choices={"kind": BUTTON_KINDS, "type": ("submit", "button", "reset")},
    ),
    Component("tag", required=("label",), optional={"kind": "quiet", "url": ""}, choices={"kind": TAG_KINDS}),
    Component(
        "card",
        optional={"title": "", "url": "", "heading": 3, "eyebrow": "", "kind": "plain"},
        choices={"heading": HEADINGS, "kind": ("plain", "dashed", "quiet")},
        is_block=True,
    ),
    Component(
        "panel",
        required=("title",),
        optional={"url": "", "label": "", "id": "", "heading": 2, "note": ""},
        choices={"heading": HEADINGS},
        is_block=True,
    ),
    Component(
        "alert",
        optional={"kind": "info", "title": "", "id": ""},
        choices={"kind": ALERT_KINDS},
        is_block=True,
        prepare=preparing.alert,
    ),
    Component("field", required=("field",), optional={"label": "", "help": ""}, prepare=preparing.field),
    Component("form_errors", required=("form",), prepare=preparing.form_errors),
    Component("breadcrumbs", required=("items",)),
    Component("pagination", required=("page",), optional={"query": "", "name": "pagina"}, prepare=preparing.pagination),
    Component("tabs", required=("items",), optional={"label": ""}),
    Component("facts", required=("items",), optional={"kind": "rows"}, choices={"kind": ("rows", "columns")}),
    Component("table", required=("caption",), optional={"hide_caption": False}, is_block=True),
    Component("timeline", required=("entries",), optional={"empty": ""}),
    Component("empty", required=("title",), optional={"text": "", "url": "", "label": ""}),
    Component("stat", required=("value", "label"), optional={"note": "", "url": ""}),
    Component(
        "search_box",
        required=("action",),
        optional={
            "value": "",
            "label": "",
            "placeholder": "",
            "name": "q",
            "button": "",
            "kind": "normal",
            "hidden": (),
        },
        choices={"kind": ("normal", "large")},
    ),
    Component("asof", required=("date",), optional={"explicit": False, "action": "", "hidden": (), "name": "op"}),
    Component("thread_steps", required=("items",), optional={"label": ""}),
    Component("map_legend"),
    Component("progress", required=("value", "label"), optional={"max": 100, "note": ""}),
    Component(
        "disclosure",
        required=("summary",),
        optional={"open": False, "kind": "plain"},
        choices={"kind": ("plain", "boxed")},
        is_block=True,
    ),
    Component("chips", required=("items",), optional={"clear_url": "", "label": ""}),
    Component("date_tile", required=("date",)),
    Component("source", required=("label",), optional={"url": "", "date": None, "licence": "", "text": ""}),
    Component("downloads", required=("items",), optional={"label": ""}),
)

COMPONENTS: dict[str, Component] = {component.name: component for component in _ALL}
