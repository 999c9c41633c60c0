"""What is not for everybody is found in no way that leaves the house."""

import re

import pytest

from steunpunt.knowledge.actions.harvest import mark_changes
from steunpunt.knowledge.models import Audience, HarvestMark, ItemState
from steunpunt.knowledge.queries.harvest_marks import identifier_of
from tests.factories.knowledge import KnowledgeItemFactory, KnownAnswerFactory, OpenQuestionFactory
from tests.factories.knowledge_use import CollectedItemFactory, ItemUseFactory
from tests.factories.network import PartnershipFactory, ThemeFactory
from tests.knowledge.making import NOW

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("hidden")]
SECRET = "Geheimtaal achter slot"
"""The first word is asked for, and may be repeated as what somebody typed."""
LISTS = [
    "/kennisbank/nieuw.atom",
    "/thema/stil/kennis.atom",
    "/sitemap-kennisbank.xml",
    "/api/v1/kennisitems",
    "/api/v1/kennisitems?thema=stil",
    "/api/v1/kennisitems?q=Geheimtaal",
    "/open-data/kennisitems.csv",
    "/open-data/kennisitems.csv?thema=stil",
    "/open-data/kennisitems.xlsx",
    "/oai/?verb=ListRecords&metadataPrefix=oai_dc",
    "/oai/?verb=ListRecords&metadataPrefix=lom&set=thema:stil",
    "/oai/?verb=ListIdentifiers&metadataPrefix=lom",
    "/oai/?verb=ListSets",
    "/oai/?verb=Identify",
]


@pytest.fixture(params=["draft", "in_review", "withdrawn", "members", "signed_in", "partnership", "staff"])
def hidden(request):
    """An item that nobody outside may know of, in a theme with nothing else, beside one that all may see."""
    theme = ThemeFactory(slug="stil", title="Stil")
    ways = {
        "draft": {"state": ItemState.DRAFT},
        "in_review": {"state": ItemState.IN_REVIEW},
        "withdrawn": {"state": ItemState.WITHDRAWN},
        "members": {"audience": Audience.MEMBERS},
        "signed_in": {"audience": Audience.SIGNED_IN},
        "staff": {"audience": Audience.STAFF},
        "partnership": {"audience": Audience.PARTNERSHIP, "partnership": PartnershipFactory()},
    }
    item = KnowledgeItemFactory(slug="geheim", version__title=SECRET, version__themes=[theme], **ways[request.param])
    KnowledgeItemFactory(slug="open", version__title="Open", copied_from=item, replaced_by=item)
    mark_changes(at=NOW)
    return item


def content(response):
    return b"".join(response.streaming_content) if response.streaming else response.content


@pytest.mark.parametrize("path", LISTS)
def test_no_list_knows_of_it(client, hidden, path):
    text = content(client.get(path)).decode("utf-8", "replace")

    assert SECRET not in text
    assert "/geheim/" not in text
    assert hidden.public_id not in text


def test_no_count_knows_of_it(client):
    assert client.get("/api/v1/kennisitems").json()["totaal"] == 1
    assert client.get("/api/v1/kennisitems?thema=stil").json()["totaal"] == 0
    assert "noRecordsMatch" in client.get("/oai/?verb=ListIdentifiers&metadataPrefix=lom&set=thema:stil").text
    assert len(re.findall("<header", client.get("/oai/?verb=ListIdentifiers&metadataPrefix=lom").text)) == 1
    assert HarvestMark.objects.count() == 1


@pytest.mark.parametrize("part", ["kaart/", "bronvermelding.bib", "bronvermelding.ris", "qr.svg"])
def test_nothing_of_its_own_is_there(client, part):
    assert client.get(f"/kennisbank/geheim/{part}").status_code == 404
    assert client.get(f"/kennisbank/open/{part}").status_code == 200


def test_neither_api_nor_harvester_gets_it_by_name(client, hidden):
    name = identifier_of(hidden.public_id)

    assert client.get(f"/api/v1/kennisitems/{hidden.public_id}").status_code == 404
    for query in (f"GetRecord&metadataPrefix=lom&identifier={name}", f"ListMetadataFormats&identifier={name}"):
        assert "idDoesNotExist" in client.get(f"/oai/?verb={query}").text


@pytest.mark.parametrize("path", ["/kennisbank/open/bronvermelding.bib", "/kennisbank/open/kaart/"])
def test_copy_does_not_tell_of_a_source_that_is_hidden(client, path):
    assert SECRET not in client.get(path).text


def test_copy_in_the_api_does_not_either(client):
    address = client.get("/api/v1/kennisitems").json()["resultaten"][0]["_links"]["self"]["href"]
    row = client.get(re.sub("^https?://[^/]+", "", address)).json()

    assert (row["bewerkingVan"], row["vervangenDoor"]) == (None, None)


PAGES = [
    "/kennisbank/",
    "/kennisbank/?q=Geheimtaal",
    "/kennisbank/open/",
    "/kennisbank/verzamelingen/",
    "/zoeken/?q=Geheimtaal",
    "/zoeken/suggesties/?q=Geheim",
    "/thema/stil/",
    "/gereedschapskist/?q=Geheimtaal",
    "/gereedschapskist/?thema=stil",
    "/gereedschapskist/open-vragen/?stand=beantwoord",
    "/onderzoeksagenda/",
    "/open-data/onderzoeksvragen.csv",
    "/berichten/",
    "/partnerschappen/maker/",
    "/",
]


@pytest.fixture
def told_around(hidden):
    """Everything that may point at an item: a collection, a use, an answer in the toolbox and one on the agenda."""
    hidden.partnership = hidden.partnership or PartnershipFactory()
    hidden.partnership.slug = "maker"
    hidden.partnership.save()
    hidden.save()
    collected = CollectedItemFactory(item=hidden, collection__is_public=True, note="Stille zin")
    ItemUseFactory(item=hidden, result="Stille opbrengst")
    question = OpenQuestionFactory(state="answered", answer="Kijk hier.", decided_at=NOW)
    question.items.add(hidden)
    known = KnownAnswerFactory()
    known.items.add(hidden)
    return [
        f"/kennisbank/verzamelingen/{collected.collection.public_id}/",
        f"/gereedschapskist/open-vragen/{question.public_id}/",
        f"/onderzoeksagenda/{known.question.slug}/",
    ]


def assert_silent(client, path, hidden):
    response = client.get(path, follow=True)
    text = content(response).decode("utf-8", "replace")
    assert response.status_code == 200, path
    for word in (SECRET, "/geheim/", hidden.public_id, "Stille zin", "Stille opbrengst"):
        assert word not in text, path


@pytest.mark.parametrize("path", PAGES)
def test_no_page_knows_of_it(client, hidden, told_around, path):
    assert_silent(client, path, hidden)


def test_what_points_at_it_does_not_tell(client, hidden, told_around):
    for path in told_around:
        assert_silent(client, path, hidden)


def test_balances_do_not_count_it(client, hidden, told_around):
    text = client.get("/partnerschappen/maker/").text

    assert "Deelde" not in text
    assert "Hielp" not in text
