"""The front page: put together from what the rooms below have to show today."""

from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from steunpunt.foundation.access import Actor
from steunpunt.foundation.access.requests import Request
from steunpunt.foundation.boards import tiles
from steunpunt.foundation.ui.context import sector_of
from steunpunt.network.models import OrganisationKind, Theme
from steunpunt.network.queries.directory import institution_directory, partnership_directory, site_directory
from steunpunt.network.queries.register_state import register_state
from steunpunt.network.queries.themes import theme_tree
from steunpunt.network.queries.upcoming import upcoming_changes

from .entrances import ENTRANCES
from .queries.happenings import latest_happenings
from .queries.holidays import next_holidays
from .queries.pages import home_page, latest_news
from .queries.story import latest_story

FEW = 4
THEMES = 3
MANY = 6
HOLIDAYS_WITHIN = 60
ALL_SECTORS = "alle"
MAP = "map"


@require_safe
def home(request: Request) -> HttpResponse:
    """The first page that everybody sees."""
    today = timezone.localdate()
    remembered = sector_of(request)
    sector = "" if request.GET.get("sector") == ALL_SECTORS else remembered
    page = home_page()
    context = {
        "heading": page.heading if page else _("Samen opleiden, van vraag tot effect"),
        "intro": page.intro if page else "",
        "description": page.search_description if page else "",
        "narrowed_to": sector,
        "shows_everything": bool(remembered and not sector),
        "entrances": ENTRANCES,
        "themes": _main_themes(request.actor, today),
        "story": latest_story(request.actor),
        "news": latest_news(sector, FEW),
        "happenings": latest_happenings(request.actor, FEW),
        "upcoming": upcoming_changes(request.actor, today, sector=sector, limit=MANY),
        "holidays": next_holidays(today, HOLIDAYS_WITHIN)[:1],
        **_tiles(request.actor, sector, today),
        "today": today,
        **_figures(request.actor, today),
    }
    return render(request, "portal/home.html", context)


def _main_themes(actor: Actor, today: date) -> list[Theme]:
    """The main themes about which most partnerships can be called."""
    branches = [branch for branch in theme_tree(actor, today) if branch.partnerships]
    return [branch.theme for branch in sorted(branches, key=lambda branch: -branch.partnerships)[:THEMES]]


def _figures(actor: Actor, today: date) -> dict[str, Any]:
    """How much the register holds, and of which day it is."""
    partnerships = partnership_directory(actor, today).rows
    return {
        "site_count": _grouped(len(site_directory(actor, today).rows)),
        "institution_count": _grouped(len(institution_directory(actor, today).rows)),
        "partnership_count": _grouped(len(partnerships)),
        "example_count": sum(1 for row in partnerships if row.is_example),
        "register_days": _register_days(),
    }


def _register_days() -> list[tuple[date, str]]:
    """Of which days the lists of school sites are, each with its sectors."""
    days: dict[date, list[str]] = {}
    for scope in register_state():
        if scope.kind == OrganisationKind.SCHOOL_SITE:
            days.setdefault(scope.reference_date, []).append(scope.sector)
    return [(day, ", ".join(sectors)) for day, sectors in sorted(days.items())]


def _grouped(number: int) -> str:
    """8622 as 8.622."""
    return number_format(number, force_grouping=True)


def _tiles(actor: Actor, sector: str, today: date) -> dict[str, Any]:
    """The tiles that have something to show now; the map has its own place, beside the search box."""
    shown = {}
    for pin in tiles:
        context = pin.query(actor, sector, today)
        if context is not None:
            shown[pin.code] = {"template": pin.template, "context": context}
    return {"map": shown.pop(MAP, None), "tiles": list(shown.values())}
