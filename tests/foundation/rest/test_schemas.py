"""Questions and pages of the API."""

from datetime import date

import pytest
from django.test import RequestFactory
from pydantic import ValidationError

from steunpunt.foundation.rest.schemas import Paged, address, listing


def asked(query):
    request = RequestFactory().get(f"/api/v1/dingen?{query}")
    return request, Paged.model_validate(request.GET.dict(), context={"request": request})


def errors_of(query):
    with pytest.raises(ValidationError) as caught:
        asked(query)
    return {(error["loc"][-1], error["type"]) for error in caught.value.errors()}


def page(query, rows):
    request, question = asked(query)
    return listing(request, question, rows, source="ons")


def test_question_reads_camel_case():
    _request, question = asked("paginaGrootte=2&pagina=3&op=2026-07-31")

    assert (question.pagina_grootte, question.pagina, question.day) == (2, 3, date(2026, 7, 31))


def test_everything_wrong_is_told_at_once():
    assert errors_of("vreemd=1&pagina=0&paginaGrootte=veel") == {
        ("vreemd", "unknown_parameter"),
        ("pagina", "greater_than_equal"),
        ("paginaGrootte", "int_parsing"),
    }


@pytest.mark.parametrize("day", ["2026-02-30", "20260731", "0", "2026-07-31T00:00:00", "1899-12-31", "2100-01-01", ""])
def test_only_a_date_within_reach_is_a_day(day):
    assert {name for name, _code in errors_of(f"op={day}")} == {"op"}


@pytest.mark.parametrize(
    ("number", "relations"),
    [
        (1, {"self", "first", "last", "next"}),
        (2, {"self", "first", "last", "prev", "next"}),
        (3, {"self", "first", "last", "prev"}),
        (4, {"self", "first", "last"}),
    ],
)
def test_page_knows_its_neighbours(number, relations):
    assert set(page(f"paginaGrootte=2&pagina={number}", range(5))["_links"]) == relations


def test_page_holds_its_own_rows_and_the_total():
    found = page("paginaGrootte=2&pagina=2", ["a", "b", "c", "d", "e"])

    assert (found["totaal"], found["resultaten"]) == (5, ["c", "d"])


def test_list_without_rows_is_one_empty_page():
    found = page("", [])

    assert (found["totaal"], found["resultaten"], found["_links"]["last"]["href"][-8:]) == (0, [], "pagina=1")


def test_moment_of_the_answer_is_in_utc_and_whole_seconds():
    moment = page("", [])["opgevraagdOp"]

    assert (str(moment.tzinfo), moment.microsecond) == ("UTC", 0)


def test_address_keeps_what_was_asked(settings):
    settings.BASE_URL = "https://voorbeeld.invalid"
    request = RequestFactory().get("/api/v1/dingen?sector=po&sector=vo&pagina=1")

    assert address(request, pagina=2) == "https://voorbeeld.invalid/api/v1/dingen?sector=po&sector=vo&pagina=2"
