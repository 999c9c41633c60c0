"""Choosing a member from the register, moving, ending, mending and taking away."""

from datetime import date

import pytest

from steunpunt.network.models import Membership, Ring
from tests.factories.network import (
    BoardFactory,
    MembershipFactory,
    OrganisationFactory,
    PartnershipFactory,
    SiteFactory,
)

from .editing_requests import address, as_coordinator, as_staff, as_stranger, text_of

pytestmark = pytest.mark.django_db
ADD = "leden/toevoegen/"


@pytest.fixture
def partnership():
    return PartnershipFactory()


def _form(organisation, **facts):
    defaults = {"organisation": organisation.public_id, "role": "", "ring": "shell", "valid_from": "2027-08-01"}
    return {**defaults, **facts}


def test_a_school_is_found_and_added_to_the_shell_from_the_first_of_august(client, partnership):
    site = SiteFactory(version__name="De Linde", version__place="Ede")
    found = as_coordinator(client, partnership).get(address(partnership, ADD), {"zoek": "linde ede"})

    response = client.post(address(partnership, ADD), _form(site, zoek="linde ede"))

    assert found.context["search"].found[0].label.startswith("De Linde · Ede")
    assert "<b>De Linde</b>" in text_of(found)
    assert response.status_code == 302
    assert list(Membership.objects.values_list("organisation", "ring", "valid_from")) == [
        (site.pk, "shell", date(2027, 8, 1))
    ]


def test_htmx_gets_only_the_list(client, partnership):
    SiteFactory(version__name="De Linde")

    response = as_coordinator(client, partnership).get(
        address(partnership, ADD), {"zoek": "linde"}, HTTP_HX_REQUEST="true", HTTP_HX_TARGET="organisatielijst"
    )

    assert ("De Linde" in text_of(response), "<html" in text_of(response)) == (True, False)


def test_nothing_found_says_what_to_try(client, partnership):
    response = as_coordinator(client, partnership).get(address(partnership, ADD), {"zoek": "xyzzy"})

    assert "Niets gevonden voor “xyzzy”" in text_of(response)


def test_a_municipality_is_not_offered(client, partnership):
    OrganisationFactory(version__name="Gemeente Linde")

    response = as_coordinator(client, partnership).get(address(partnership, ADD), {"zoek": "linde"})

    assert "Gemeente Linde" not in text_of(response)


def test_a_school_without_a_ring_is_told_at_the_field_and_stays_chosen(client, partnership):
    site = SiteFactory(version__name="De Linde")

    response = as_coordinator(client, partnership).post(address(partnership, ADD), _form(site, ring=""))

    assert response.status_code == 422
    assert response.context["form"].errors == {"ring": ["Kies kern of schil."]}
    assert f'value="{site.public_id}"' in text_of(response)
    assert "checked" in text_of(response)


def test_a_board_needs_no_ring(client, partnership):
    as_coordinator(client, partnership).post(address(partnership, ADD), _form(BoardFactory(), ring="core"))

    assert list(Membership.objects.values_list("role", "ring")) == [("board", "")]


def test_the_same_school_twice_is_told_at_the_day(client, partnership):
    row = MembershipFactory(partnership=partnership)

    response = as_coordinator(client, partnership).post(address(partnership, ADD), _form(row.organisation))

    assert response.status_code == 422
    assert "al lid" in response.context["form"].errors["valid_from"][0]


def test_nobody_chosen_is_told(client, partnership):
    response = as_coordinator(client, partnership).post(
        address(partnership, ADD), {"ring": "core", "valid_from": "2027-08-01"}
    )

    assert response.context["form"].errors["organisation"] == ["Kies een regel uit de lijst."]


def test_a_made_up_organisation_is_refused(client, partnership):
    response = as_coordinator(client, partnership).post(
        address(partnership, ADD), {"organisation": "nooit", "ring": "core", "valid_from": "2027-08-01"}
    )

    assert (response.status_code, Membership.objects.count()) == (422, 0)


def test_a_school_goes_to_the_shell(client, partnership):
    row = MembershipFactory(partnership=partnership, ring=Ring.CORE)

    as_coordinator(client, partnership).post(
        address(partnership, f"leden/{row.public_id}/ring/"), {"valid_from": "2027-08-01", "revision": 1}
    )

    assert list(Membership.objects.order_by("valid_from").values_list("ring", flat=True)) == ["core", "shell"]


def test_a_member_leaves(client, partnership):
    row = MembershipFactory(partnership=partnership)

    as_coordinator(client, partnership).post(
        address(partnership, f"leden/{row.public_id}/einde/"), {"valid_until": "2027-08-01", "revision": 1}
    )

    assert Membership.objects.get().valid_until == date(2027, 8, 1)


def test_a_member_is_mended(client, partnership):
    row = MembershipFactory(partnership=partnership, ring=Ring.CORE)
    facts = {"role": "school", "ring": "shell", "valid_from": "2021-08-01", "begin_unknown": "on", "revision": 1}

    as_coordinator(client, partnership).post(address(partnership, f"leden/{row.public_id}/verbeteren/"), facts)

    row.refresh_from_db()
    assert (row.ring, row.valid_from, row.begin_unknown) == ("shell", date(2021, 8, 1), True)


def test_a_mistake_asks_first_and_is_then_taken_away(client, partnership):
    row = MembershipFactory(partnership=partnership)
    way = address(partnership, f"leden/{row.public_id}/weghalen/")
    asked = as_coordinator(client, partnership).get(way)

    client.post(way, {"revision": 1})

    assert "nooit heeft meegedaan" in text_of(asked)
    assert not Membership.objects.exists()


@pytest.mark.parametrize("deed", ["ring", "einde", "verbeteren", "weghalen"])
def test_a_member_of_another_partnership_is_not_found(client, partnership, deed):
    row = MembershipFactory()

    assert as_staff(client).get(address(partnership, f"leden/{row.public_id}/{deed}/")).status_code == 404


@pytest.mark.parametrize("deed", ["ring", "einde", "verbeteren", "weghalen"])
def test_a_stranger_does_nothing_to_a_member(client, partnership, deed):
    row = MembershipFactory(partnership=partnership)
    way = address(partnership, f"leden/{row.public_id}/{deed}/")

    assert as_stranger(client).post(way, {"valid_from": "2027-08-01"}).status_code == 403


def test_the_list_takes_the_same_queries_for_one_and_for_three(client, partnership, django_assert_num_queries):
    as_staff(client)
    MembershipFactory(partnership=partnership)
    MembershipFactory(partnership=partnership, valid_until=date(2022, 8, 1))
    client.get(address(partnership, "leden/"))
    with django_assert_num_queries(7):
        client.get(address(partnership, "leden/"))
    for _ in range(2):
        MembershipFactory(partnership=partnership)
        MembershipFactory(partnership=partnership, valid_until=date(2022, 8, 1))

    with django_assert_num_queries(7):
        client.get(address(partnership, "leden/"))


def test_the_list_tells_what_is_planned_and_what_was(client, partnership):
    MembershipFactory(partnership=partnership, valid_from=date(2099, 8, 1))
    MembershipFactory(partnership=partnership, valid_until=date(2022, 8, 1))

    text = text_of(as_staff(client).get(address(partnership, "leden/")))

    assert "gaat in op 1 augustus 2099" in text
    assert "Deden eerder mee" in text
