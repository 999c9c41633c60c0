"""Reading the pages of the editors."""

from datetime import date

import pytest

from steunpunt.portal.models import ContentPage, HomePage
from steunpunt.portal.queries.pages import home_page, latest_news, visible_pages
from tests.factories.portal import news

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("pages")]


def titles(sector="", limit=3):
    return [page.title for page in latest_news(sector, limit)]


def test_news_of_a_sector_has_what_is_for_everybody_too():
    news("Voor po", sectors=["po"], on=date(2026, 11, 12))
    news("Voor allen", on=date(2026, 11, 11))

    assert titles(limit=2) == ["Voor po", "Voor allen"]
    assert titles("vo", limit=1) == ["Voor allen"]


def test_page_that_is_not_published_is_not_visible():
    ContentPage.objects.get(slug="over").unpublish()

    assert "over" not in {page.slug for page in visible_pages()}


def test_front_page_may_be_missing():
    HomePage.objects.all().delete()

    assert (home_page(), list(visible_pages())) == (None, [])
