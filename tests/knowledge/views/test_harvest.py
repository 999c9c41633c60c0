"""OAI-PMH at its address, walked by a client library too."""

from datetime import timedelta

import pytest
from django.test import Client
from lxml import etree
from oaipmh_scythe import Scythe

from steunpunt.knowledge.actions.harvest import mark_changes
from steunpunt.knowledge.formats.dublincore import NAMESPACE as DC
from steunpunt.knowledge.formats.lom import NAMESPACE as LOM
from steunpunt.knowledge.models import HarvestMark, ItemState
from steunpunt.knowledge.queries import harvest_marks
from steunpunt.knowledge.queries.harvest_marks import identifier_of
from tests.factories.knowledge import KnowledgeItemFactory
from tests.knowledge.formats.schemas import assert_valid, imsmd, oai_dc, oai_pmh
from tests.knowledge.making import NOW

pytestmark = pytest.mark.django_db
OAI = "{http://www.openarchives.org/OAI/2.0/}"
ITEM = "identifier=oai:localhost:kennis/"


def ask(client, query):
    response = client.get(f"/oai/?{query}")
    assert (response.status_code, response["Content-Type"]) == (200, "text/xml; charset=utf-8")
    found = etree.fromstring(response.content)
    assert_valid(oai_pmh(), found)
    return found


def code_of(found):
    return found.find(f"{OAI}error").get("code")


@pytest.fixture
def item():
    found = KnowledgeItemFactory(version__title="Startgesprek")
    mark_changes(at=NOW)
    return found


def test_it_says_who_we_are(client, item, settings):
    found = ask(client, "verb=Identify").find(f"{OAI}Identify")

    assert found.findtext(f"{OAI}baseURL") == f"{settings.BASE_URL}/oai/"
    assert found.findtext(f"{OAI}earliestDatestamp") == "2026-09-01T12:00:00Z"
    assert found.findtext(f"{OAI}deletedRecord") == "persistent"
    assert "voorbeeld" in found.findtext(f"{OAI}repositoryName")


def test_empty_knowledge_base_says_so(client):
    assert ask(client, "verb=Identify").find(f"{OAI}Identify") is not None
    assert code_of(ask(client, "verb=ListRecords&metadataPrefix=lom")) == "noRecordsMatch"


@pytest.mark.parametrize("prefix", ["oai_dc", "lom"])
def test_record_comes_in_each_format(client, item, prefix):
    found = ask(client, f"verb=GetRecord&metadataPrefix={prefix}&identifier={identifier_of(item.public_id)}")

    assert "Startgesprek" in etree.tostring(found).decode()
    assert found.find(f"{OAI}request").get("metadataPrefix") == prefix


def test_lists_of_formats_and_sets(client, item):
    prefixes = [one.text for one in ask(client, "verb=ListMetadataFormats").iter(f"{OAI}metadataPrefix")]
    assert prefixes == ["oai_dc", "lom"]
    assert (
        ask(client, f"verb=ListMetadataFormats&identifier={identifier_of(item.public_id)}").find(
            f"{OAI}ListMetadataFormats"
        )
        is not None
    )
    assert "soort:leertaak" in [one.text for one in ask(client, "verb=ListSets").iter(f"{OAI}setSpec")]


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("", "badVerb"),
        ("verb=Identify&verb=Identify", "badVerb"),
        ("verb=ListRecords", "badArgument"),
        ("verb=ListRecords&metadataPrefix=oai_dc&from=x", "badArgument"),
        ("verb=ListRecords&metadataPrefix=mods", "cannotDisseminateFormat"),
        (f"verb=GetRecord&metadataPrefix=mods&{ITEM}x", "cannotDisseminateFormat"),
        (f"verb=GetRecord&metadataPrefix=lom&{ITEM}x", "idDoesNotExist"),
        (f"verb=ListMetadataFormats&{ITEM}x", "idDoesNotExist"),
        ("verb=ListRecords&metadataPrefix=lom&set=thema:nergens", "noRecordsMatch"),
        ("verb=ListIdentifiers&metadataPrefix=lom&until=2000-01-01", "noRecordsMatch"),
        ("verb=ListRecords&resumptionToken=verzonnen", "badResumptionToken"),
        ("verb=ListSets&resumptionToken=verzonnen", "badResumptionToken"),
    ],
)
def test_every_error_is_an_answer(client, item, query, code):
    assert code_of(ask(client, query)) == code


def test_wrong_question_is_not_repeated(client):
    assert dict(ask(client, "verb=Onzin&x=%00").find(f"{OAI}request").attrib) == {}


def test_question_may_be_posted_without_a_cookie(item):
    client = Client(enforce_csrf_checks=True)
    response = client.post("/oai/", {"verb": "ListIdentifiers", "metadataPrefix": "lom"})

    assert etree.fromstring(response.content).find(f".//{OAI}identifier").text == identifier_of(item.public_id)
    assert not response.cookies
    assert client.put("/oai/").status_code == 405


def test_withdrawn_item_is_told_as_taken_away(client, item):
    item.state = ItemState.WITHDRAWN
    item.save()
    mark_changes(at=NOW + timedelta(days=1))

    found = ask(client, "verb=ListRecords&metadataPrefix=oai_dc&from=2026-09-02")

    assert found.find(f".//{OAI}header").get("status") == "deleted"
    assert "Startgesprek" not in etree.tostring(found).decode()
    assert HarvestMark.objects.count() == 1


@pytest.mark.parametrize(("prefix", "schema"), [("oai_dc", oai_dc), ("lom", imsmd)])
def test_a_client_library_walks_all_of_it(live_server, monkeypatch, prefix, schema):
    monkeypatch.setattr(harvest_marks, "PAGE", 3)
    items = KnowledgeItemFactory.create_batch(8)
    gone = KnowledgeItemFactory()
    mark_changes(at=NOW)
    gone.state = ItemState.WITHDRAWN
    gone.save()

    with Scythe(f"{live_server.url}/oai/") as harvester:
        found = list(harvester.list_records(metadata_prefix=prefix))
        headers = list(harvester.list_identifiers(metadata_prefix=prefix, set_="sector:po"))

    whole = [record for record in found if not record.deleted]
    assert {record.header.identifier for record in whole} == {identifier_of(item.public_id) for item in items}
    assert [record.header.identifier for record in found if record.deleted] == [identifier_of(gone.public_id)]
    assert len(headers) == 9
    for record in whole:
        namespace, name = (DC, "dc") if prefix == "oai_dc" else (LOM, "lom")
        assert_valid(schema(), record.xml.find(f".//{{{namespace}}}{name}"))
