"""Contributions to try kinds with, and what must hold for every kind whatever was brought in."""

import json
from collections.abc import Iterable, Sequence
from itertools import islice, permutations
from typing import Any

from django.template.loader import render_to_string

from steunpunt.activities.kind import ActivityKind, Content, Contributed, Settings

PARTS = ("standing", "poster", "report")


def contributed(contents: Iterable[Content], **said: Any) -> list[Contributed]:
    """One voter for each content."""
    return [Contributed(voter=f"v{number}", content=content, **said) for number, content in enumerate(contents, 1)]


def page(kind: ActivityKind, part: str, settings: Settings, given: Sequence[Contributed]) -> str:
    """A part of the screens, as the engine renders it."""
    standing = kind.tally(settings, given)
    context = {"standing": standing, "findings": kind.findings(standing), "settings": settings}
    return render_to_string(kind.template(part), context)


def words_of(content: Any) -> set[str]:
    """Every text in a content, at any depth, without the names of its fields."""
    if isinstance(content, str):
        return {content} - {""}
    inside: Iterable[Any] = content.values() if isinstance(content, dict) else content
    return set().union(*map(words_of, inside)) if isinstance(content, dict | list | tuple) else set()


def check_example(kind: ActivityKind) -> None:
    """The example gives one standing in any order, renders everywhere, is exported, and fits into JSON."""
    settings, given = kind.example.settings, contributed(kind.example.contents)
    standing = kind.tally(settings, given)
    assert all(kind.tally(settings, [*order]) == standing for order in islice(permutations(given), 200))
    for voices in (given, []):
        assert all(page(kind, part, settings, voices).strip() for part in PARTS)
    table = kind.export(settings, given)
    assert table.rows
    assert all(len(row) == len(table.columns) for row in table.rows)
    assert kind.export(settings, []).rows == ()
    json.dumps([settings, *kind.example.contents])


def check_forms(kind: ActivityKind) -> None:
    """The settings that the form offers are accepted as they are and come back the same."""
    shown = kind.settings_form(None, initial={})
    settings_form = kind.settings_form(typed(shown), initial={})
    assert settings_form.is_valid(), settings_form.errors
    settings = settings_form.to_settings()  # type: ignore[attr-defined]
    json.dumps(settings)
    again = kind.settings_form(typed(kind.settings_form(None, initial=settings)), initial=settings)
    assert again.is_valid(), again.errors
    assert again.to_settings() == settings  # type: ignore[attr-defined]


def check_contents(kind: ActivityKind) -> None:
    """What was handed in stands in the form again, and handed in once more it is the same."""
    settings = kind.example.settings
    for content in kind.example.contents:
        shown = kind.contribution_form(None, settings=settings, initial=content)
        again = kind.contribution_form(typed(shown), settings=settings, initial=content)
        assert again.is_valid(), again.errors
        assert again.to_content() == content  # type: ignore[attr-defined]
        assert render_to_string(kind.template("contribute"), {"form": shown}).strip()
    refused = kind.contribution_form(kind.example.refused, settings=settings)
    assert not refused.is_valid()
    assert "form-errors" in render_to_string(kind.template("contribute"), {"form": refused})


def typed(form: Any) -> dict[str, Any]:
    """What a browser sends when somebody changes nothing."""
    values = {name: form[name].value() for name in form.fields}
    return {form.add_prefix(name): value for name, value in values.items() if value not in (None, False)}
