"""A board keeps pins in order and refuses the same key twice."""

from dataclasses import dataclass

import pytest

from steunpunt.foundation.boards.board import Board


@dataclass(frozen=True)
class Pin:
    """A pin for these tests."""

    key: str
    order: int = 0


def test_pins_come_in_the_order_they_ask_for():
    board = Board("proef")
    for pin in (Pin("c", 3), Pin("a", 1), Pin("b", 2)):
        board.pin(pin)

    assert [pin.key for pin in board] == ["a", "b", "c"]


def test_a_key_hangs_once():
    board = Board("proef")
    board.pin(Pin("a"))

    with pytest.raises(ValueError, match="a hangs on the board proef already"):
        board.pin(Pin("a"))


def test_a_pin_is_found_by_its_key():
    board = Board("proef")
    board.pin(Pin("a", 7))

    assert board.get("a").order == 7
    assert "a" in board
    assert len(board) == 1


def test_a_key_that_nobody_pinned_is_not_found():
    with pytest.raises(KeyError):
        Board("proef").get("a")
