"""Errors as problem details."""

import json

import pytest
from django.test import RequestFactory

from steunpunt.foundation.rest.problems import error_of, invalid_input, problem


def content(response):
    return json.loads(response.content)


def test_problem_names_status_title_detail_and_place():
    response = problem(RequestFactory().get("/api/v1/x?a=1"), 404, "Nergens te vinden.")

    assert response["Content-Type"] == "application/problem+json"
    assert content(response) == {
        "type": "about:blank",
        "title": "Niet gevonden",
        "status": 404,
        "detail": "Nergens te vinden.",
        "instance": "/api/v1/x?a=1",
    }


def test_unknown_status_keeps_its_own_words():
    assert content(problem(RequestFactory().get("/"), 418))["title"] == "I'm a Teapot"


def test_all_errors_stand_together_as_400():
    errors = [
        {"type": "int_parsing", "loc": ("query", "pagina")},
        {"type": "literal_error", "loc": ("query", "sector", 0), "ctx": {"expected": "'po' or 'vo'"}},
    ]
    response = invalid_input(RequestFactory().get("/"), errors)

    assert response.status_code == 400
    assert content(response)["errors"] == [
        {
            "in": "query",
            "location": {"name": "pagina"},
            "code": "int_parsing",
            "detail": "pagina: geef een heel getal.",
        },
        {
            "in": "query",
            "location": {"name": "sector"},
            "code": "literal_error",
            "detail": "sector: kies uit 'po' of 'vo'.",
        },
    ]


def test_a_single_error_is_the_detail():
    response = invalid_input(RequestFactory().get("/"), [{"type": "missing", "loc": ("query", "naam")}])

    assert content(response)["detail"] == "naam: dit is verplicht."


@pytest.mark.parametrize(
    ("code", "context", "sentence"),
    [
        ("unknown_parameter", {}, "x: deze parameter bestaat hier niet."),
        ("greater_than_equal", {"ge": 1}, "x: geef 1 of meer."),
        ("less_than_equal", {"le": 500}, "x: geef 500 of minder."),
        ("string_too_long", {"max_length": 9}, "x: hoogstens 9 tekens."),
        ("date_parsing", {}, "x: geef een datum zoals 2026-08-01."),
        ("date_out_of_reach", {}, "x: geef een datum tussen 1900 en 2100."),
        ("something_new", {}, "x: deze waarde klopt niet."),
    ],
)
def test_every_error_says_what_to_do(code, context, sentence):
    assert error_of(where="query", name="x", code=code, context=context)["detail"] == sentence
