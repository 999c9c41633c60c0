"""Makes pages of the portal for tests."""

from datetime import date
from typing import Any

from wagtail.models import Page

from steunpunt.portal.models import NewsIndexPage, NewsPage


def news(title: str = "Er is nieuws", **facts: Any) -> NewsPage:
    """A published piece of news; the first pages have to be there."""
    index = Page.objects.get(pk=NewsIndexPage.objects.get().pk)
    page = NewsPage(title=title, intro="In het kort.", **{"on": date(2026, 11, 10), **facts})
    index.add_child(instance=page)
    page.save_revision().publish()
    return page
