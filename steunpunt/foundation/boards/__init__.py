"""Boards: rooms pin what they offer in their manifest, the front and the foundation read it."""

from .board import Board
from .pins import (
    Column,
    DuePin,
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
panels: Board[PanelPin] = Board("panels")
privacy: Board[PrivacyPin] = Board("privacy")
records: Board[RecordPin] = Board("records")
worklist: Board[WorkPin] = Board("worklist")
opendata: Board[OpenDataPin] = Board("opendata")
due: Board[DuePin] = Board("due")

__all__ = [
    "Column",
    "DuePin",
    "MenuPin",
    "OpenDataPin",
    "PanelPin",
    "PrivacyPin",
    "RecordPin",
    "SearchPin",
    "TilePin",
    "WorkPin",
    "due",
    "menu",
    "opendata",
    "panels",
    "privacy",
    "records",
    "search",
    "tiles",
    "worklist",
]
