"""The card for other sites: the only page of ours that may stand in a frame."""

import pytest
from django.template.loader import render_to_string
from lxml import html

from tests.factories.knowledge import KnowledgeItemFactory
from tests.factories.network import PartnershipFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def item():
    partnership = PartnershipFactory(version__name="Oost")
    return KnowledgeItemFactory(
        slug="start", version__title="Start & <b>klaar</b>", partnership=partnership, is_example=True
    )


def policy(response):
    parts = [part.split() for part in response["Content-Security-Policy"].split(";")]
    return {part[0]: part[1:] for part in parts if part}


def test_card_may_be_framed_and_runs_nothing(client, item):
    response = client.get("/kennisbank/start/kaart/")

    assert policy(response)["frame-ancestors"] == ["*"]
    assert policy(response)["script-src"] == ["'none'"]
    assert "X-Frame-Options" not in response
    assert "<script" not in response.text


def test_card_knows_nobody(client, item):
    response = client.get("/kennisbank/start/kaart/")

    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")
    assert response["Cache-Control"] == "public, max-age=600"


def test_card_says_what_it_is_and_whose(client, item, settings):
    text = client.get("/kennisbank/start/kaart/").text

    assert "Start &amp; &lt;b&gt;klaar&lt;/b&gt;" in text
    assert f'href="{settings.BASE_URL}/kennisbank/start/"' in text
    assert "voorbeeld" in text
    assert "Oost" in text


@pytest.mark.parametrize(
    "path", ["/kennisbank/start/", "/kennisbank/", "/", "/kennisbank/start/qr.svg", "/oai/?verb=Identify"]
)
def test_nothing_else_may_be_framed(client, item, path):
    response = client.get(path)

    assert policy(response)["frame-ancestors"] == ["'none'"]
    assert response["X-Frame-Options"] == "DENY"


def test_code_to_copy_is_text(item, settings):
    code = render_to_string("knowledge/_embed_code.html", {"item": item, "base_url": settings.BASE_URL})

    assert "&lt;iframe src=" in code
    assert f"{settings.BASE_URL}/kennisbank/start/kaart/" in code
    assert "<iframe" not in code


def test_a_title_cannot_become_code_on_the_site_of_a_partner(item, settings):
    item.live.title = 'Zo "werkt" het" onload="alert(1)'
    page = html.fromstring(
        render_to_string("knowledge/_embed_code.html", {"item": item, "base_url": settings.BASE_URL})
    )

    copied = html.fromstring(page.xpath("//textarea")[0].text)

    assert sorted(copied.attrib) == ["height", "loading", "src", "title", "width"]
    assert copied.get("title") == item.live.title
