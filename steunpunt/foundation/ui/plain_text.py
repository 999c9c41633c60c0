"""Typed text as paragraphs and lists: an empty line begins a paragraph, a dash a line of a list; no other mark-up."""

import re

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

BULLETS = ("- ", "• ", "* ")


def plain_text(text: str) -> SafeString:
    """Safe HTML; whatever looks like mark-up is shown as it was typed."""
    blocks = re.split(r"\n\s*\n", text.replace("\r\n", "\n").strip())
    return mark_safe("".join(_block(block) for block in blocks if block.strip()))  # noqa: S308 - every part is escaped


def _block(block: str) -> str:
    """A paragraph, a list, or a paragraph that leads into a list."""
    lines = [line.strip() for line in block.split("\n") if line.strip()]
    first = next((i for i, line in enumerate(lines) if line.startswith(BULLETS)), len(lines))
    before, points = lines[:first], lines[first:]
    paragraph = format_html("<p>{}</p>", _lines(before)) if before else ""
    if not points:
        return paragraph
    items = format_html_join("", "<li>{}</li>", ((point,) for point in _points(points)))
    return paragraph + format_html("<ul>{}</ul>", items)


def _lines(lines: list[str]) -> SafeString:
    return format_html_join(mark_safe("<br>"), "{}", ((line,) for line in lines))


def _points(lines: list[str]) -> list[str]:
    """The points of a list; a line without a dash goes on with the point before it."""
    points: list[str] = []
    for line in lines:
        if line.startswith(BULLETS) or not points:
            points.append(line.lstrip("-•* "))
        else:
            points[-1] += " " + line
    return points
