"""Rows and filter options as HTML: each row is rendered once per state of the network, options are put together in one go."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.template.loader import get_template
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from steunpunt.network.queries.directory import Facet, Option
from steunpunt.network.queries.directory.selection import Directory

MOST_KEPT = 20_000
TEMPLATES = {
    "partnerships": "network/directory/_partnership.html",
    "sites": "network/directory/_site.html",
    "institutions": "network/directory/_institution.html",
}


@dataclass(frozen=True, slots=True)
class Drawn:
    """A row as HTML, with what differs per question beside it."""

    mark: str
    html: SafeString
    km: float | None


def draw(
    directory: Directory[Any], shown: Iterable[tuple[Any, float | None]], kind: str, day_query: str
) -> list[Drawn]:
    """The rows of a list. The HTML stays with the directory, so it is as old as the directory is."""
    kept: dict[tuple[int, str, str], SafeString] = directory.kept
    if len(kept) > MOST_KEPT:
        kept.clear()
    found = []
    for row, km in shown:
        key = (directory.row_id(row), kind, day_query)
        html = kept.get(key)
        if html is None:
            html = kept[key] = mark_safe(get_template(TEMPLATES[kind]).render({"row": row, "day_query": day_query}))  # noqa: S308 - a template escapes
        found.append(Drawn(row.mark, html, km))
    return found


def menu(facet: Facet) -> SafeString:
    """The options of a select, those that are chosen already left out."""
    left = (one for one in facet.options if not one.is_chosen)
    drawn = (f'<option value="{_safe(one.value)}">{_safe(one.label)} ({one.count})</option>' for one in left)
    return mark_safe("".join(drawn))  # noqa: S308 - escaped just here


def checkboxes(facet: Facet, *, only_chosen: bool = False) -> SafeString:
    """A list of checkboxes with their counts; options that give nothing now stay in sight."""
    shown = facet.chosen if only_chosen else facet.options
    return mark_safe("".join(_checkbox(facet.name, one) for one in shown))  # noqa: S308 - escaped here


def _checkbox(name: str, option: Option) -> str:
    value = _safe(option.value)
    none = "" if option.count or option.is_chosen else ' class="facet__none"'
    checked = " checked" if option.is_chosen else ""
    return (
        f'<li{none}><label><input type="checkbox" name="{name}" value="{value}" id="f-{name}-{value}"{checked}>'
        f'<span>{_safe(option.label)}</span><span class="facet__count">{option.count}</span></label></li>'
    )


@lru_cache(maxsize=4096)
def _safe(text: str) -> str:
    return str(escape(text))
