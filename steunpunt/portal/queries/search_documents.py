"""What search may find of the editors' pages: common pages and news that everybody may read."""

from collections.abc import Collection, Iterator
from typing import Any

from django.db.models import CharField, QuerySet
from django.db.models.functions import Cast
from django.utils.html import strip_tags

from steunpunt.foundation.access import Actor
from steunpunt.foundation.search.documents import Document
from steunpunt.foundation.sectors import Sector
from steunpunt.portal.models import ContentPage, NewsPage

VISITOR = Actor.visitor()
PAGE, NEWS = "pagina", "nieuws"
EVERY_PAGE = f"{PAGE}:alle"
"""Waits for the index when whatever page changed: there are few, and a branch may have moved as a whole."""


def searched_pages(actor: Actor) -> QuerySet[Any]:
    return _with_id(ContentPage.objects.live().public())


def searched_news(actor: Actor) -> QuerySet[Any]:
    return _with_id(NewsPage.objects.live().public())


def page_documents(public_ids: Collection[str] | None) -> Iterator[Document]:
    for page in _chosen(searched_pages(VISITOR), public_ids):
        yield Document(f"{PAGE}:{page.public_id}", page.title, _text(page))


def news_documents(public_ids: Collection[str] | None) -> Iterator[Document]:
    """News that is for nobody in particular is for every sector."""
    for page in _chosen(searched_news(VISITOR), public_ids):
        yield Document(
            reference=f"{NEWS}:{page.public_id}",
            title=page.title,
            text=_text(page),
            facets={"sector": tuple(page.sectors or Sector.values), "jaar": (str(page.on.year),)},
            day=page.on,
        )


def _with_id(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Pages have a number only; it stays in the index and is shown to nobody."""
    return rows.annotate(public_id=Cast("pk", CharField()))


def _chosen(rows: QuerySet[Any], public_ids: Collection[str] | None) -> QuerySet[Any]:
    return rows if public_ids is None else rows.filter(public_id__in=public_ids)


def _text(page: Any) -> str:
    """Without the signs of the page; a space for every tag keeps words apart."""
    body = strip_tags(str(page.body).replace("<", " <"))
    return f"{page.intro}\n{' '.join(body.split())}".strip()
