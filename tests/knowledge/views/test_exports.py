"""Taking an item along: BibTeX, RIS and a QR code."""

import json
import re

import pytest
import rispy
from bibtexparser import parse_string
from lxml import etree

from steunpunt.knowledge.models import Audience
from tests.factories.foundation import UserFactory
from tests.factories.knowledge import KnowledgeItemFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def item():
    return KnowledgeItemFactory(slug="startgesprek", version__title="Startgesprek", is_example=True)


def test_reference_managers_can_read_it(client, item):
    bib = client.get("/kennisbank/startgesprek/bronvermelding.bib")
    ris = client.get("/kennisbank/startgesprek/bronvermelding.ris")

    assert parse_string(bib.text).entries[0]["title"] == "{Startgesprek}"
    assert rispy.loads(ris.text)[0]["title"] == "Startgesprek"
    assert "Voorbeeld" in bib.text
    assert "Voorbeeld" in ris.text
    assert bib["Content-Disposition"] == f'attachment; filename="steunpunt-{item.public_id}.bib"'


def test_qr_code_is_a_picture(client, item):
    response = client.get("/kennisbank/startgesprek/qr.svg")

    assert response["Content-Type"] == "image/svg+xml"
    assert etree.fromstring(response.content).tag == "{http://www.w3.org/2000/svg}svg"
    assert not response.cookies


def test_page_of_an_item_names_it_for_search_engines_and_as_a_source(client, item):
    text = client.get("/kennisbank/startgesprek/").text

    facts = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', text)[1])
    assert facts["name"] == "Startgesprek"
    assert "LearningResource" in facts["@type"]
    assert "Startgesprek [" in text
    assert "/kennisbank/startgesprek/kaart/" in text


def test_page_of_an_item_for_members_offers_none_of_it(client, item):
    item.audience = Audience.SIGNED_IN
    item.save()
    client.force_login(UserFactory())

    text = client.get("/kennisbank/startgesprek/").text

    assert "Startgesprek" in text
    assert "ld+json" not in text
    assert "startgesprek/kaart/" not in text
