"""Pages and news in search: only what everybody may read."""

from datetime import date

import pytest
from wagtail.models import PageViewRestriction

from steunpunt.foundation.access import Actor
from steunpunt.foundation.boards import search
from steunpunt.foundation.search.models import WaitingReference
from steunpunt.portal.queries import search_documents
from tests.factories.portal import news

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("pages")]
VISITOR = Actor.visitor()


def test_news_tells_its_words_day_and_sectors():
    page = news("Subsidie verlengd", on=date(2026, 11, 10), sectors=["vo"])

    [document] = search_documents.news_documents([str(page.pk)])

    assert (document.reference, document.title) == (f"nieuws:{page.pk}", "Subsidie verlengd")
    assert document.text.startswith("In het kort.")
    assert document.facets == {"sector": ("vo",), "jaar": ("2026",)}
    assert document.day == page.on


def test_news_for_nobody_in_particular_is_for_every_sector():
    page = news(sectors=[])

    [document] = search_documents.news_documents([str(page.pk)])

    assert document.facets["sector"] == ("po", "vo", "mbo", "ho")


def test_pages_hold_words_and_no_tags():
    texts = {one.title: one.text for one in search_documents.page_documents(None)}

    assert "We volgen je niet" in texts["Privacy"]
    assert "<" not in texts["Privacy"]


def test_what_is_not_published_or_for_some_people_is_left_out():
    hidden, drafted = news("Besloten"), news("Concept")
    PageViewRestriction.objects.create(page=hidden, restriction_type=PageViewRestriction.LOGIN)
    drafted.unpublish()

    titles = [one.title for one in search_documents.news_documents(None)]

    assert "Besloten" not in titles
    assert "Concept" not in titles
    assert list(search.get("nieuws").found(VISITOR, [str(hidden.pk)])) == []


def test_rows_are_found_by_what_the_index_calls_them():
    page = news()

    assert [row.pk for row in search.get("nieuws").found(VISITOR, [str(page.pk)])] == [page.pk]
    assert not search.get("pagina").found(VISITOR, ["0"])


def test_publishing_and_taking_away_wait_for_the_index():
    WaitingReference.objects.all().delete()
    page = news()
    assert WaitingReference.objects.filter(reference=search_documents.EVERY_PAGE).exists()

    WaitingReference.objects.all().delete()
    page.delete()
    assert WaitingReference.objects.filter(reference=search_documents.EVERY_PAGE).exists()
