"""Setting and ending contacts per theme."""

from datetime import date

import pytest

from steunpunt.network.models import ThemeContact
from tests.factories.network import (
    AffiliationFactory,
    MembershipFactory,
    PartnershipFactory,
    PersonFactory,
    RoleFactory,
    ThemeContactFactory,
    ThemeFactory,
)

from .editing_requests import address, as_coordinator, as_staff, as_stranger, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def partnership():
    return PartnershipFactory()


def _form(**facts):
    defaults = {"theme": ThemeFactory().pk, "role": RoleFactory().pk, "person": "", "valid_from": "2027-08-01"}
    return {**defaults, "revision": 1, **facts}


def test_a_role_is_set_for_a_theme(client, partnership):
    as_coordinator(client, partnership).post(address(partnership, "contacten/instellen/"), _form())

    assert ThemeContact.objects.get().valid_from == date(2027, 8, 1)


def test_the_form_says_whose_name_stays_off_the_site(client, partnership):
    AffiliationFactory(partnership=partnership, organisation=None, person__first_name="Bo", person__last_name="Berg")

    text = text_of(as_coordinator(client, partnership).get(address(partnership, "contacten/instellen/")))

    assert "Bo Berg (naam komt niet op de site)" in text


def test_somebody_from_elsewhere_cannot_be_chosen(client, partnership):
    response = as_coordinator(client, partnership).post(
        address(partnership, "contacten/instellen/"), _form(person=PersonFactory().pk)
    )

    assert (response.status_code, ThemeContact.objects.count()) == (422, 0)


def test_names_without_consent_from_a_member_or_another_partnership_are_not_offered(client, partnership):
    school = MembershipFactory(partnership=partnership).organisation
    AffiliationFactory(organisation=school, person__last_name="Verborgen")
    AffiliationFactory(organisation=school, person__last_name="Openbaar", person__public=True)
    elsewhere = {"organisation": school, "partnership": PartnershipFactory()}
    AffiliationFactory(person__last_name="Elders", person__public=True, **elsewhere)

    text = text_of(as_coordinator(client, partnership).get(address(partnership, "contacten/instellen/")))

    assert [name in text for name in ("Verborgen", "Openbaar", "Elders")] == [False, True, False]


def test_who_starts_in_august_is_chosen_for_august_and_not_sooner(client, partnership):
    start = date(2099, 8, 1)
    person = AffiliationFactory(partnership=partnership, organisation=None, valid_from=start).person
    form = _form(person=person.pk)
    as_coordinator(client, partnership)

    early = client.post(address(partnership, "contacten/instellen/"), {**form, "valid_from": "2099-07-31"})
    client.post(address(partnership, "contacten/instellen/"), {**form, "valid_from": "2099-08-01"})

    assert "werkt op die dag niet voor dit partnerschap" in early.context["form"].errors["person"][0]
    assert ThemeContact.objects.get().person == person


def test_the_theme_of_the_link_is_chosen_already(client, partnership):
    theme = ThemeFactory(slug="begeleiding")

    page = as_coordinator(client, partnership).get(
        address(partnership, "contacten/instellen/"), {"thema": "begeleiding"}
    )

    assert page.context["form"]["theme"].value() == theme.pk


def test_a_contact_ends(client, partnership):
    row = ThemeContactFactory(partnership=partnership)

    as_coordinator(client, partnership).post(
        address(partnership, f"contacten/{row.public_id}/einde/"), {"valid_until": "2027-08-01", "revision": 1}
    )

    assert ThemeContact.objects.get().valid_until == date(2027, 8, 1)


def test_a_stranger_ends_nothing(client, partnership):
    row = ThemeContactFactory(partnership=partnership)

    assert as_stranger(client).get(address(partnership, f"contacten/{row.public_id}/einde/")).status_code == 403


def test_a_contact_of_elsewhere_is_not_found(client, partnership):
    row = ThemeContactFactory()

    assert as_staff(client).get(address(partnership, f"contacten/{row.public_id}/einde/")).status_code == 404


def test_the_list_names_themes_without_a_contact(client, partnership):
    ThemeContactFactory(partnership=partnership, valid_from=date(2099, 8, 1))
    ThemeFactory(title="Inductie")

    text = text_of(as_coordinator(client, partnership).get(address(partnership, "contacten/")))

    assert "gaat in op 1 augustus 2099" in text
    assert "Nog geen contact" in text
    assert "Inductie" in text


def test_the_list_takes_the_same_queries_for_one_and_for_three(client, partnership, django_assert_num_queries):
    as_staff(client)
    ThemeContactFactory(partnership=partnership)
    client.get(address(partnership, "contacten/"))
    with django_assert_num_queries(7):
        client.get(address(partnership, "contacten/"))
    ThemeContactFactory.create_batch(2, partnership=partnership)

    with django_assert_num_queries(7):
        client.get(address(partnership, "contacten/"))


def test_a_contact_who_left_is_marked(client, partnership):
    ThemeContactFactory(partnership=partnership, person=PersonFactory())

    assert "werkt hier niet meer" in text_of(
        as_coordinator(client, partnership).get(address(partnership, "contacten/"))
    )


def test_a_contact_who_works_here_is_not_marked(client, partnership):
    person = AffiliationFactory(partnership=partnership, organisation=None).person
    ThemeContactFactory(partnership=partnership, person=person)

    text = text_of(as_coordinator(client, partnership).get(address(partnership, "contacten/")))
    assert "werkt hier niet meer" not in text
