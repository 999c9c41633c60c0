"""The style page: every token and component, as it is, in one place."""

from pathlib import Path
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from steunpunt.foundation.ui import icons
from steunpunt.foundation.ui.components import COMPONENTS, Component
from steunpunt.foundation.ui.contrast import CONTROL, TEXT, measure, themes
from steunpunt.foundation.ui.samples import sample_context

EXAMPLES = Path(__file__).parent / "templates" / "ui" / "style"


@require_safe
def style(request: HttpRequest) -> HttpResponse:
    """Shows the design system to whoever builds on it."""
    palette, light, dark = themes(), measure("light"), measure("dark")
    context = sample_context() | {
        "components": [_shown(component) for component in COMPONENTS.values()],
        "colours": [(name, value, palette["dark"][name]) for name, value in palette["light"].items()],
        "contrasts": list(zip(light, dark, strict=True)),
        "weakest": {
            "text": min(pair.ratio for pair in light + dark if pair.asked == TEXT),
            "shape": min(pair.ratio for pair in light + dark if pair.asked == CONTROL),
        },
        "icon_names": icons.NAMES,
    }
    return render(request, "ui/style.html", context)


def _shown(component: Component) -> dict[str, Any]:
    """A component with its example, as template and as text."""
    source = (EXAMPLES / f"{component.name}.html").read_text(encoding="utf-8")
    return {
        "name": component.name,
        "required": component.required,
        "optional": [(name, component.choices.get(name, ()), default) for name, default in component.optional.items()],
        "template": f"ui/style/{component.name}.html",
        "source": source.partition("\n")[2].strip(),
    }
