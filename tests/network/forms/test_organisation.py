"""Forms for staff on organisations."""

import pytest

from steunpunt.network.forms.organisation import OrganisationFactsForm, PostcodeField

pytestmark = pytest.mark.django_db
FACTS = {"name": "De Linde", "valid_from": "2026-01-01", "source": "De school"}


@pytest.mark.parametrize("website", ["https://www.de_elzen.com", "www.linde.nl", ""])
def test_a_website_that_the_register_knows_holds_nothing_up(website):
    assert OrganisationFactsForm({**FACTS, "website": website}).is_valid()


@pytest.mark.parametrize(("typed", "is_right"), [("1234 ab", True), ("0123 AB", False), ("１２３４AB", False)])
def test_a_postcode_is_a_dutch_one(typed, is_right):
    form = OrganisationFactsForm({**FACTS, "postcode": typed})

    assert form.is_valid() is is_right


def test_a_postcode_is_kept_without_its_space():
    assert PostcodeField().clean("1234 ab") == "1234AB"
