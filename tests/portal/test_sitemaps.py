"""The map of the site."""

import re
from datetime import UTC, datetime

import pytest

from steunpunt.foundation.access import Actor
from steunpunt.knowledge.actions.review import withdraw
from steunpunt.knowledge.models import Audience, ItemState
from steunpunt.portal.sitemaps import OurSitemap
from tests.factories.knowledge import FrameworkFactory, ItemVersionFactory, KnowledgeItemFactory, RegulationFactory
from tests.factories.network import (
    InstitutionFactory,
    PartnershipFactory,
    ProjectFactory,
    SiteFactory,
    ThemeFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("pages")]


def addresses(client, path):
    return re.findall(r"<loc>([^<]+)</loc>", client.get(path).text)


def test_index_names_every_section(client, settings):
    assert addresses(client, "/sitemap.xml") == [
        f"{settings.BASE_URL}/sitemap-{name}.xml"
        for name in (
            *("vast", "paginas", "partnerschappen", "lerarenopleidingen", "vestigingen", "themas", "projecten"),
            *("kennisbank", "kaders", "regelingen", "berichten", "bijeenkomsten", "reeksen"),
        )
    ]


def test_long_section_stands_in_parts(client, settings, monkeypatch):
    monkeypatch.setattr(OurSitemap, "limit", 2)
    SiteFactory.create_batch(3)

    address = f"{settings.BASE_URL}/sitemap-vestigingen.xml"
    assert {address, f"{address}?p=2"} <= set(addresses(client, "/sitemap.xml"))
    assert len(addresses(client, "/sitemap-vestigingen.xml?p=2")) == 1


def test_records_stand_under_the_base_address(client, settings):
    partnership = PartnershipFactory()
    site, institution = SiteFactory(), InstitutionFactory()
    theme, project = ThemeFactory(), ProjectFactory()
    base = settings.BASE_URL

    assert addresses(client, "/sitemap-partnerschappen.xml") == [f"{base}/partnerschappen/{partnership.slug}/"]
    assert addresses(client, "/sitemap-vestigingen.xml") == [f"{base}/organisaties/vestiging/{site.code}/"]
    assert addresses(client, "/sitemap-lerarenopleidingen.xml") == [f"{base}/opleiders/{institution.code}/"]
    assert addresses(client, "/sitemap-themas.xml") == [f"{base}/thema/{theme.slug}/"]
    assert addresses(client, "/sitemap-projecten.xml") == [f"{base}/projecten/{project.slug}/"]


def test_what_is_known_stands_there_with_the_day_of_its_latest_version(client, settings):
    item = KnowledgeItemFactory()
    item.live = ItemVersionFactory(item=item, number=2, published_at=datetime(2026, 10, 5, 9, tzinfo=UTC))
    item.save()
    ItemVersionFactory(item=item, number=3, created_at=datetime(2026, 11, 1, tzinfo=UTC))
    framework, regulation = FrameworkFactory(), RegulationFactory()

    assert addresses(client, "/sitemap-kennisbank.xml") == [f"{settings.BASE_URL}/kennisbank/{item.slug}/"]
    assert "<lastmod>2026-10-05</lastmod>" in client.get("/sitemap-kennisbank.xml").text
    assert addresses(client, "/sitemap-kaders.xml") == [f"{settings.BASE_URL}/kaders/{framework.slug}/"]
    assert addresses(client, "/sitemap-regelingen.xml") == [f"{settings.BASE_URL}/regelingen/{regulation.bwbr}/"]


def test_what_is_not_for_everybody_never_stands_there(client):
    partnership = PartnershipFactory()
    for audience in set(Audience.values) - {Audience.PUBLIC}:
        KnowledgeItemFactory(audience=audience, partnership=partnership)
    for state in set(ItemState.values) - {ItemState.PUBLISHED}:
        KnowledgeItemFactory(state=state)
    gone = KnowledgeItemFactory()
    withdraw(gone, "Verouderd", by=Actor.of(gone.author), at=datetime(2026, 10, 5, tzinfo=UTC))
    client.force_login(gone.author)

    assert addresses(client, "/sitemap-kennisbank.xml") == []


def test_the_lists_of_themes_and_projects_are_there(client, settings):
    found = addresses(client, "/sitemap-vast.xml")

    assert {f"{settings.BASE_URL}/thema/", f"{settings.BASE_URL}/projecten/"} <= set(found)


def test_pages_of_the_editors_are_there_and_the_front_page_once(client, settings):
    assert f"{settings.BASE_URL}/privacy/" in addresses(client, "/sitemap-paginas.xml")
    assert f"{settings.BASE_URL}/" not in addresses(client, "/sitemap-paginas.xml")
    assert f"{settings.BASE_URL}/" in addresses(client, "/sitemap-vast.xml")


def test_every_fixed_address_answers(client):
    for address in addresses(client, "/sitemap-vast.xml"):
        assert client.get(re.sub(r"^https?://[^/]+", "", address)).status_code == 200


def test_section_that_does_not_exist_is_not_found(client):
    assert client.get("/sitemap-geheim.xml").status_code == 404
