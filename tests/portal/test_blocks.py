"""The blocks that editors build a page from."""

from datetime import date

import pytest
from wagtail.models import Page

from steunpunt.foundation.boards import privacy
from steunpunt.portal.blocks import ConformanceBlock, ContactBlock, PrivacyRegisterBlock
from steunpunt.portal.models import ContentPage

pytestmark = pytest.mark.django_db


def page_with(client, pages, *blocks):
    page = ContentPage(title="Proef", slug="proef", body=list(blocks))
    Page.objects.get(pk=pages.pk).add_child(instance=page)
    page.save_revision().publish()
    return client.get("/proef/").text


@pytest.mark.parametrize(
    ("block", "shown"),
    [
        (("text", "<h2>Kop</h2><p>Tekst</p>"), "<h2>Kop</h2><p>Tekst</p>"),
        (("note", {"kind": "warning", "title": "Pas op", "text": "<p>Lees dit.</p>"}), "alert--warning"),
        (("question", {"question": "Waarom?", "answer": "<p>Daarom.</p>"}), "<details"),
        (("cards", {"cards": [{"title": "Kaart", "text": "", "page": None, "url": "/kaart/"}]}), 'href="/kaart/"'),
    ],
)
def test_block_stands_in_our_own_look(client, pages, block, shown):
    assert shown in page_with(client, pages, block)


def test_privacy_list_is_what_the_rooms_declare():
    text = PrivacyRegisterBlock().render(None)

    assert len(privacy) > 0
    assert all(f"<li>{pin.label}</li>" in text for pin in privacy)


@pytest.mark.parametrize(
    ("address", "shown"),
    [("info@voorbeeld.invalid", 'href="mailto:info@voorbeeld.invalid"'), ("", "nog geen e-mailadres")],
)
def test_contact_comes_from_the_settings(settings, address, shown):
    settings.CONTACT_EMAIL = address

    assert shown in ContactBlock().render(None)


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        ("A", "Deze website is onderzocht"),
        ("B", "voldoet gedeeltelijk"),
        ("C", "onderzoek is gepland"),
        ("D", "nog niet onderzocht"),
    ],
)
def test_statement_says_no_more_than_its_status(status, sentence):
    block = ConformanceBlock()
    value = block.to_python({"status": status, "on": date(2026, 11, 1).isoformat(), "report": ""})

    assert sentence in block.render(value)
    assert f"Nalevingsstatus {status}, vastgesteld op 1 november 2026." in block.render(value)
