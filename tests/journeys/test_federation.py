"""Somebody signs in with the account of the own school, over two addresses of the federation."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Route, expect
from pytest_django import Settings

from tests.foundation.accounts.federation import Federation

from .visitor import Visitor

pytestmark = [pytest.mark.writes, pytest.mark.world("young")]


@pytest.fixture
def federation(world: None, settings: Settings) -> Iterator[Federation]:
    provider = Federation()
    provider.claims = {"sub": "u-1", "email": "jo@school.invalid", "email_verified": True, "given_name": "Jo"}
    settings.SOCIALACCOUNT_PROVIDERS = provider.settings()
    yield provider
    provider.close()


def _comes_to_the_door(visitor: Visitor) -> None:
    visitor.goes_to("/account/login/")
    visitor.follows("Entree")
    visitor.looks("naar-entree")


def _is_in(visitor: Visitor) -> None:
    expect(visitor.page).to_have_url(f"{visitor.address}/mijn/")
    expect(visitor.page.get_by_role("heading", level=1)).to_have_text("Jo")
    visitor.looks("binnen")


@pytest.mark.no_script
@pytest.mark.usefixtures("federation")
def test_one_button_leads_over_both_addresses_and_back(visitor: Visitor) -> None:
    _comes_to_the_door(visitor)
    visitor.pushes("Verder")

    _is_in(visitor)


def test_link_leads_on_where_the_browser_does_not_by_itself(visitor: Visitor, federation: Federation) -> None:
    _comes_to_the_door(visitor)
    visitor.page.route(f"{federation.url}/**", _stay)
    visitor.pushes("Verder")
    visitor.looks("onderweg")
    visitor.page.unroute(f"{federation.url}/**")
    visitor.follows("Ga verder naar Entree")

    _is_in(visitor)


def _stay(route: Route) -> None:
    """An answer without content: the browser remains on the page where it is."""
    route.fulfill(status=204)
