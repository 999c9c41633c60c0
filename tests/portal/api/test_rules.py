"""The Dutch API Design Rules, rule by rule, on the whole API."""

import json
import re

import pytest

from steunpunt.foundation.rest.middleware import VERSION
from steunpunt.portal.api import api
from steunpunt.portal.api.changes import CHANGES
from tests.factories.network import MembershipFactory, PartnershipFactory

pytestmark = pytest.mark.django_db
LISTS = [
    *("partnerschappen", "organisaties", "lidmaatschappen", "opleidingen", "themas", "regios", "kennisitems"),
    "bijeenkomsten",
]


@pytest.fixture
def openapi(client):
    return client.get("/api/v1/openapi.json").json()


@pytest.mark.parametrize("name", LISTS)
def test_no_trailing_slash_and_no_redirect(client, name):
    assert client.get(f"/api/v1/{name}").status_code == 200
    response = client.get(f"/api/v1/{name}/")
    assert (response.status_code, response["Content-Type"]) == (404, "application/problem+json")


@pytest.mark.parametrize(
    "path", ["/api/v1/", "/api/", "/api", "/api/v2", "/api/v1/nergens", "/api/v1/partnerschappen/x/y"]
)
def test_unknown_address_is_a_problem(client, path):
    response = client.get(path)

    assert (response.status_code, response.json()["status"]) == (404, 404)
    assert response["Content-Type"] == "application/problem+json"


def test_paths_are_kebab_case_and_plural(openapi):
    for path in openapi["paths"]:
        parts = [part for part in path.removeprefix("/api/v1/").split("/") if not part.startswith("{")]
        assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", part) for part in parts)
        assert parts[0].endswith(("en", "s"))


def test_query_keys_and_attributes_are_camel_case(openapi):
    keys = [one["name"] for path in openapi["paths"].values() for one in path["get"].get("parameters", [])]
    attributes = [name for schema in openapi["components"]["schemas"].values() for name in schema.get("properties", {})]

    assert [key for key in keys if not re.fullmatch(r"[a-z]+([A-Z][a-z]*)*", key)] == []
    assert [name for name in attributes if not re.fullmatch(r"_?[a-z]+([A-Z][a-z]*)*", name)] == []


def test_description_is_open_and_names_a_contact(client, openapi):
    response = client.get("/api/v1/openapi.json")

    assert response["Access-Control-Allow-Origin"] == "*"
    assert openapi["openapi"].startswith("3.")
    assert set(openapi["info"]["contact"]) >= {"name", "url"}
    assert openapi["info"]["version"] == VERSION


def test_only_reading_is_offered(openapi):
    assert {method for path in openapi["paths"].values() for method in path} == {"get"}


def test_errors_are_described(openapi):
    for path in openapi["paths"].values():
        assert "application/problem+json" in path["get"]["responses"]["400"]["content"]


@pytest.mark.parametrize(
    "path", ["/api/v1", "/api/v1/partnerschappen", "/api/v1/nergens", "/api/v1/openapi.json", "/api/v1/changelog"]
)
def test_every_answer_names_the_whole_version(client, path):
    assert re.fullmatch(r"1\.\d+\.\d+", client.get(path)["API-Version"])


@pytest.mark.parametrize("name", LISTS)
def test_invalid_input_is_400_with_all_errors(client, name):
    response = client.get(f"/api/v1/{name}?pagina=nul&paginaGrootte=9999&op=gisteren&wat=dit")

    assert (response.status_code, response["Content-Type"]) == (400, "application/problem+json")
    assert {one["location"]["name"] for one in response.json()["errors"]} == {"pagina", "paginaGrootte", "op", "wat"}
    assert set(response.json()) >= {"status", "title", "detail"}


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_writing_is_refused(client, method):
    response = getattr(client, method)("/api/v1/partnerschappen")

    assert (response.status_code, response["Content-Type"]) == (405, "application/problem+json")


def test_head_answers_without_a_body(client):
    response = client.head("/api/v1/partnerschappen")

    assert (response.status_code, response.content) == (200, b"")


def test_browser_of_another_site_may_ask_first(client):
    response = client.options("/api/v1/partnerschappen", headers={"origin": "https://elders.invalid"})

    assert (response.status_code, response["Access-Control-Allow-Methods"]) == (204, "GET, HEAD, OPTIONS")


@pytest.mark.parametrize(
    ("header", "value"),
    [
        ("Cache-Control", "no-store"),
        ("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"),
        ("Access-Control-Allow-Origin", "*"),
    ],
)
def test_headers_of_safety(client, header, value):
    assert client.get("/api/v1/partnerschappen")[header] == value


def test_secure_site_says_so(client, settings):
    settings.SECURE_HSTS_SECONDS = 31_536_000

    assert "max-age=31536000" in client.get("/api/v1/partnerschappen", secure=True)["Strict-Transport-Security"]


def test_question_needs_no_session(client):
    response = client.get("/api/v1/partnerschappen")

    assert ("Set-Cookie" in response, "Cookie" in response.get("Vary", "")) == (False, False)


def test_dates_have_no_time_and_moments_are_in_utc(client):
    MembershipFactory()
    found = client.get("/api/v1/lidmaatschappen").json()

    assert re.fullmatch(r"\d{4}-\d\d-\d\d", found["resultaten"][0]["sinds"])
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", found["opgevraagdOp"])


def test_list_is_asked_page_by_page(client):
    PartnershipFactory.create_batch(3)

    found = client.get("/api/v1/partnerschappen?paginaGrootte=2&pagina=2").json()

    assert (found["totaal"], len(found["resultaten"]), found["pagina"]) == (3, 1, 2)
    assert found["_links"]["prev"]["href"].endswith("/api/v1/partnerschappen?paginaGrootte=2&pagina=1")


def test_answer_says_whether_it_is_an_example(client, settings):
    assert client.get("/api/v1/themas").json()["voorbeeld"] is True
    settings.EXAMPLE_MODE = False
    assert client.get("/api/v1/themas").json()["voorbeeld"] is False


def test_fault_of_ours_is_a_problem_without_details(client, monkeypatch):
    client.raise_request_exception = False
    monkeypatch.setattr("steunpunt.network.api.partnerships.partnership_directory", lambda *_: 1 / 0)

    response = client.get("/api/v1/partnerschappen")

    assert (response.status_code, response["Content-Type"]) == (500, "application/problem+json")
    assert "division" not in json.dumps(response.json())


def test_entrance_leads_to_every_list(client):
    links = client.get("/api/v1").json()["_links"]

    assert set(LISTS) < set(links)
    for name in LISTS:
        assert client.get(re.sub(r"^https?://[^/]+", "", links[name]["href"])).status_code == 200


def test_changes_are_written_down_up_to_this_version(client):
    text = client.get("/api/v1/changelog").text

    assert CHANGES[0].version == api.version
    assert all(change.version in text for change in CHANGES)
