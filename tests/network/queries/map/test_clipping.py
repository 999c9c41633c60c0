"""Cutting, hulls and paths: sums without a database."""

import pytest

from steunpunt.network.queries.map.clipping import Frame, cut_line, cut_ring, hull, path

FRAME = Frame(left=0, top=0, scale=1, width=100, height=100)


def test_frame_shows_all_points_within_its_margin():
    frame = Frame.around([(0, 0), (10, 5)], 200, 200, margin=20, smallest=1)

    assert [frame.place(point) for point in [(0, 0), (10, 5)]] == [(20, 60), (180, 140)]


def test_frame_around_one_point_keeps_surroundings():
    frame = Frame.around([(50, 50)], 100, 100, margin=0, smallest=20)

    assert (frame.left, frame.top, frame.scale) == (40, 40, 5)


@pytest.mark.parametrize(
    ("ring", "cut"),
    [
        ([(10, 10), (20, 10), (20, 20)], [(10, 10), (20, 10), (20, 20)]),
        ([(200, 200), (300, 200), (300, 300)], []),
        ([(50, 50), (150, 50), (50, 60)], [(50, 50), (108, 50), (108, 54.2), (50, 60)]),
    ],
    ids=["inside", "outside", "across the edge"],
)
def test_ring_is_cut_to_the_frame(ring, cut):
    assert sorted(cut_ring(ring, FRAME)) == sorted(cut)


def test_ring_around_the_frame_becomes_the_frame():
    around = [(-900, -900), (900, -900), (900, 900), (-900, 900)]

    assert sorted(cut_ring(around, FRAME)) == [(-8, -8), (-8, 108), (108, -8), (108, 108)]


def test_line_that_leaves_and_comes_back_falls_apart():
    line = [(10, 10), (500, 10), (500, 90), (10, 90)]

    assert cut_line(line, FRAME) == [[(10, 10), (500, 10)], [(500, 90), (10, 90)]]


def test_path_is_relative_and_in_whole_numbers():
    assert path([(1.2, 2), (4, 1), (4.3, 1.2), (9, 9)], closed=False) == "M1 2l3-1l5 8"


@pytest.mark.parametrize("points", [[], [(1, 1)], [(1, 1), (1.2, 1.1)]], ids=["none", "one", "one pixel"])
def test_path_without_length_is_empty(points):
    assert path(points, closed=False) == ""


def test_hull_leaves_out_what_lies_inside():
    assert set(hull([(0, 0), (10, 0), (10, 10), (0, 10), (5, 5)])) == {(0, 0), (10, 0), (10, 10), (0, 10)}


def test_hull_of_two_points_is_those_two():
    assert hull([(3, 3), (1, 1), (3, 3)]) == [(1, 1), (3, 3)]
