"""Writing the theme tree."""

from dataclasses import dataclass, field

from steunpunt.network.models import Theme


@dataclass(frozen=True)
class ThemeLine:
    """One theme as the list has it, with its parts below it."""

    slug: str
    title: str
    keywords: str = ""
    parts: list[dict[str, str]] = field(default_factory=list)


def ensure_themes(lines: list[ThemeLine]) -> int:
    """Make the themes that are not there yet; what staff changed since stays as it is. How many were made."""
    made = 0
    for place, line in enumerate(lines):
        parent, new = Theme.objects.get_or_create(
            slug=line.slug,
            defaults={"title": line.title, "keyword_line": line.keywords, "position": (place + 1) * 100},
        )
        made += new
        for below, part in enumerate(line.parts):
            place_below = parent.position + below + 1
            _child, new = Theme.objects.get_or_create(
                slug=part["slug"], defaults={"title": part["title"], "parent": parent, "position": place_below}
            )
            made += new
    return made
