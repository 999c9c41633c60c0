"""What holds for every answer under /api/."""

import json

import pytest
from django.http import HttpResponse, JsonResponse
from django.test import RequestFactory

from steunpunt.foundation.rest.middleware import VERSION, ApiMiddleware


def answer(method="get", path="/api/v1/dingen", inner=None):
    inside = inner or (lambda request: JsonResponse({"methode": request.method}))
    return ApiMiddleware(inside)(getattr(RequestFactory(), method)(path))


@pytest.mark.parametrize("path", ["/api/v1/dingen", "/api", "/api/v2/"])
def test_every_answer_names_the_version_and_is_never_cached(path):
    response = answer(path=path)

    assert (response["API-Version"], response["Cache-Control"]) == (VERSION, "no-store")


def test_other_sites_may_read_but_not_frame():
    response = answer()

    assert response["Access-Control-Allow-Origin"] == "*"
    assert response["Content-Security-Policy"] == "default-src 'none'; frame-ancestors 'none'"
    assert (response["X-Frame-Options"], response["X-Content-Type-Options"]) == ("DENY", "nosniff")


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "trace"])
def test_writing_is_refused_as_a_problem(method):
    response = answer(method)

    assert (response.status_code, response["Content-Type"]) == (405, "application/problem+json")
    assert response["Allow"] == "GET, HEAD, OPTIONS"
    assert response["API-Version"] == VERSION


def test_asking_what_is_possible_reaches_no_view():
    response = answer("options", inner=lambda request: pytest.fail("reached"))

    assert (response.status_code, response["Access-Control-Allow-Methods"]) == (204, "GET, HEAD, OPTIONS")


def test_head_is_answered_like_get():
    assert json.loads(answer("head").content) == {"methode": "GET"}


@pytest.mark.parametrize("status", [400, 403, 404, 500, 503])
def test_error_page_becomes_a_problem(status):
    response = answer(inner=lambda request: HttpResponse("<h1>oei</h1>", status=status))

    assert (response["Content-Type"], json.loads(response.content)["status"]) == ("application/problem+json", status)


def test_page_for_people_keeps_its_own_policy():
    assert "Content-Security-Policy" not in answer(inner=lambda request: HttpResponse("<p>uitleg</p>"))


@pytest.mark.parametrize("path", ["/", "/apis/", "/partnerschappen/"])
def test_other_pages_are_left_alone(path):
    response = answer("post", path, inner=lambda request: HttpResponse("goed"))

    assert (response.status_code, "API-Version" in response) == (200, False)
