"""The sector switch: remembered in the browser and with the account, and a safe way back."""

import pytest

from steunpunt.foundation.accounts.models import User
from tests.factories.foundation import UserFactory

from .proving import sign_in

pytestmark = pytest.mark.django_db


def test_choice_is_remembered_in_the_browser_and_leads_back(client):
    answer = client.post("/sector/", {"sector": "vo", "next": "/scholen/?q=de"})

    assert (answer.url, client.cookies["sector"].value) == ("/scholen/?q=de", "vo")


def test_choice_is_kept_with_the_account(client):
    account = UserFactory()
    sign_in(client, account)

    client.post("/sector/", {"sector": "po"})

    assert User.objects.get(pk=account.pk).sector == "po"


def test_all_sectors_empties_the_choice(client):
    account = UserFactory(sector="po")
    sign_in(client, account)

    client.post("/sector/", {"sector": ""})

    assert User.objects.get(pk=account.pk).sector == ""


@pytest.mark.parametrize("sector", ["so", "PO", "po'; --", "x" * 500])
def test_unknown_sector_counts_as_all(client, sector):
    assert client.post("/sector/", {"sector": sector}).status_code == 302
    assert client.cookies["sector"].value == ""


@pytest.mark.parametrize(
    "back", ["https://elders.invalid/", "//elders.invalid", "javascript:alert(1)", "\\\\elders.invalid"]
)
def test_way_back_never_leaves_the_site(client, back):
    assert client.post("/sector/", {"sector": "po", "next": back}).url == "/"


def test_only_a_post_changes_it(client):
    assert client.get("/sector/").status_code == 405
