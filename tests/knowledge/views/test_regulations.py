"""The pages of regulations: the list, and one with our own summary."""

from datetime import date

import pytest

from steunpunt.knowledge.models import InForce
from tests.factories.knowledge import FrameworkFactory, RegulationFactory
from tests.factories.network import ThemeFactory

pytestmark = pytest.mark.django_db


def text_of(response):
    return " ".join(response.content.decode().split())


def test_the_list_groups_by_whether_they_hold(client):
    RegulationFactory(title="Besluit A", in_force=InForce.UNKNOWN)
    RegulationFactory(title="Regeling B", in_force=InForce.NO)

    page = text_of(client.get("/regelingen/"))

    assert page.index("Onbekend of ze nog gelden") < page.index("Besluit A") < page.index("Gelden niet meer")
    assert "Gelden nu" not in page


def test_an_empty_list_says_so(client):
    assert "Nog geen regelingen" in text_of(client.get("/regelingen/"))


def test_the_list_asks_as_many_queries_for_three_as_for_one(client, django_assert_max_num_queries):
    RegulationFactory()
    client.get("/regelingen/")
    with django_assert_max_num_queries(100) as one:
        client.get("/regelingen/")
    RegulationFactory.create_batch(2)

    with django_assert_max_num_queries(len(one)):
        client.get("/regelingen/")


def test_a_page_says_what_is_in_it_and_where_the_text_stands(client):
    regulation = RegulationFactory(
        bwbr="BWBR0025839", title="Regeling A", signed_on=date(2009, 4, 27), text_as_of="2015", sectors=["po"]
    )
    regulation.themes.set([ThemeFactory(title="Bekostiging", slug="bekostiging")])
    framework = FrameworkFactory(title="Kader A", source="BWBR0025839, bijlage 1")

    page = text_of(client.get("/regelingen/BWBR0025839/"))

    assert "27 april 2009" in page
    assert "Dat weten wij niet." in page
    assert 'href="https://wetten.overheid.nl/BWBR0025839"' in page
    assert 'href="/thema/bekostiging/"' in page
    assert f'<a href="/kaders/{framework.slug}/">Kader A</a>' in page


def test_an_unknown_number_is_not_found(client):
    assert client.get("/regelingen/BWBR9999999/").status_code == 404
