"""The page with all data sets, and their downloads."""

import csv
import io

import pytest

from steunpunt.foundation.boards import opendata
from tests.factories.network import PartnershipFactory

pytestmark = pytest.mark.django_db


def rows(response):
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text), delimiter=";"))


def test_every_data_set_stands_on_the_page_with_licence_and_columns(client):
    text = client.get("/open-data/").text

    for pin in opendata:
        assert f'href="/open-data/{pin.name}.csv"' in text
        assert all(f"<code>{column.name}</code>" in text for column in pin.columns)
    assert "CC0 1.0" in text


def test_file_is_filtered_as_the_list_is(client):
    PartnershipFactory(version__name="Alfa", version__sectors=["po"])
    PartnershipFactory(version__name="Beta", version__sectors=["vo"])

    assert [row["naam"] for row in rows(client.get("/open-data/partnerschappen.csv?sector=vo"))] == ["Beta"]


def test_list_gives_the_same_file(client):
    PartnershipFactory(version__name="Alfa")

    listed = rows(client.get("/partnerschappen/?formaat=csv"))
    assert listed == rows(client.get("/open-data/partnerschappen.csv"))


def test_name_that_looks_like_a_formula_stays_text(client):
    PartnershipFactory(version__name='=HYPERLINK("https://kwaad.invalid")')

    assert rows(client.get("/open-data/partnerschappen.csv"))[0]["naam"] == '\'=HYPERLINK("https://kwaad.invalid")'


def test_example_is_marked_in_every_row(client):
    PartnershipFactory(is_example=True)

    assert rows(client.get("/open-data/partnerschappen.csv"))[0]["voorbeeld"] == "ja"


@pytest.mark.parametrize("path", ["partnerschappen.pdf", "geheimen.csv", "opleidingen.geojson"])
def test_what_is_not_offered_is_not_found(client, path):
    assert client.get(f"/open-data/{path}").status_code == 404


@pytest.mark.parametrize(
    "path", ["partnerschappen.xlsx", "lidmaatschappen.geojson", "vestigingen.csv", "opleidingen.xlsx"]
)
def test_every_format_is_an_attachment(client, path):
    response = client.get(f"/open-data/{path}")

    assert response["Content-Disposition"].startswith(f'attachment; filename="{path.split(".")[0]}-')
    response.close()
