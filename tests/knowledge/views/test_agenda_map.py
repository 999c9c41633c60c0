"""The heat map of the research agenda, and what is missing on it."""

import re

import pytest

from steunpunt.knowledge.models import QuestionStatus
from tests.factories.knowledge import (
    ResearchQuestionFactory,
    ResearchWorkFactory,
)
from tests.factories.network import ProvinceFactory, RegionFactory, ThemeFactory

pytestmark = pytest.mark.django_db
AGENDA = "/onderzoeksagenda/"


def text_of(response):
    return " ".join(response.content.decode().split())


@pytest.fixture
def cell(client):
    """Reads the number in a cell of the map, and follows it to the list."""
    ProvinceFactory(code="PV20", name="Groningen")

    def read(column="Groningen", theme="begeleiden", **query):
        page = client.get(f"{AGENDA}warmtekaart/", query).content.decode()
        pattern = rf'href="({AGENDA}\?thema={theme}&amp;regio={column}[^"]*)">(\d+)</a>'
        address, number = re.search(pattern, page).groups()
        found = text_of(client.get(address.replace("&amp;", "&")))
        return int(number), int(re.search(r"(\d+) vra(?:ag|gen)<", found).group(1))

    return read


def test_each_cell_counts_what_its_list_shows(cell):
    groningen = ProvinceFactory(code="PV20", name="Groningen")
    theme = ThemeFactory(slug="begeleiden", title="Begeleiden")
    for status in (QuestionStatus.OPEN, QuestionStatus.IN_RESEARCH, QuestionStatus.RETIRED):
        ResearchQuestionFactory(level="region", themes=[theme], status=status, origin__province=groningen)
    ResearchQuestionFactory(level="nation", themes=[theme])

    assert cell() == (2, 2)
    assert cell("landelijk") == (1, 1)
    assert cell("onbekend") == (0, 0)
    assert cell(toon="in_research") == (1, 1)
    assert cell(toon="onbemand") == (1, 1)
    assert cell(toon="answered") == (0, 0)


def test_the_map_says_in_words_what_it_shows(client):
    ProvinceFactory(code="PV20", name="Groningen")
    ThemeFactory(title="Inductie")
    ResearchQuestionFactory(level="nation", themes=[ThemeFactory(title="Begeleiden")])

    page = text_of(client.get(f"{AGENDA}warmtekaart/"))

    assert "Er staat 1 vraag op de agenda." in page
    assert "Geen enkele bij Inductie." in page
    assert "niets in onderzoek bij Begeleiden." in page
    assert "Geen enkele uit Groningen." in page


def test_the_map_opens_a_theme_and_goes_by_onderwijsregio(client):
    region = RegionFactory(name="Regio Oost")
    main = ThemeFactory(slug="begeleiden", title="Begeleiden")
    part = ThemeFactory(title="Werkplek", parent=main)
    ResearchQuestionFactory(level="region", themes=[part], origin__region=region)

    page = text_of(client.get(f"{AGENDA}warmtekaart/", {"thema": "begeleiden", "per": "onderwijsregio"}))

    assert "Werkplek" in page
    assert "Regio Oost" in page
    assert f"regio={region.public_id}&amp;per=onderwijsregio" in page
    assert "Over dit thema staat er 1 vraag op de agenda." in page
    assert "Per provincie" in page
    assert "Per onderwijsregio" not in text_of(client.get(f"{AGENDA}?per=onderwijsregio"))


def test_a_map_without_themes_says_so(client):
    assert "Hier komt de warmtekaart" in text_of(
        client.get(f"{AGENDA}warmtekaart/", {"toon": "onzin", "thema": "x\x00"})
    )


def test_the_map_asks_as_many_queries_for_three_as_for_one(client, django_assert_max_num_queries):
    address = f"{AGENDA}warmtekaart/"
    ResearchWorkFactory()
    client.get(address)
    with django_assert_max_num_queries(100) as one:
        client.get(address)
    number = len(one)
    ResearchWorkFactory()
    ResearchWorkFactory()
    client.get(address)  # the directory of partnerships is gathered anew after a change

    with django_assert_max_num_queries(number):
        client.get(address)


def test_what_is_missing_is_shown_per_theme(client):
    main = ThemeFactory(title="Begeleiden")
    ThemeFactory(title="Scholing", parent=main)
    ThemeFactory(title="Inductie")
    ResearchQuestionFactory(text="Wat helpt?", themes=[main])

    page = text_of(client.get(f"{AGENDA}ontbreekt/"))

    assert "Nog geen enkele vraag" in page
    assert "Inductie" in page
    assert "Geen vraag over:" in page
    assert "Scholing" in page
    assert "1 open vraag waar niemand aan werkt" in page


def test_when_nothing_is_missing_that_is_said(client):
    assert "Er zijn nog geen thema’s" in text_of(client.get(f"{AGENDA}ontbreekt/"))
    ResearchWorkFactory()
    assert "aan elke open vraag wordt gewerkt" in text_of(client.get(f"{AGENDA}ontbreekt/"))
