"""The stream on the site, one bulletin, and the own choice of a reader."""

import re

import pytest

from steunpunt.knowledge.models import BulletinState
from tests.factories.foundation import UserFactory, sign_in_staff
from tests.factories.knowledge import BulletinFactory, SenderFactory
from tests.factories.network import AffiliationFactory, PartnershipFactory, PersonFactory, RoleFactory, ThemeFactory
from tests.knowledge.making import poster_for

pytestmark = pytest.mark.django_db


def text_of(response):
    return " ".join(response.content.decode().split())


@pytest.fixture
def leader():
    return RoleFactory(code="programmaleider", title="programmaleider")


@pytest.fixture
def reader(client, leader):
    """A programme leader in vo, signed in."""
    person = PersonFactory(account=UserFactory())
    AffiliationFactory(
        person=person, partnership=PartnershipFactory(version__sectors=["vo"]), organisation=None, role=leader
    )
    client.force_login(person.account)
    return person


def test_the_stream_says_who_when_and_for_whom(client, leader):
    BulletinFactory(title="Vaste voet", sender=SenderFactory(name="DUO"), sectors=["vo"], roles=[leader])

    page = text_of(client.get("/berichten/"))

    assert all(words in page for words in ("Vaste voet", "DUO", "1 augustus", "voor programmaleider", "1 bericht"))
    assert 'href="/berichten/atom.xml"' in page
    assert "Voor mij" not in page


def test_without_bulletins_it_says_what_will_come(client):
    assert "Hier komen de berichten" in text_of(client.get("/berichten/"))
    assert "Er gaat nog niets in" in text_of(client.get("/berichten/?wanneer=binnenkort"))
    assert "Geen berichten met deze keuze" in text_of(client.get("/berichten/?sector=po"))


def test_the_feed_and_the_search_keep_the_choice(client):
    page = client.get("/berichten/?sector=po&sector=vo&wanneer=binnenkort").content.decode()

    assert 'href="/berichten/atom.xml?sector=po&amp;sector=vo"' in page
    assert '<input type="hidden" name="sector" value="vo">' in page


def test_a_reader_gets_the_own_choice_in_sight_and_can_drop_it(client, reader):
    BulletinFactory(title="Voor ons", sectors=["vo"])
    BulletinFactory(title="Voor anderen", sectors=["po"])

    page = text_of(client.get("/berichten/"))
    assert "Voor ons" in page
    assert "Voor anderen" not in page
    assert "Je ziet wat bij je eigen sectoren en rollen hoort." in page
    assert re.findall(r'class="chip" href="([^"]+)"', page) == ["?rol=programmaleider", "?sector=vo"]

    everything = text_of(client.get("/berichten/?voor=iedereen"))
    assert "Voor anderen" in everything
    assert 'href="?voor=mij"' in everything


def test_an_address_with_a_choice_shows_everybody_the_same(client, reader):
    BulletinFactory(title="Voor anderen", sectors=["po"])

    assert "Voor anderen" in text_of(client.get("/berichten/?sector=po"))
    assert "Voor anderen" in text_of(client.get("/berichten/?q=anderen"))


def test_what_is_soon_stands_above_what_is_new(client):
    BulletinFactory(title="Later", effective_on="2098-01-01")
    BulletinFactory(title="Eerder", effective_on="2097-01-01")

    page = text_of(client.get("/berichten/"))

    soon = page[page.index('id="binnenkort"') : page.index("Alles wat eraan komt")]
    assert soon.index("Eerder") < soon.index("Later")
    assert "Binnenkort (2)" in page


def test_one_bulletin_names_all_its_sources(client):
    kept = BulletinFactory(sender=SenderFactory(name="DUO", website="https://duo.nl"))
    BulletinFactory(title="Hetzelfde", source="Nieuwsbrief", sender=SenderFactory(name="VO-raad"), into=kept)

    page = text_of(client.get(f"/berichten/{kept.slug}/"))

    assert "Wie meldt dit, en waar staat het?" in page
    assert all(words in page for words in ("DUO", "VO-raad", "Nieuwsbrief", "meldde ook: ‘Hetzelfde’"))


def test_an_old_address_leads_on(client):
    kept = BulletinFactory()
    double = BulletinFactory(into=kept)

    answer = client.get(f"/berichten/{double.slug}/")

    assert (answer.status_code, answer.url) == (302, f"/berichten/{kept.slug}/")


@pytest.mark.parametrize("state", [BulletinState.DRAFT, BulletinState.WITHDRAWN])
def test_what_is_not_on_the_site_is_nowhere(client, state):
    theme = ThemeFactory(slug="geld")
    row = BulletinFactory(title="Geheim plan", state=state, themes=[theme], sectors=["vo"])
    for sign_in in (lambda: None, lambda: client.force_login(poster_for().account), lambda: sign_in_staff(client)):
        sign_in()
        assert client.get(f"/berichten/{row.slug}/").status_code == 404
        for address in (
            "/berichten/",
            "/berichten/?q=geheim",
            "/berichten/atom.xml",
            "/thema/geld/",
            "/zoeken/?q=plan",
        ):
            assert "Geheim plan" not in text_of(client.get(address))
        assert "Geheim" not in client.get("/open-data/berichten.csv").getvalue().decode()
        assert row.slug not in client.get("/sitemap-berichten.xml").text


def test_what_is_over_says_so(client):
    row = BulletinFactory(effective_on="2020-01-01", expires_on="2021-01-01")

    assert "Dit geldt niet meer" in text_of(client.get(f"/berichten/{row.slug}/"))
    assert "Voorbij (1)" in text_of(client.get("/berichten/"))
    assert "Hier komen de berichten" in text_of(client.get("/berichten/"))


def test_editors_see_what_may_be_double(client):
    one, other = BulletinFactory(title="Vaste voet vervalt"), BulletinFactory(title="Vaste voet vervalt")
    assert "Dit lijkt op" not in text_of(client.get(f"/berichten/{one.slug}/"))
    sign_in_staff(client)

    page = text_of(client.get(f"/berichten/{one.slug}/"))

    assert f"/berichten/redactie/{one.public_id}/samenvoegen/?met={other.public_id}" in page


def test_the_front_page_and_a_theme_show_the_newest(client):
    theme = ThemeFactory(slug="geld")
    BulletinFactory(title="Vaste voet", themes=[theme])

    assert "Vaste voet" in text_of(client.get("/"))
    assert "Vaste voet" in text_of(client.get("/thema/geld/"))
    assert "Alle berichten over dit thema" not in text_of(client.get(f"/thema/{ThemeFactory().slug}/"))
