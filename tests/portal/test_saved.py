"""Saving a question, stopping it, and what staff see of search."""

from datetime import UTC, date, datetime

import pytest
from django.utils import timezone

from steunpunt.foundation.access import Actor
from steunpunt.foundation.accounts.queries import own_data
from steunpunt.foundation.boards import privacy
from steunpunt.foundation.search.actions import keep_search, note_fruitless
from steunpunt.foundation.search.actions.saved import MOST_SAVED
from steunpunt.foundation.search.models import IndexBuild, SavedSearch
from steunpunt.portal.actions.saved_searches import address_of, stop_address
from tests.factories.foundation import UserFactory, sign_in_staff

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 20, 12, tzinfo=UTC)


def saved(account, text="inductie", **chosen):
    return keep_search(text, chosen, by=Actor.of(account), at=AT)


def test_question_with_its_filters_is_saved_once(client):
    client.force_login(UserFactory())
    for _again in range(2):
        response = client.post(
            "/zoeken/bewaren/", {"q": "inductie", "sector": ["po", "vo"], "anders": "x"}, follow=True
        )

    row = SavedSearch.objects.get()
    assert (row.text, row.chosen) == ("inductie", {"sector": ["po", "vo"]})
    assert response.redirect_chain == [("/zoeken/?q=inductie&sector=po&sector=vo", 302)]
    assert "Bewaard. Komt er iets nieuws bij “inductie”" in response.text


def test_visitor_is_asked_to_sign_in(client):
    response = client.post("/zoeken/bewaren/", {"q": "inductie"})

    assert (response.status_code, SavedSearch.objects.count()) == (302, 0)
    assert response.url.startswith("/account/login/")


def test_empty_question_and_the_one_too_many_are_refused(client):
    account = UserFactory()
    client.force_login(account)
    assert "Typ eerst een vraag" in client.post("/zoeken/bewaren/", {"q": " "}, follow=True).text
    for number in range(MOST_SAVED):
        saved(account, f"vraag {number}")

    assert "al twintig vragen" in client.post("/zoeken/bewaren/", {"q": "nog een"}, follow=True).text
    assert SavedSearch.objects.count() == MOST_SAVED


def test_own_page_lists_them_with_the_way_to_stop(client):
    account = UserFactory()
    client.force_login(account)
    mine, other = saved(account, sector=("po",)), saved(UserFactory(), "van een ander")

    text = client.get("/mijn/").text

    assert 'href="/zoeken/?q=inductie&amp;sector=po"' in text
    assert "primair onderwijs" in text
    assert stop_address(mine).partition(":")[0] in text
    assert other.text not in text
    assert address_of(mine) == "/zoeken/?q=inductie&sector=po"


def test_link_in_the_mail_asks_once_more_and_then_stops_without_an_account(client):
    address = stop_address(saved(UserFactory()))

    assert "Stop met deze mail" in client.get(address).text
    assert SavedSearch.objects.exists()
    assert client.post(address, follow=True).status_code == 200
    assert not SavedSearch.objects.exists()
    assert "al geen mail meer" in client.get(address).text


def test_made_up_link_stops_nothing(client):
    row = saved(UserFactory())

    assert client.post(f"/zoeken/stoppen/{row.public_id}/").status_code == 404
    assert SavedSearch.objects.exists()


def test_saved_questions_are_handed_over_and_erased():
    account, other = UserFactory(), UserFactory()
    saved(account)
    saved(other)

    assert own_data(account)["Bewaarde zoekvragen"][0]["vraag"] == "inductie"
    privacy.get("foundation.savedsearch").erase(account, AT)
    assert [row.account for row in SavedSearch.objects.all()] == [other]


def test_staff_see_what_found_nothing_and_how_far_the_index_is(client):
    sign_in_staff(client)
    note_fruitless("doorlopende leerlijn", on=date(2026, 11, 20))
    IndexBuild.objects.create(started_at=timezone.now(), told_at=timezone.now(), total=9000, done=4500)

    text = client.get("/zoeken/overzicht/").text

    assert 'href="/zoeken/?q=doorlopende%20leerlijn"' in text
    assert "De index wordt opgebouwd" in text
    assert 'value="4500" max="9000"' in text


def test_others_do_not(client):
    assert client.get("/zoeken/overzicht/").status_code == 302
    client.force_login(UserFactory())
    assert client.get("/zoeken/overzicht/").status_code == 403
