"""Boards: rooms pin what they offer in their manifest, the front and the foundation read it."""

from .board import Board
from .pins import (
    AudiencePin,
    Column,
    DuePin,
    FacetPin,
    MenuPin,
    OpenDataPin,
    PanelPin,
    PrivacyPin,
    RecordPin,
    SearchPin,
    TilePin,
    WorkPin,
)

menu: Board[MenuPin] = Board("menu")
tiles: Board[TilePin] = Board("tiles")
search: Board[SearchPin] = Board("search")
facets: Board[FacetPin] = Board("facets")
audiences: Board[AudiencePin] = Board("audiences")
panels: Board[PanelPin] = Board("panels")
privacy: Board[PrivacyPin] = Board("privacy")
records: Board[RecordPin] = Board("records")
worklist: Board[WorkPin] = Board("worklist")
opendata: Board[OpenDataPin] = Board("opendata")
due: Board[DuePin] = Board("due")

__all__ = [
    "AudiencePin",
    "Column",
    "DuePin",
    "FacetPin",
    "MenuPin",
    "OpenDataPin",
    "PanelPin",
    "PrivacyPin",
    "RecordPin",
    "SearchPin",
    "TilePin",
    "WorkPin",
    "audiences",
    "due",
    "facets",
    "menu",
    "opendata",
    "panels",
    "privacy",
    "records",
    "search",
    "tiles",
    "worklist",
]
