"""What search may find of the meetings: what stands on the agenda for everybody."""

from collections.abc import Collection, Iterator, Mapping

from django.db.models import QuerySet
from django.utils.timezone import localtime

from steunpunt.foundation.access import Actor
from steunpunt.foundation.search.documents import Document
from steunpunt.foundation.sectors import Sector
from steunpunt.meetings.models import Meeting
from steunpunt.network.queries.choices import ThemeChoice, choices
from steunpunt.network.queries.people import partnership_names

from .meetings import agenda_of, with_card, with_words

BATCH = 100


def meeting_documents(public_ids: Collection[str] | None) -> Iterator[Document]:
    """Title, what it is about, where it is, its programme and who organises it."""
    visitor = Actor.visitor()
    rows = agenda_of(visitor)
    if public_ids is not None:
        rows = rows.filter(public_id__in=public_ids)
    tree = choices().themes
    names = partnership_names(rows.filter(partnership__isnull=False).values_list("partnership", flat=True), visitor.day)
    for meeting in with_words(rows).order_by("pk").iterator(chunk_size=BATCH):
        yield _document(meeting, names, tree)


def _document(meeting: Meeting, names: Mapping[int, str], tree: Mapping[str, ThemeChoice]) -> Document:
    themes = {theme.slug for theme in meeting.themes.all()}
    return Document(
        reference=meeting.reference,
        title=meeting.title,
        text="\n".join(filter(None, _told(meeting, names))),
        facets={
            "sector": tuple(meeting.sectors or Sector.values),
            "thema": tuple(slug for slug, theme in tree.items() if not themes.isdisjoint(theme.below)),
            "jaar": (str(localtime(meeting.starts_at).year),),
            "bijeenkomst": (meeting.kind,),
        },
        day=meeting.published_at.date() if meeting.published_at else None,
    )


def _told(meeting: Meeting, names: Mapping[int, str]) -> Iterator[str]:
    yield meeting.summary
    yield meeting.venue
    yield str(meeting.get_kind_display())
    yield meeting.series.title if meeting.series else ""
    yield names.get(meeting.partnership_id or 0, "")
    yield from (theme.title for theme in meeting.themes.all())
    for item in meeting.items.all():
        yield item.title
        yield item.description


def meeting_rows(actor: Actor, found: QuerySet[Meeting]) -> QuerySet[Meeting]:
    """What a result shows of these meetings."""
    return with_card(found)


def meetings_touched(references: Collection[str]) -> set[str] | None:
    """The meetings themselves; after a change of series, themes or lists all of them."""
    if any(text.partition(":")[0] in {"reeks", "thema", "lijsten"} for text in references):
        return None
    return {text.partition(":")[2] for text in references if text.startswith("bijeenkomst:")}
