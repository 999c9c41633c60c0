"""The picture of an area: what it says and what it draws."""

import pytest

from steunpunt.network.queries.map.area import HEIGHT, WIDTH, area_of

CORE = (52.09, 5.12, "core", "De Linde", "/l/")
SHELL = (52.05, 5.30, "shell", "De Eik", "/e/")


def test_no_points_no_picture():
    assert area_of([], title="Samen") is None


@pytest.mark.parametrize(
    ("points", "summary"),
    [
        ([CORE, SHELL], "1 kernschool en 1 schilschool op de kaart. De lijst op deze pagina noemt ze alle."),
        ([CORE, CORE], "2 kernscholen en 0 schilscholen op de kaart. De lijst op deze pagina noemt ze alle."),
        ([(52.0, 5.0, "", "School", "/s/")], "1 plek op de kaart."),
    ],
)
def test_summary_says_what_the_picture_shows(points, summary):
    assert area_of(points, title="Samen").summary == summary


def test_all_marks_lie_in_the_picture():
    picture = area_of([CORE, SHELL], title="Samen")

    assert all(0 < mark.x < WIDTH and 0 < mark.y < HEIGHT for mark in [*picture.marks, picture.node])


def test_core_is_drawn_over_shell():
    assert [mark.ring for mark in area_of([CORE, SHELL], title="Samen").marks] == ["shell", "core"]


def test_node_stands_in_the_middle_of_the_core():
    west, east = (52.0, 5.0, "core", "", ""), (52.0, 5.2, "core", "", "")
    picture = area_of([west, east, SHELL], title="Samen")
    xs = [mark.x for mark in picture.marks if mark.ring == "core"]

    assert picture.node.x == pytest.approx(sum(xs) / 2, abs=1)


def test_every_school_has_its_line():
    picture = area_of([CORE, CORE, SHELL], title="Samen")

    assert (picture.core_lines.count("M"), picture.shell_lines.count("M")) == (2, 1)


def test_single_organisation_has_no_node_and_no_shape():
    picture = area_of([(52.0, 5.0, "", "School", "/s/")], title="School")

    assert (picture.node, picture.shape, picture.core_lines) == (None, "", "")


def test_land_lies_under_a_school():
    assert area_of([CORE], title="Samen").land.startswith("M")


def test_names_touch_no_mark_and_no_other_name():
    picture = area_of([CORE, SHELL], title="Samen")
    rows = [(name.x, name.y) for name in picture.names]

    assert len(rows) > 2
    assert all(abs(ax - bx) > 20 or abs(ay - by) >= 20 for ax, ay in rows for bx, by in rows if (ax, ay) != (bx, by))
    assert all(
        abs(mark.y - name.y) >= 10 or abs(mark.x - name.x) > 10 for name in picture.names for mark in picture.marks
    )
