"""What a partnership itself calls the roles."""

import pytest

from steunpunt.network.models import RoleAlias
from tests.factories.network import PartnershipFactory, RoleFactory, ThemeContactFactory

from .editing_requests import address, as_coordinator, as_staff, as_stranger, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def partnership():
    return PartnershipFactory()


@pytest.fixture
def role(partnership):
    return ThemeContactFactory(partnership=partnership, role=RoleFactory(title="schoolopleider")).role


def test_an_own_name_stands_on_the_page_of_the_partnership(client, partnership, role):
    facts = {f"role_{role.pk}": "opleider in de school", "revision": 1}

    response = as_coordinator(client, partnership).post(address(partnership, "rolnamen/"), facts)

    assert response["Location"] == address(partnership)
    assert "(hier: opleider in de school)" in text_of(client.get(f"/partnerschappen/{partnership.slug}/"))
    assert "1 rol heeft een eigen naam" in text_of(client.get(address(partnership)))


def test_the_form_begins_with_what_stands_there(client, partnership, role):
    RoleAlias.objects.create(role=role, partnership=partnership, title="leermeester")

    assert 'value="leermeester"' in text_of(as_coordinator(client, partnership).get(address(partnership, "rolnamen/")))


def test_a_name_that_is_too_long_is_told_at_the_field(client, partnership, role):
    facts = {f"role_{role.pk}": "x" * 81, "revision": 1}

    response = as_coordinator(client, partnership).post(address(partnership, "rolnamen/"), facts)

    assert (response.status_code, list(response.context["form"].errors)) == (422, [f"role_{role.pk}"])


def test_the_second_editor_is_told_and_keeps_the_input(client, partnership, role):
    as_coordinator(client, partnership).post(
        address(partnership, "rolnamen/"), {f"role_{role.pk}": "eerst", "revision": 1}
    )

    refused = client.post(address(partnership, "rolnamen/"), {f"role_{role.pk}": "daarna", "revision": 1})

    assert "Iemand anders heeft dit gewijzigd" in text_of(refused)
    assert 'value="daarna"' in text_of(refused)


def test_without_roles_the_page_says_where_to_begin(client, partnership):
    text = text_of(as_staff(client).get(address(partnership, "rolnamen/")))

    assert "Nog geen rollen in gebruik" in text


def test_a_stranger_names_nothing(client, partnership, role):
    response = as_stranger(client).post(address(partnership, "rolnamen/"), {f"role_{role.pk}": "zo"})

    assert (response.status_code, RoleAlias.objects.count()) == (403, 0)


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_takes_the_same_queries_for_any_number(client, partnership, django_assert_num_queries, number):
    as_staff(client)
    for code in range(number):
        ThemeContactFactory(partnership=partnership, role=RoleFactory(code=f"rol-{code}"))
    client.get(address(partnership, "rolnamen/"))

    with django_assert_num_queries(7):
        client.get(address(partnership, "rolnamen/"))
