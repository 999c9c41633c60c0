"""Rows as GeoJSON."""

import json
from datetime import date

from steunpunt.foundation.opendata.geojson import geojson_pieces, has_points

COLUMNS = ("naam", "sinds", "voorbeeld", "breedtegraad", "lengtegraad")


def read(rows):
    return json.loads("".join(geojson_pieces(COLUMNS, rows, {"licentie": "CC0"})))


def test_row_with_a_place_becomes_a_point_with_longitude_first():
    feature = read([("De Brug", date(2023, 8, 1), True, 52.1, 5.2)])["features"][0]
    assert feature == {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [5.2, 52.1]},
        "properties": {"naam": "De Brug", "sinds": "2023-08-01", "voorbeeld": True},
    }


def test_row_without_a_place_keeps_its_facts():
    feature = read([("De Brug", None, False, None, None)])["features"][0]
    assert (feature["geometry"], feature["properties"]["naam"]) == (None, "De Brug")


def test_collection_without_rows_is_whole():
    assert read([]) == {"type": "FeatureCollection", "licentie": "CC0", "features": []}


def test_only_columns_with_both_coordinates_can_be_drawn():
    assert (has_points(COLUMNS), has_points(("naam", "breedtegraad"))) == (True, False)
