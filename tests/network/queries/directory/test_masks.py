"""Sets of rows as bits: what has a value, what has one of several, and the rows of a set."""

from steunpunt.network.queries.directory.masks import any_of, chosen, mask_of, masks


def test_masks_hold_the_rows_of_every_value():
    assert masks([("a",), ("a", "b"), ()]) == {"a": 0b011, "b": 0b010}


def test_mask_of_nothing_is_empty():
    assert mask_of([]) == 0


def test_mask_of_distant_rows():
    assert mask_of([0, 8, 70]) == 1 | 1 << 8 | 1 << 70


def test_any_of_joins_known_values_and_skips_unknown_ones():
    assert any_of({"a": 0b001, "b": 0b100}, ["a", "b", "z"]) == 0b101


def test_chosen_keeps_the_order_of_the_rows():
    assert chosen(["x", "y", "z"], 0b101) == ["x", "z"]


def test_chosen_of_an_empty_set():
    assert chosen(["x", "y"], 0) == []
