"""Rows are drawn once per state of the network; options are escaped."""

from datetime import date

import pytest

from steunpunt.foundation.access import Actor
from steunpunt.network.models import PartnershipVersion
from steunpunt.network.queries.directory import Facet, Option, partnership_directory
from steunpunt.network.views.drawing import checkboxes, draw, menu
from tests.factories.network import PartnershipFactory

DAY = date(2026, 11, 22)
FACET = Facet("provinces", "Provincie", (Option("A", "<A>", 2, True), Option("B", "B", 0, False)))


def drawn():
    directory = partnership_directory(Actor.visitor(), DAY)
    return draw(directory, [(directory.rows[0], 1.5)], "partnerships", "")[0]


@pytest.mark.django_db
def test_row_is_drawn_once_and_again_after_a_change():
    PartnershipFactory(slug="alfa", version__name="Alfa")
    first, second = drawn(), drawn()
    PartnershipVersion.objects.update(name="Beta")
    third = drawn()

    assert (first.html is second.html, "Beta" in third.html, third.mark, third.km) == (
        True,
        True,
        "partnerschap:alfa",
        1.5,
    )


def test_menu_leaves_out_what_is_chosen():
    assert menu(FACET) == '<option value="B">B (0)</option>'


def test_checkboxes_are_escaped_and_marked():
    html = checkboxes(FACET)

    assert "&lt;A&gt;" in html
    assert html.count(" checked") == html.count("facet__none") == 1


def test_only_what_is_chosen():
    assert checkboxes(FACET, only_chosen=True).count("<li") == 1
