"""Makes the small index that tests of search ask, and says what is found in it."""

import pytest

from steunpunt.foundation.search import meaning
from steunpunt.foundation.search.documents import PUBLIC, Document, Question

MEMBER = "lid:1"
needs_model = pytest.mark.skipif(not meaning.available(), reason="het model voor betekenis draait hier niet")


def documents():
    return [
        Document(
            "item:a",
            "Startgesprek in de eerste week",
            "Alle werkplekbegeleiders voeren een gesprek met hun student.",
            facets={"sector": ("po", "vo"), "thema": ("begeleiding",)},
        ),
        Document("item:b", "Rooster", "Het rooster van de begeleiders.", facets={"sector": ("vo",)}),
        Document("org:c", "Pabo Zuid", "Een lerarenopleiding.", facets={"sector": ("po",)}),
        Document("item:geheim", "Proeftuin inductie", "Begeleiders oefenen zwemles.", (MEMBER,), {"sector": ("mbo",)}),
    ]


def references(index, text, audience=(PUBLIC,), **more):
    return {hit.reference for hit in index.search(Question(text, audience, **more), with_meaning=False).hits}
