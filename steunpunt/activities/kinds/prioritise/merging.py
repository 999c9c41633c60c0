"""Merging cards by hand, as a mapping in the settings that can be undone: the contributions themselves never change."""

from collections.abc import Mapping
from typing import Any

from steunpunt.activities.kind import Settings

from .ballots import cards_of, own_key

ARROW = ">"


def with_merged(settings: Settings, card: str, into: str) -> dict[str, Any]:
    """The settings in which one card counts as another."""
    return {**settings, "merged": {**(settings.get("merged") or {}), card: into}}


def without_merged(settings: Settings, card: str) -> dict[str, Any]:
    """The settings in which that card stands by itself again."""
    merged = settings.get("merged") or {}
    return {**settings, "merged": {start: end for start, end in merged.items() if start != card}}


def as_lines(settings: Settings) -> str:
    """`eigen kaart > kaart` for each merge; the titles of own cards are remembered beside the codes."""
    names = {**(settings.get("names") or {}), **{card.id: card.title for card in cards_of(settings)}}
    merged = settings.get("merged") or {}
    return "\n".join(f"{names.get(start, start)} {ARROW} {names.get(end, end)}" for start, end in merged.items())


def from_lines(lines: Mapping[str, str], settings: Settings) -> dict[str, Any]:
    """The mapping by code of what was typed by title, and the titles that are not on the table."""
    laid = {own_key(card.title): card.id for card in cards_of(settings)}
    codes = set(laid.values())
    merged: dict[str, str] = {}
    names: dict[str, str] = {}
    for start, end in lines.items():
        one, other = (_code(title, laid, settings) for title in (start, end))
        merged[one] = other
        names |= {code: title for code, title in ((one, start), (other, end)) if code not in codes}
    return {"merged": merged, "names": names}


def _code(title: str, laid: Mapping[str, str], settings: Settings) -> str:
    """A card of the table by its title, a code that was merged before, or else an own card with these words."""
    if title in (settings.get("merged") or {}):
        return title
    return laid.get(own_key(title)) or own_key(title)
