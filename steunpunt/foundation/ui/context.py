"""What every page knows beside its own facts: who looks, the menu, the sector and the theme."""

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, get_resolver, get_script_prefix, get_urlconf, reverse

from steunpunt.foundation.access import Actor
from steunpunt.foundation.boards import MenuPin, menu
from steunpunt.foundation.sectors import Sector

SECTOR_COOKIE = "sector"
THEME_COOKIE = "thema"
THEMES = {"licht": "light", "donker": "dark"}


@dataclass(frozen=True)
class MenuItem:
    """An entry of the main menu as this visitor sees it."""

    label: str
    url: str
    is_current: bool
    below: tuple["MenuItem", ...] = ()
    """The parts of its section, with itself in front; empty when it has none."""


def page(request: HttpRequest) -> dict[str, Any]:
    """The context processor of all pages."""
    actor = getattr(request, "actor", None) or Actor.visitor()
    items = cache(lambda: menu_for(actor, request.path))
    return {
        "actor": actor,
        "menu_items": items,
        "menu_section": lambda: section_of(items()),
        "is_example": settings.EXAMPLE_MODE,
        "sector": sector_of(request),
        "theme": THEMES.get(request.COOKIES.get(THEME_COOKIE, ""), ""),
        "canonical_url": f"{settings.BASE_URL}{request.path}",
        "base_url": settings.BASE_URL,
    }


def menu_for(actor: Actor, path: str) -> list[MenuItem]:
    """The main menu for this actor, with the parts of each section; where the visitor is, is marked."""
    entries = _entries(actor)
    return [_item(pin, url, entries, path) for pin, url in entries if not pin.under]


def section_of(items: list[MenuItem]) -> MenuItem | None:
    """The section in which the visitor is, when it has parts."""
    return next((item for item in items if item.is_current and item.below), None)


def _entries(actor: Actor) -> list[tuple[MenuPin, str]]:
    """The pins that this actor may see with their address; one whose address does not exist (yet) is left out."""
    where = (get_script_prefix(), get_resolver(get_urlconf()))
    addressed = ((pin, _address(pin.url_name, *where)) for pin in menu if pin.shown(actor))
    return [(pin, address) for pin, address in addressed if address]


@lru_cache(maxsize=256)
def _address(url_name: str, *_where: object) -> str:
    """Looked up once, because every page shows all of them; empty when it does not exist (yet)."""
    try:
        return reverse(url_name)
    except NoReverseMatch:
        return ""


def _item(pin: MenuPin, url: str, entries: list[tuple[MenuPin, str]], path: str) -> MenuItem:
    parts = [(part, part_url) for part, part_url in entries if part.under == pin.url_name]
    if not parts:
        return MenuItem(str(pin.label), url, _stands_on(path, url))
    whole = [(pin, url), *parts]
    # Addresses of parts may begin with that of the whole: the longest that fits is where the visitor is.
    here = max((one for _pin, one in whole if _stands_on(path, one)), key=len, default="")
    below = tuple(MenuItem(str(part.label), one, one == here) for part, one in whole)
    return MenuItem(str(pin.label), url, bool(here), below)


def _stands_on(path: str, url: str) -> bool:
    return path.startswith(url) if url != "/" else path == "/"


def sector_of(request: HttpRequest) -> str:
    """The visitor's sector: what this browser remembers, or else what the account says; empty for all."""
    remembered = request.COOKIES.get(SECTOR_COOKIE)
    if remembered is None:
        account = getattr(getattr(request, "actor", None), "account", None)
        remembered = getattr(account, "sector", "")
    return remembered if remembered in Sector.values else ""
