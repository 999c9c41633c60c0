"""The shelf makes a thing once and keeps only the latest few."""

from steunpunt.network.queries.remembering import Shelf


def test_thing_is_made_once():
    made = []
    shelf = Shelf(2)

    things = [shelf.take("a", lambda: made.append(1) or "thing") for _turn in range(2)]

    assert (things, made) == (["thing", "thing"], [1])


def test_thing_that_was_not_taken_for_longest_goes():
    shelf = Shelf(2)
    for key in ("a", "b", "a", "c"):
        shelf.take(key, lambda: "first")

    assert [shelf.take(key, lambda: "second") for key in ("a", "c")] == ["first", "first"]
    assert shelf.take("b", lambda: "second") == "second"
