"""What the map shows: the packed data of a day, the answers to a question, and pictures of an area."""

from .area import AreaPicture, area_of
from .bundle import Bundle, map_bundle, matches
from .cards import Cards, cards
from .national import NationalPicture, national_dots, national_picture

__all__ = [
    "AreaPicture",
    "Bundle",
    "Cards",
    "NationalPicture",
    "area_of",
    "cards",
    "map_bundle",
    "matches",
    "national_dots",
    "national_picture",
]
