"""The page types as visitors see them."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from steunpunt.portal.models import ContentPage, HomePage, NewsPage
from tests.factories.portal import news

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("pages")]


@pytest.mark.parametrize(
    ("path", "heading"),
    [
        ("/over/", "Over het steunpunt"),
        ("/privacy/", "Privacy"),
        ("/toegankelijkheid/", "Toegankelijkheid"),
        ("/nieuws/", "Nieuws"),
        ("/nieuws/kaart-en-gids-staan-online/", "De kaart en de gids van opleidingsscholen staan online"),
    ],
)
def test_first_pages_can_be_read(client, path, heading):
    assert f"<h1>{heading}</h1>" in client.get(path).text


def test_trail_leads_home():
    page = NewsPage.objects.get()

    assert page.trail == [("Nieuws", "/nieuws/"), (page.title, "")]


def test_list_of_news_can_be_narrowed_to_a_sector(client):
    news("Voor po", sectors=["po"])
    news("Voor vo", sectors=["vo"])

    text = client.get("/nieuws/?sector=vo").text
    assert ("Voor vo" in text, "Voor po" in text) == (True, False)
    assert "Voor po" in client.get("/nieuws/?sector=onzin").text


def test_list_of_news_has_pages(client):
    for number in range(13):
        news(f"Bericht {number}")

    assert "Bericht 0" in client.get("/nieuws/?pagina=2").text


def test_list_of_news_takes_as_many_queries_for_three_as_for_one(client):
    client.get("/nieuws/")
    counts = []
    for number in (1, 2):
        for _one in range(number):
            news("Bericht")
        with CaptureQueriesContext(connection) as queries:
            client.get("/nieuws/")
        counts.append(len(queries))

    assert counts[0] == counts[1]


def test_news_cannot_have_pages_below_it():
    assert NewsPage.allowed_subpage_models() == []
    assert set(ContentPage.allowed_subpage_models()) == {ContentPage}


def test_front_page_can_be_previewed_as_it_is_written(rf):
    home = HomePage.objects.get()
    home.heading = "Nieuwe kop"

    response = home.make_preview_request()

    assert "<h1>Nieuwe kop</h1>" in response.render().text


def test_sectors_are_ticked_off():
    field = NewsPage._meta.get_field("sectors").formfield()

    assert [value for value, _label in field.choices] == ["po", "vo", "mbo", "ho"]
    assert field.clean([]) == []


def test_page_that_does_not_exist_is_not_found(client):
    assert client.get("/bestaat-niet/").status_code == 404


def test_news_of_a_later_day_is_on_top():
    news("Oud", on=date(2026, 1, 1))
    news("Nieuw", on=date(2026, 12, 1))

    assert next(page.title for page in NewsPage.objects.newest()) == "Nieuw"
    assert Page.objects.get(slug="oud").live
