"""What a row says of itself in few words."""

from datetime import date

import pytest

from steunpunt.network.queries.directory.rows import Since, source_name


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("https://www.vo-raad.nl/nieuws/tien", "vo-raad.nl"),
        ("Nieuwsbericht", "Nieuwsbericht"),
        ("http://", "http://"),
        ("", ""),
    ],
)
def test_source_name(source, name):
    assert source_name(source) == name


@pytest.mark.parametrize(
    ("since", "words", "year"),
    [
        (Since(), "begin onbekend", ""),
        (Since(date(2020, 8, 1)), "sinds 1 augustus 2020", "2020"),
        (Since(date(2020, 8, 1), True), "in elk geval sinds 1 augustus 2020", ""),
    ],
)
def test_since(since, words, year):
    assert (str(since), since.year) == (words, year)
