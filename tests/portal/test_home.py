"""The front page."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from steunpunt.foundation.access import Actor
from steunpunt.network.actions.membership import add_member
from steunpunt.network.models import Membership, RegisterScope
from steunpunt.portal.models import HomePage
from tests.factories.network import (
    InstitutionFactory,
    MembershipFactory,
    PartnershipFactory,
    SiteFactory,
    ThemeContactFactory,
    ThemeFactory,
)
from tests.factories.portal import news

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("pages")]


def test_visitor_searches_from_the_first_screen(client):
    assert '<form class="search search--large" action="/zoeken/" method="get"' in client.get("/").text


def test_editors_write_heading_and_introduction(client, pages):
    pages.heading, pages.intro = "Een eigen kop", "Een eigen inleiding."
    pages.save_revision().publish()

    text = client.get("/").text

    assert ("<h1>Een eigen kop</h1>" in text, "Een eigen inleiding." in text) == (True, True)


def test_front_page_stands_without_pages_too(client):
    HomePage.objects.all().delete()

    assert client.get("/").status_code == 200


def test_figures_come_from_the_register(client):
    PartnershipFactory(is_example=True)
    SiteFactory.create_batch(2)
    InstitutionFactory()
    RegisterScope.objects.create(kind="school_site", sector="po", reference_date=date(2024, 11, 22), source="DUO")

    context = client.get("/").context

    assert (context["partnership_count"], context["site_count"], context["institution_count"]) == ("1", "2", "1")
    assert (context["example_count"], context["register_days"]) == (1, [(date(2024, 11, 22), "po")])


def test_planned_change_links_to_that_day(client):
    day = timezone.localdate() + timedelta(days=300)
    membership = MembershipFactory(partnership=PartnershipFactory(version__name="De Brug"), valid_from=day)

    assert f"/partnerschappen/{membership.partnership.slug}/?op={day.isoformat()}" in client.get("/").text


def test_latest_change_is_shown_with_its_record(client):
    partnership = PartnershipFactory(version__name="De Brug")
    row = Membership(
        partnership=partnership, organisation=SiteFactory(), role="school", ring="core", valid_from=date(2026, 8, 1)
    )
    add_member(row, by=Actor.for_system("test"), at=timezone.now())

    assert [one.record.title for one in client.get("/").context["happenings"]] == ["De Brug"]


def test_main_theme_with_a_contact_is_named(client):
    theme = ThemeFactory(title="Begeleiden", slug="begeleiden")
    ThemeFactory(title="Zonder iemand")
    ThemeContactFactory(theme=theme)

    assert [one.title for one in client.get("/").context["themes"]] == ["Begeleiden"]


@pytest.mark.parametrize(
    ("path", "titles"), [("/", ["Voor vo", "Voor allen"]), ("/?sector=alle", ["Voor vo", "Voor po", "Voor allen"])]
)
def test_own_sector_chooses_and_everything_stays_one_press_away(client, path, titles):
    news("Voor po", sectors=["po"])
    news("Voor vo", sectors=["vo"], on=date(2026, 11, 11))
    news("Voor allen", on=date(2026, 11, 9))
    client.cookies["sector"] = "vo"

    response = client.get(path)

    assert [one.title for one in response.context["news"]][: len(titles)] == titles
    assert ('href="?sector=alle"' in response.text) is (path == "/")


def test_every_way_in_leads_somewhere(client):
    text = client.get("/").text

    for entrance in client.get("/").context["entrances"]:
        for way in entrance.ways:
            assert f">{way.label}</a>" in text


def test_map_stands_beside_the_search_box(client):
    context = client.get("/").context

    assert context["map"]["template"] == "network/map/teaser.html"
    assert context["tiles"] == []


def test_front_page_takes_as_many_queries_for_three_as_for_one(client):
    client.get("/")
    counts = []
    for number in (1, 2):
        for partnership in PartnershipFactory.create_batch(number):
            MembershipFactory(partnership=partnership)
            MembershipFactory(partnership=partnership, valid_from=date(2030, 8, 1))
        news(f"Nieuws {number}")
        with CaptureQueriesContext(connection) as queries:
            client.get("/")
        counts.append(len(queries))

    assert counts[0] == counts[1]


def test_writing_to_the_front_page_is_refused(client):
    assert client.post("/").status_code == 405
