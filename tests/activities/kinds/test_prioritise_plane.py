"""The plane: dots never cover each other, labels never collide, and everything stays on the paper."""

from math import hypot

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from steunpunt.activities.kinds.prioritise.lettering import in_lines, width_of
from steunpunt.activities.kinds.prioritise.plane import AXIS, LABEL_ROOM, RADIUS, WIDTH
from steunpunt.activities.kinds.prioritise.tally import tally
from tests.factories import ballots as making

TITLES = [
    "Antennefunctie",
    "Faciliteren van kennisdeling tussen opleidingsscholen",
    "Transparant maken van de omgeving",
    "Informatie",
    "Belangenbehartigingsoverlegstructuren",
    "Kenniskringen die echt werken",
    "Een landelijke onderzoeksagenda met hoofdthema’s",
    "Regie",
]
CARDS = dict(zip("ABCDEFGH", TITLES, strict=True))
BALLOTS = st.lists(st.permutations("ABCDEFGH").map(lambda order: "".join(order[:5])), min_size=1, max_size=9)


def _picture(ballots):
    return tally(making.settings(CARDS, 5), making.groups(ballots, CARDS)).picture


def _apart(one, other):
    return one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


def _distance(box, dot):
    return hypot(min(max(dot.x, box[0]), box[2]) - dot.x, min(max(dot.y, box[1]), box[3]) - dot.y)


def _points(leader):
    if leader:
        x, y, to_x, to_y = leader
        yield from ((x + (to_x - x) * part / 40, y + (to_y - y) * part / 40) for part in range(41))


@given(BALLOTS)
@settings(max_examples=60, deadline=None)
def test_nothing_covers_anything(ballots):
    picture = _picture(ballots)
    boxes = [label.box for label in picture.labels]

    for number, dot in enumerate(picture.dots):
        assert all(hypot(dot.x - other.x, dot.y - other.y) >= 2 * RADIUS for other in picture.dots[:number])
        assert all(_distance(box, dot) >= RADIUS for box in boxes)
    assert all(_apart(box, other) for number, box in enumerate(boxes) for other in boxes[:number])
    for label in picture.labels:
        for x, y in _points(label.leader):
            assert not any(box[0] < x < box[2] and box[1] < y < box[3] for box in boxes if box != label.box)
    assert all(box[0] >= 0 and box[2] <= WIDTH and box[1] >= 0 and box[3] <= AXIS for box in boxes)


def test_the_finding_has_its_label_and_the_leader_too():
    picture = _picture(["HBCAD", "BHCDA", "BCHAE", "CBHDA"])

    labels = {" ".join(text for _, text in label.lines) for label in picture.labels}
    assert "Antennefunctie" in labels
    assert [dot.kind for dot in picture.dots if dot.title == "Antennefunctie"] == ["wide_low"]
    assert picture.has_low


def test_equal_cards_lie_beside_each_other_with_a_line_to_their_place():
    picture = _picture(["AB", "BA"])

    true = {(dot.true_x, dot.true_y) for dot in picture.dots}
    assert len(true) == 1
    assert sum(dot.is_moved for dot in picture.dots) == 1


def test_few_voters_are_counted_and_many_in_percentages():
    few = _picture(["ABCDE"] * 5)
    many = _picture(["ABCDE"] * 9)

    assert [text for _, text in few.x_ticks] == ["1", "2", "3", "4", "5"]
    assert [text for _, text in many.x_ticks] == ["20%", "40%", "60%", "80%", "100%"]
    assert [text for _, text in few.y_ticks] == ["1", "2", "3", "4", "5"]


def test_no_cards_no_picture():
    assert _picture([""]).dots == ()


def test_of_many_cards_the_highest_are_drawn():
    cards = {f"k{number:02}": f"Kaart {number}" for number in range(30)}
    given_in = [making.Contributed(key, {"places": [{"card": key}]}) for key in cards]
    picture = tally(making.settings(cards, 5), given_in).picture

    assert (len(picture.dots), picture.left_out) == (15, 15)


@pytest.mark.parametrize("title", [*TITLES, "x" * 200, "🙂" * 40, "a b " * 60])
def test_lines_fit_their_room(title):
    lines = in_lines(title, LABEL_ROOM)

    assert 1 <= len(lines) <= 2
    assert all(width_of(line) <= LABEL_ROOM for line in lines)
