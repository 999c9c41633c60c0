"""Reading the pages of the editors."""

from typing import Any

from django.db.models import QuerySet

from steunpunt.portal.models import HomePage, NewsPage


def home_page() -> HomePage | None:
    """The front page as editors wrote it; none before the portal was prepared."""
    return HomePage.objects.live().first()


def latest_news(sector: str, limit: int) -> list[NewsPage]:
    """The newest news, for everybody and for this sector."""
    return list(NewsPage.objects.newest(sector)[:limit])


def visible_pages() -> QuerySet[Any]:
    """Every published page that anybody may read, the front page aside."""
    home = home_page()
    if home is None:
        return HomePage.objects.none()
    pages: QuerySet[Any] = home.get_descendants().live().public().order_by("path")
    return pages
