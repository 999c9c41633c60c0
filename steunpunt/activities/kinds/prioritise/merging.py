"""Merging cards by hand, as a mapping in the settings that can be undone: the contributions themselves never change."""

from typing import Any

from steunpunt.activities.kind import Settings


def with_merged(settings: Settings, card: str, into: str) -> dict[str, Any]:
    """The settings in which one card counts as another."""
    return {**settings, "merged": {**(settings.get("merged") or {}), card: into}}


def without_merged(settings: Settings, card: str) -> dict[str, Any]:
    """The settings in which that card stands by itself again."""
    merged = settings.get("merged") or {}
    return {**settings, "merged": {start: end for start, end in merged.items() if start != card}}
