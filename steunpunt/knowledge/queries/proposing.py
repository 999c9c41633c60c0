"""What the platform proposes to whoever shares: themes that fit the text, items that look alike or hold the same file."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.postgres.search import TrigramSimilarity
from django.db.models import Prefetch

from steunpunt.foundation.access import Actor
from steunpunt.foundation.search.duplicates import fitting, reasons, similar
from steunpunt.knowledge.models import ItemFile, ItemVersion, KnowledgeItem
from steunpunt.network.models import Theme
from steunpunt.network.queries.themes import visible_themes

from .items import visible_items

PROPOSED = 3
REASONS = 3
"""So many words of the text are shown as the reason for a theme."""
LOOKED_AT = 40
ALIKE = 0.86
"""Of the shipped example items no two score above 0.82; a copy with other words here and there, or half a copy, 0.89."""
CHARACTERS, BEGIN = 6000, 800


@dataclass(frozen=True)
class Proposal:
    """A theme that fits, and the words of the text that led to it; a likeness of small pieces alone gives none."""

    theme: Theme
    because: tuple[str, ...]


@dataclass(frozen=True)
class Lookalike:
    """An item that may be about the same."""

    title: str
    slug: str
    score: float


@dataclass(frozen=True)
class Elsewhere:
    """A published item that holds a file already."""

    title: str
    slug: str


def text_of(version: ItemVersion) -> str:
    """Title, what was typed and the text of the files, cut to what is needed to compare."""
    typed = " ".join((version.title, version.outcome, version.conditions, version.body))
    files = " ".join(file.text[:CHARACTERS] for file in version.files.all())
    return f"{typed} {files}"[:CHARACTERS]


def subject_of(version: ItemVersion) -> str:
    """What an item is about in few words: the title, and the yield or else how its files begin."""
    told = version.outcome or " ".join(file.text[:BEGIN] for file in version.files.all())
    return f"{version.title} {version.title} {told}"


def proposed_themes(subject: str) -> list[Theme]:
    """The three themes whose title and keywords fit best; a person chooses.

    For 33 of the 42 shipped items one of the three is a theme that their writer chose.
    """
    themes = {theme.pk: theme for theme in visible_themes(Actor.visitor()).select_related("parent")}
    found = fitting(subject, {key: _line(theme) for key, theme in themes.items()})
    return [themes[key] for key, score in found[:PROPOSED] if score > 0]


def proposals(subject: str) -> list[Proposal]:
    """The proposed themes, each with why."""
    return [Proposal(theme, tuple(reasons(subject, _line(theme))[:REASONS])) for theme in proposed_themes(subject)]


def _line(theme: Theme) -> str:
    return f"{theme.title} {theme.keyword_line}"


def lookalikes(actor: Actor, item: KnowledgeItem, text: str) -> list[Lookalike]:
    """Published items that say nearly the same, as far as this person may read them."""
    near = TrigramSimilarity("live__title", text[:160])
    rows = visible_items(actor).exclude(pk=item.pk).annotate(near=near).order_by("-near")
    versions = ItemVersion.objects.prefetch_related("files")
    known = {row.live: row.slug for row in rows.prefetch_related(Prefetch("live", versions))[:LOOKED_AT] if row.live}
    found = similar(text, {version: text_of(version) for version in known})
    return [Lookalike(version.title, known[version], score) for version, score in found[:PROPOSED] if score >= ALIKE]


def files_elsewhere(actor: Actor, item: KnowledgeItem, files: Iterable[ItemFile]) -> dict[str, list[Elsewhere]]:
    """Per digest of these files the other items that readers find it with, as far as this person may read them."""
    digests = {file.sha256 for file in files}
    rows = (
        visible_items(actor).exclude(pk=item.pk).filter(live__files__sha256__in=digests).order_by("live__title", "pk")
    )
    found: dict[str, list[Elsewhere]] = {}
    for digest, title, slug in rows.values_list("live__files__sha256", "live__title", "slug").distinct():
        found.setdefault(digest, []).append(Elsewhere(title, slug))
    return found
