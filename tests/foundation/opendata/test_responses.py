"""A data set as an answer."""

import json

import pytest
from django.http import Http404
from django.test import RequestFactory
from openpyxl import load_workbook

from steunpunt.foundation.access import Actor
from steunpunt.foundation.boards import Column, OpenDataPin, opendata
from steunpunt.foundation.opendata.responses import download, download_asked, formats_of

pytestmark = pytest.mark.django_db
"""Closing an answer looks at the database connection, also when nothing was read from it."""


def cities(actor, parameters):
    yield from [row for row in [("Ede", 52.0, 5.7), ("Assen", 53.0, 6.6)] if row[0] == parameters.get("plaats", row[0])]


@pytest.fixture
def pin(monkeypatch):
    columns = (Column("plaats", "naam"), Column("breedtegraad", "lat"), Column("lengtegraad", "lon"))
    monkeypatch.setattr(opendata, "_pins", {})
    pin = OpenDataPin("steden", "Steden", "Waar wij zijn", columns, cities, "CC0", "eigen lijst")
    opendata.pin(pin)
    return pin


def ask(query=""):
    request = RequestFactory().get(f"/lijst/?{query}")
    request.actor = Actor.visitor()
    return request


def body(response):
    content = b"".join(response.streaming_content)
    response.close()
    return content


def test_filter_of_the_query_holds_in_the_file(pin):
    assert body(download(ask("plaats=Ede"), "steden", "csv")).decode("utf-8-sig") == (
        "plaats;breedtegraad;lengtegraad\r\nEde;52.0;5.7\r\n"
    )


def test_file_is_named_after_the_data_and_the_day(pin):
    response = download(ask("op=2026-07-31"), "steden", "csv")
    assert response["Content-Disposition"] == 'attachment; filename="steden-2026-07-31.csv"'


def test_geojson_says_where_it_comes_from(pin):
    found = json.loads(body(download(ask("op=2026-07-31"), "steden", "geojson")))
    assert (found["bron"], found["licentie"], found["zoals op"]) == ("eigen lijst", "CC0", "2026-07-31")


def test_workbook_holds_every_row(pin, tmp_path):
    path = tmp_path / "steden.xlsx"
    path.write_bytes(body(download(ask(), "steden", "xlsx")))
    assert [row[0].value for row in load_workbook(path)["Steden"].rows] == ["plaats", "Ede", "Assen"]


@pytest.mark.parametrize(("name", "format_name"), [("steden", "pdf"), ("dorpen", "csv")])
def test_what_does_not_exist_is_not_found(pin, name, format_name):
    with pytest.raises(Http404):
        download(ask(), name, format_name)


def test_list_without_a_format_is_no_download(pin):
    assert download_asked(ask("plaats=Ede"), "steden") is None


def test_data_without_places_has_no_geojson(pin):
    table = OpenDataPin("namen", "Namen", "", (Column("naam", ""),), cities, "CC0", "")
    assert (formats_of(table), formats_of(pin)) == (["csv", "xlsx"], ["csv", "xlsx", "geojson"])
