"""Putting wishes together, taking them apart again, and giving a loose one its theme: each a change of the settings."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from steunpunt.activities.analysis.alike import proposals
from steunpunt.activities.kind import Settings
from steunpunt.foundation.search.duplicates import fitting

from .tally import ELSEWHERE, SharedWish, Standing, ThemeWishes

OFFERED = 3


@dataclass(frozen=True, slots=True)
class Together:
    """Wishes of one theme that may say the same."""

    wishes: tuple[SharedWish, ...]

    @property
    def value(self) -> str:
        """Their keys, for a button."""
        return " ".join(wish.key for wish in self.wishes)


def proposed(standing: Standing) -> list[Together]:
    """What may be put together, theme by theme, the most alike first."""
    return [Together(tuple(one)) for theme in standing.themes for one in _alike(theme)]


def _alike(theme: ThemeWishes) -> list[list[SharedWish]]:
    known = {wish.key: wish for wish in theme.wishes}
    found = proposals({key: wish.title for key, wish in known.items()})
    return [[known[key] for key in one.keys] for one in found]


def put_together(settings: Settings, wishes: Sequence[SharedWish], title: str = "") -> dict[str, Any]:
    """The others point to the first, which gives its words unless somebody typed a title. Nothing else changes."""
    first, *others = wishes
    own = {origin.key for wish in wishes for origin in wish.origins}
    titles = {key: text for key, text in (settings.get("titles") or {}).items() if key not in own}
    if title or first.is_merged:
        titles[first.lead] = title or first.title
    merged = {**(settings.get("merged") or {}), **{wish.lead: first.lead for wish in others}}
    return {**settings, "merged": merged, "titles": titles}


def taken_apart(settings: Settings, wish: SharedWish) -> dict[str, Any]:
    """As it was before somebody put it together."""
    own = {origin.key for origin in wish.origins}
    merged = {key: target for key, target in (settings.get("merged") or {}).items() if key not in own}
    titles = {key: title for key, title in (settings.get("titles") or {}).items() if key not in own}
    return {**settings, "merged": merged, "titles": titles}


def placed_in(settings: Settings, wish: SharedWish, theme: str) -> dict[str, Any]:
    """Everybody's wording of it goes along."""
    return {**settings, "placed": {**(settings.get("placed") or {}), **{one.key: theme for one in wish.origins}}}


def loose_wishes(standing: Standing) -> tuple[SharedWish, ...]:
    return next((theme.wishes for theme in standing.themes if theme.id == ELSEWHERE), ())


def themes_for(wish: SharedWish, settings: Settings) -> list[Mapping[str, str]]:
    """All themes, the three that fit best first: by the words of their titles and keywords."""
    themes = {theme["id"]: theme for theme in settings.get("themes", ())}
    lines = {own: f"{theme['title']} {theme.get('text', '')}" for own, theme in themes.items()}
    best = [own for own, score in fitting(wish.title, lines) if score > 0][:OFFERED]
    return [themes[own] for own in [*best, *(own for own in themes if own not in best)]]
