"""What every page knows beside its own facts: who looks, the menu, the sector and the theme."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse

from steunpunt.foundation.access import Actor
from steunpunt.foundation.boards import menu
from steunpunt.foundation.sectors import SECTOR_NAMES, Sector

SECTOR_COOKIE = "sector"
THEME_COOKIE = "thema"
THEMES = {"licht": "light", "donker": "dark"}


@dataclass(frozen=True)
class MenuItem:
    """An entry of the main menu as this visitor sees it."""

    label: str
    url: str
    is_current: bool


def page(request: HttpRequest) -> dict[str, Any]:
    """The context processor of all pages."""
    actor = getattr(request, "actor", None) or Actor.visitor()
    return {
        "actor": actor,
        "menu_items": lambda: menu_for(actor, request.path),
        "is_example": settings.EXAMPLE_MODE,
        "sector": sector_of(request),
        "sectors": SECTOR_NAMES.items,
        "theme": THEMES.get(request.COOKIES.get(THEME_COOKIE, ""), ""),
        "canonical_url": f"{settings.BASE_URL}{request.path}",
        "base_url": settings.BASE_URL,
    }


def menu_for(actor: Actor, path: str) -> list[MenuItem]:
    """The pins that this actor may see; one whose address does not exist (yet) is left out."""
    items = []
    for pin in menu:
        if not pin.shown(actor):
            continue
        try:
            url = reverse(pin.url_name)
        except NoReverseMatch:
            continue
        items.append(MenuItem(str(pin.label), url, path.startswith(url) if url != "/" else path == "/"))
    return items


def sector_of(request: HttpRequest) -> str:
    """The visitor's sector: what this browser remembers, or else what the account says; empty for all."""
    remembered = request.COOKIES.get(SECTOR_COOKIE)
    if remembered is None:
        account = getattr(getattr(request, "actor", None), "account", None)
        remembered = getattr(account, "sector", "")
    return remembered if remembered in Sector.values else ""
