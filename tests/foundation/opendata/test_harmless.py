"""Values on their way into a file."""

from datetime import date

import pytest

from steunpunt.foundation.opendata.harmless import harmless, plain


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+31 30 123", "-2+3", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("https://voorbeeld.invalid")'],
)
def test_text_that_a_spreadsheet_would_run_gets_an_apostrophe(text):
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize(("value", "shown"), [(-3.5, -3.5), (0, 0), ("Ede", "Ede"), ("a=b", "a=b")])
def test_numbers_and_common_text_stay_as_they_are(value, shown):
    assert harmless(value) == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, ""),
        (True, "ja"),
        (False, "nee"),
        (date(2026, 8, 1), "2026-08-01"),
        (("po", "vo"), "po | vo"),
        ("met\x00nul", "metnul"),
    ],
)
def test_every_value_becomes_plain(value, shown):
    assert plain(value) == shown
