"""Reading a question out of an address."""

import pytest
from django.http import QueryDict

from steunpunt.portal.queries.asked import LAST_PAGE, Asked, read_question


def test_words_choices_and_page():
    asked = read_question(QueryDict("q=+inductie+&sector=po&sector=po&sector=vo&soort=school&kleur=rood&pagina=3"))

    assert asked == Asked("inductie", {"soort": ("school",), "sector": ("po", "vo")}, 3)


@pytest.mark.parametrize(
    ("page", "number"), [("", 1), ("x", 1), ("0", 1), ("-2", 1), ("٣", 1), ("99999", LAST_PAGE), ("9" * 5000, 1)]
)
def test_strange_page_is_the_first_or_the_last(page, number):
    assert read_question(QueryDict(f"q=a&pagina={page}")).page == number


def test_letting_go_begins_at_the_first_page():
    asked = Asked("inductie", {"sector": ("po",)}, 4)

    assert asked.without_value("sector", "po") == Asked("inductie")


def test_address_of_a_question():
    assert Asked("a & b", {"jaar": ("2026",)}, 4).query() == "q=a+%26+b&jaar=2026"


def test_only_a_question_as_it_was_typed_is_fresh():
    assert Asked("inductie").is_fresh
    assert not Asked("inductie", page=2).is_fresh
    assert not Asked("inductie", {"sector": ("po",)}).is_fresh
    assert not Asked().is_fresh
