"""Rows as GeoJSON (RFC 7946), feature by feature."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime

CONTENT_TYPE = "application/geo+json"
LATITUDE, LONGITUDE = "breedtegraad", "lengtegraad"


def has_points(columns: Sequence[str]) -> bool:
    """Whether a data set with these columns can be drawn."""
    return LATITUDE in columns and LONGITUDE in columns


def geojson_pieces(
    columns: Sequence[str], rows: Iterable[Sequence[object]], about: Mapping[str, object]
) -> Iterator[str]:
    """A feature collection in pieces; a row without a place keeps its facts and has no geometry."""
    head = json.dumps({"type": "FeatureCollection", **about}, ensure_ascii=False, default=_plain)
    yield head[:-1] + ', "features": ['
    before = "\n"
    for row in rows:
        yield before + json.dumps(_feature(columns, row), ensure_ascii=False, default=_plain)
        before = ",\n"
    yield "\n]}\n"


def _feature(columns: Sequence[str], row: Sequence[object]) -> dict[str, object]:
    facts = dict(zip(columns, row, strict=True))
    latitude, longitude = facts.pop(LATITUDE, None), facts.pop(LONGITUDE, None)
    known = latitude is not None and longitude is not None
    geometry = {"type": "Point", "coordinates": [longitude, latitude]} if known else None
    return {"type": "Feature", "geometry": geometry, "properties": facts}


def _plain(value: object) -> object:
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, set | frozenset):
        return sorted(value)
    return str(value)
