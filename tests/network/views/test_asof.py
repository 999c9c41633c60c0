"""The day a page looks at."""

from datetime import date

import pytest
from django.test import RequestFactory
from django.utils import timezone

from steunpunt.network.views.asof import asof_context
from tests.factories.network import SiteFactory

pytestmark = pytest.mark.django_db


def ask(query):
    return asof_context(RequestFactory().get(f"/?{query}"))


def test_today_without_a_question():
    context = ask("")

    assert (context["day"], context["is_explicit_day"], context["day_query"]) == (timezone.localdate(), False, "")


def test_day_goes_along_in_links():
    context = ask("op=2030-08-01")

    assert (context["day"], context["day_query"], context["day_remark"]) == (date(2030, 8, 1), "?op=2030-08-01", "")


def test_unreadable_day_is_told():
    assert "“gek”" in ask("op=gek")["day_remark"]


@pytest.mark.parametrize(("day", "told"), [("2020-01-01", date(2024, 11, 22)), ("2030-01-01", None)])
def test_day_before_the_register(day, told):
    SiteFactory(version__valid_from=date(2024, 11, 22))

    assert ask(f"op={day}")["before_register"] == told
