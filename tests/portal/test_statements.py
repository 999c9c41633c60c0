"""Small files that other programs look for."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone


def fields(text):
    return dict(line.split(": ", 1) for line in text.splitlines())


def test_security_txt_is_plain_text_with_the_fields_of_the_standard(client, settings):
    settings.SECURITY_EMAIL = "veilig@voorbeeld.invalid"
    response = client.get("/.well-known/security.txt")

    assert response["Content-Type"] == "text/plain; charset=utf-8"
    found = fields(response.text)
    assert found["Contact"] == "mailto:veilig@voorbeeld.invalid"
    assert found["Canonical"] == f"{settings.BASE_URL}/.well-known/security.txt"
    assert found["Preferred-Languages"] == "nl, en"


def test_security_txt_expires_within_a_year(client):
    expires = datetime.strptime(fields(client.get("/.well-known/security.txt").text)["Expires"], "%Y-%m-%dT%H:%M:%SZ")

    left = expires.replace(tzinfo=UTC) - timezone.now()
    assert timedelta(days=90) < left < timedelta(days=365)


def test_without_an_address_the_page_about_us_is_the_contact(client, settings):
    settings.SECURITY_EMAIL = ""

    assert fields(client.get("/.well-known/security.txt").text)["Contact"] == f"{settings.BASE_URL}/over/"


def test_example_stays_out_of_search_engines(client):
    assert client.get("/robots.txt").text == "User-agent: *\nDisallow: /\n"


def test_real_installation_is_open_but_for_its_private_corners(client, settings):
    settings.EXAMPLE_MODE = False
    lines = client.get("/robots.txt").text.splitlines()

    assert "Disallow: /" not in lines
    assert {"Disallow: /account/", "Disallow: /beheer/", "Disallow: /zoeken/"} <= set(lines)
    assert lines[-1] == f"Sitemap: {settings.BASE_URL}/sitemap.xml"


@pytest.mark.parametrize("path", ["/.well-known/security.txt", "/robots.txt"])
def test_files_are_only_read(client, path):
    assert client.post(path).status_code == 405
