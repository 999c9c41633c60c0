"""What settings forms of kinds share: a list typed line by line, whose things keep their id when somebody rewords them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

LONGEST_TITLE, LONGEST_TEXT = 80, 300
TOO_LONG = _lazy("Houd het bij %(limit_value)s tekens; dit zijn er %(show_value)s.")
Line = tuple[str, str]
"""The title and what stands behind its colon."""


class LinesField(forms.CharField):
    """A line for each thing: `titel` or `titel: uitleg`. Empty lines do not count, the same title twice is refused."""

    def __init__(self, *, least: int = 1, most: int = 8, rows: int = 6, **kwargs: Any) -> None:
        self.least, self.most = least, most
        widget = forms.Textarea(attrs={"rows": rows})
        errors = {"required": _lazy("Schrijf minstens één regel."), "max_length": TOO_LONG}
        super().__init__(
            **{"error_messages": errors, "widget": widget, "max_length": 6000, "required": least > 0, **kwargs}
        )

    def clean(self, value: Any) -> list[Line]:  # type: ignore[override]
        lines = [_line(typed) for typed in super().clean(value).splitlines() if typed.strip()]
        self._check_number(len(lines))
        for number, line in enumerate(lines, start=1):
            _check_line(number, line)
        _check_twice(lines)
        return lines

    def _check_number(self, count: int) -> None:
        if count > self.most:
            raise ValidationError(
                _("Er is plaats voor %(most)s regels; dit zijn er %(count)s.") % {"most": self.most, "count": count}
            )
        if count < self.least:
            raise ValidationError(
                _("Schrijf minstens %(least)s regels; dit zijn er %(count)s.") % {"least": self.least, "count": count}
            )


def as_lines(things: Iterable[Mapping[str, Any]]) -> str:
    """The other way round, for a form that shows what is there."""
    return "\n".join(f"{one['title']}: {one['text']}" if one.get("text") else one["title"] for one in things)


def with_ids(lines: Sequence[Line], before: Sequence[Mapping[str, Any]], letter: str) -> list[dict[str, str]]:
    """The lines as things. The same title keeps its id; a reworded line takes over the id of the one that left."""
    kept = {one["title"]: one["id"] for one in before if one["title"] in {title for title, _text in lines}}
    left = [one["id"] for one in before if one["title"] not in kept]
    is_reworded = len(lines) == len(before)
    fresh = _fresh(letter, {one["id"] for one in before})
    things = []
    for title, text in lines:
        own = kept.get(title) or (left.pop(0) if is_reworded and left else next(fresh))
        things.append({"id": own, "title": title, "text": text})
    return things


def _fresh(letter: str, taken: set[str]) -> Iterator[str]:
    number = 0
    while True:
        number += 1
        if (own := f"{letter}{number}") not in taken:
            yield own


def _line(typed: str) -> Line:
    title, _colon, text = typed.partition(":")
    return " ".join(title.split()), " ".join(text.split())


def _check_line(number: int, line: Line) -> None:
    title, text = line
    if not title:
        raise ValidationError(_("Regel %(number)s begint zonder titel.") % {"number": number})
    if len(title) > LONGEST_TITLE:
        words = {"number": number, "most": LONGEST_TITLE}
        raise ValidationError(_("De titel in regel %(number)s is langer dan %(most)s tekens.") % words)
    if len(text) > LONGEST_TEXT:
        words = {"number": number, "most": LONGEST_TEXT}
        raise ValidationError(_("De uitleg in regel %(number)s is langer dan %(most)s tekens.") % words)


def _check_twice(lines: Sequence[Line]) -> None:
    seen: set[str] = set()
    for title, _text in lines:
        if title.casefold() in seen:
            raise ValidationError(_("‘%(title)s’ staat er twee keer.") % {"title": title})
        seen.add(title.casefold())
