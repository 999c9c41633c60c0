"""Themes, and who can be called about them."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from steunpunt.foundation.access import Actor
from steunpunt.foundation.periods.models import covering
from steunpunt.network.models import Theme, ThemeContact

from .choices import choices
from .contacts import visible_contacts


def visible_themes(actor: Actor) -> QuerySet[Theme]:
    """Themes are public."""
    return Theme.objects.all()


def theme_by_slug(actor: Actor, slug: str) -> Theme | None:
    return visible_themes(actor).select_related("parent").filter(slug=slug).first()


@dataclass(frozen=True, slots=True)
class Branch:
    """A theme, what falls directly under it, and how many partnerships have somebody for any of it."""

    theme: Theme
    partnerships: int
    below: list["Branch"]


def theme_tree(actor: Actor, day: date) -> list[Branch]:
    """The themes as a tree, each with its number of partnerships."""
    pairs = ThemeContact.objects.filter(covering(day)).values_list("theme__slug", "partnership_id")
    asked: dict[str, set[int]] = {}
    for slug, partnership in pairs:
        asked.setdefault(slug, set()).add(partnership)
    children: dict[int | None, list[Theme]] = {}
    for row in visible_themes(actor):
        children.setdefault(row.parent_id, []).append(row)
    known = choices().themes

    def branch(theme: Theme) -> Branch:
        slugs = known[theme.slug].below if theme.slug in known else {theme.slug}
        found = set().union(*(asked.get(slug, set()) for slug in slugs))
        return Branch(theme, len(found), [branch(one) for one in children.get(theme.pk, [])])

    return [branch(theme) for theme in children.get(None, [])]


def contacts_for(theme: Theme, actor: Actor, day: date) -> QuerySet[ThemeContact]:
    """The contacts for a theme and for all that falls under it."""
    below = choices().themes[theme.slug].below if theme.slug in choices().themes else {theme.slug}
    return visible_contacts(actor, day).filter(theme__slug__in=below)


def themes_below(theme: Theme, actor: Actor) -> list[Theme]:
    return list(visible_themes(actor).filter(parent=theme))
