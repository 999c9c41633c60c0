"""What the platform proposes to whoever shares: themes that fit the text, and items that look alike."""

from dataclasses import dataclass

from django.contrib.postgres.search import TrigramSimilarity
from django.db.models import Prefetch

from steunpunt.foundation.access import Actor
from steunpunt.foundation.search.duplicates import similar
from steunpunt.knowledge.models import ItemVersion, KnowledgeItem
from steunpunt.network.models import Theme
from steunpunt.network.queries.themes import visible_themes

from .items import visible_items

PROPOSED = 3
LOOKED_AT = 40
ALIKE = 0.86
"""Of the shipped example items no two score above 0.82; a copy with other words here and there, or half a copy, 0.89."""
CHARACTERS = 6000


@dataclass(frozen=True)
class Lookalike:
    """An item that may be about the same."""

    title: str
    slug: str
    score: float


def text_of(version: ItemVersion) -> str:
    """Title, what was typed and the text of the files, cut to what is needed to compare."""
    typed = " ".join((version.title, version.outcome, version.conditions, version.body))
    files = " ".join(file.text[:CHARACTERS] for file in version.files.all())
    return f"{typed} {files}"[:CHARACTERS]


def proposed_themes(text: str) -> list[Theme]:
    """The three themes whose title and keywords fit best; a person chooses."""
    themes = {theme.pk: theme for theme in visible_themes(Actor.visitor()).select_related("parent")}
    lines = {key: f"{theme.title} {theme.title} {theme.keyword_line}" for key, theme in themes.items()}
    found = similar(text, lines) if text.strip() else []
    return [themes[key] for key, score in found[:PROPOSED] if score > 0]


def lookalikes(actor: Actor, item: KnowledgeItem, text: str) -> list[Lookalike]:
    """Published items that say nearly the same, as far as this person may read them."""
    near = TrigramSimilarity("live__title", text[:160])
    rows = visible_items(actor).exclude(pk=item.pk).annotate(near=near).order_by("-near")
    versions = ItemVersion.objects.prefetch_related("files")
    known = {row.live: row.slug for row in rows.prefetch_related(Prefetch("live", versions))[:LOOKED_AT] if row.live}
    found = similar(text, {version: text_of(version) for version in known})
    return [Lookalike(version.title, known[version], score) for version, score in found[:PROPOSED] if score >= ALIKE]
