"""Headings: old, new and own names of one column."""

import pytest

from steunpunt.network.intake.columns import heading, headings


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("VESTIGINGSNAAM ", "VESTIGINGSNAAM"),
        ("BRIN NUMMER", "INSTELLINGSCODE"),
        ("brin", "INSTELLINGSCODE"),
        ("VESTIGINGSNUMMER", "VESTIGINGSCODE"),
        ("\ufeffPROVINCIE", "PROVINCIE"),
        ("croho_naam", "CROHO NAAM"),
        ("Gemeentecode", "GEMEENTENUMMER"),
    ],
)
def test_each_spelling_leads_to_one_heading(name, plain):
    assert heading(name) == plain


def test_places_are_those_of_the_first_and_doubles_are_told():
    assert headings(["BRIN", "NAAM", "", "brin nummer", "naam"]) == (
        {"INSTELLINGSCODE": 0, "NAAM": 1},
        ["INSTELLINGSCODE", "NAAM"],
    )
