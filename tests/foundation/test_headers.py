"""The header about powers of the browser."""

from django.http import HttpResponse
from django.test import RequestFactory

from steunpunt.foundation.headers import PermissionsPolicyMiddleware


def test_page_may_ask_where_you_are_and_nothing_else():
    response = PermissionsPolicyMiddleware(lambda request: HttpResponse())(RequestFactory().get("/"))
    policy = response["Permissions-Policy"].split(", ")

    assert "geolocation=(self)" in policy
    assert {"camera=()", "microphone=()", "payment=()"} <= set(policy)
