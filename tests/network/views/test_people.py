"""The people of a partnership on the pages of whoever manages it."""

import re
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from steunpunt.foundation.access import Actor
from steunpunt.foundation.outbox.models import Mail
from steunpunt.network.models import Affiliation, Invitation, Person
from tests.factories.foundation import EditorFactory, UserFactory
from tests.factories.network import (
    AffiliationFactory,
    CoordinatorRoleFactory,
    MembershipFactory,
    PartnershipFactory,
    PersonFactory,
    RoleFactory,
    coordinator_of,
)
from tests.foundation.accounts.proving import sign_in, with_app

pytestmark = pytest.mark.django_db


@pytest.fixture
def partnership():
    return PartnershipFactory(slug="de-brug", version__name="De Brug")


@pytest.fixture
def coordinator(client, partnership) -> Actor:
    actor = coordinator_of(partnership)
    sign_in(client, actor.account)
    return actor


def _in_days(number: int) -> date:
    return timezone.localdate() + timedelta(days=number)


def test_page_tells_who_does_what_since_when(client, partnership, coordinator):
    AffiliationFactory(
        person=PersonFactory(first_name="Sanne", last_name="Bakker"), partnership=partnership, organisation=None
    )

    page = client.get("/partnerschappen/de-brug/mensen/").content.decode()

    assert "Sanne Bakker" in page
    assert "sinds 1 augustus 2020" in page


def test_page_takes_the_same_queries_with_one_row_and_with_three(client, partnership, coordinator):
    counts = []
    for rows in (1, 3):
        while Affiliation.objects.count() < rows + 1:
            AffiliationFactory(partnership=partnership)
        client.get("/partnerschappen/de-brug/mensen/")
        with CaptureQueriesContext(connection) as queries:
            assert len(client.get("/partnerschappen/de-brug/mensen/").context["now"]) == rows + 1
        counts.append(len(queries))

    assert counts[0] == counts[1]


def test_roles_stand_under_now_coming_or_earlier(client, partnership, coordinator):
    where = {"partnership": partnership, "organisation": None}
    coming = AffiliationFactory(valid_from=_in_days(30), **where)
    earlier = AffiliationFactory(valid_until=date(2022, 8, 1), **where)

    context = client.get("/partnerschappen/de-brug/mensen/").context

    assert [row for row, _name in context["coming"]] == [coming]
    assert [row for row, _name in context["earlier"]] == [earlier]
    assert [row.person.account for row, _name in context["now"]] == [coordinator.account]


def test_page_warns_when_nobody_can_sign_in_to_manage(client, partnership):
    AffiliationFactory(partnership=partnership, organisation=None, role=CoordinatorRoleFactory())
    account = EditorFactory()
    sign_in(client, account, with_app(account))

    assert "Niemand beheert dit partnerschap" in client.get("/partnerschappen/de-brug/mensen/").content.decode()


@pytest.mark.parametrize("path", ["", "toevoegen/", "uitnodigen/"])
def test_stranger_does_not_get_in(client, partnership, path):
    sign_in(client, UserFactory())

    assert client.get(f"/partnerschappen/de-brug/mensen/{path}").status_code == 403


def test_coordinator_of_another_partnership_does_not_get_in(client, partnership):
    sign_in(client, coordinator_of(PartnershipFactory()).account)

    assert client.get("/partnerschappen/de-brug/mensen/").status_code == 403


def test_adding_somebody_at_a_member_organisation(client, partnership, coordinator):
    school = MembershipFactory(partnership=partnership).organisation
    facts = {"first_name": "Sanne", "last_name": "Bakker", "email": "", "role": RoleFactory().pk}

    client.post(
        "/partnerschappen/de-brug/mensen/toevoegen/",
        {**facts, "organisation": school.public_id, "valid_from": "2026-08-01"},
    )

    row = Affiliation.objects.get(person__last_name="Bakker")
    assert (row.organisation, str(row.valid_from)) == (school, "2026-08-01")


def test_address_alone_does_not_tell_whose_it_is(client, partnership, coordinator):
    known = PersonFactory(first_name="Geheime", last_name="Naam", email="bekend@school.invalid")
    facts = {"first_name": "Zomaar", "last_name": "Iets", "email": known.email, "role": RoleFactory().pk}

    client.post("/partnerschappen/de-brug/mensen/toevoegen/", {**facts, "organisation": "", "valid_from": "2026-08-01"})

    assert "Geheime" not in client.get("/partnerschappen/de-brug/mensen/").content.decode()
    assert Affiliation.objects.get(person__last_name="Iets").person != known


def test_organisation_that_takes_no_part_is_refused(client, partnership, coordinator):
    other = MembershipFactory().organisation
    facts = {"first_name": "Sanne", "last_name": "Bakker", "role": RoleFactory().pk, "valid_from": "2026-08-01"}

    answer = client.post("/partnerschappen/de-brug/mensen/toevoegen/", {**facts, "organisation": other.public_id})

    assert answer.status_code == 422
    assert not Person.objects.filter(last_name="Bakker").exists()


def test_refusal_of_the_role_leaves_no_half_person(client, partnership, coordinator):
    person = PersonFactory(email="sanne@school.invalid", first_name="Sanne", last_name="Bakker")
    AffiliationFactory(person=person, partnership=partnership, organisation=None)
    facts = {"first_name": "Sanne", "last_name": "Bakker", "email": "sanne@school.invalid"}

    answer = client.post(
        "/partnerschappen/de-brug/mensen/toevoegen/", {**facts, "role": RoleFactory().pk, "valid_from": "2026-08-01"}
    )

    assert "heeft deze rol hier in die periode al" in answer.content.decode()
    assert Person.objects.filter(last_name="Bakker").count() == 1


def test_inviting_mails_a_link_that_can_be_withdrawn(client, partnership, coordinator):
    client.post(
        "/partnerschappen/de-brug/mensen/uitnodigen/", {"email": "nina@school.invalid", "role": RoleFactory().pk}
    )
    row = Invitation.objects.get()
    token = re.search(r"/uitnodiging/([\w-]+)/", Mail.objects.get(to="nina@school.invalid").text).group(1)

    client.post(f"/partnerschappen/de-brug/mensen/uitnodiging/{row.public_id}/")

    assert client.get(f"/uitnodiging/{token}/").status_code == 410


def test_ending_a_role(client, partnership, coordinator):
    row = AffiliationFactory(partnership=partnership, organisation=None)

    client.post(f"/partnerschappen/de-brug/mensen/{row.pk}/stoppen/", {"valid_until": "2026-08-01"})

    assert str(Affiliation.objects.get(pk=row.pk).valid_until) == "2026-08-01"


@pytest.mark.parametrize("deed", ["stoppen", "opvolgen", "verbeteren", "intrekken"])
def test_role_of_another_partnership_is_not_found(client, partnership, coordinator, deed):
    row = AffiliationFactory(partnership=PartnershipFactory(), organisation=None, valid_from=_in_days(30))

    assert client.post(f"/partnerschappen/de-brug/mensen/{row.pk}/{deed}/").status_code == 404


def test_wrong_end_is_told_at_its_field(client, partnership, coordinator):
    row = AffiliationFactory(partnership=partnership, organisation=None)

    answer = client.post(f"/partnerschappen/de-brug/mensen/{row.pk}/stoppen/", {"valid_until": "2020-08-01"})

    assert answer.status_code == 422
    assert answer.context["form"].errors == {"valid_until": ["De einddatum moet na de begindatum liggen."]}


@pytest.mark.parametrize("deed", ["stoppen", "opvolgen"])
def test_coordinator_who_stops_today_lands_on_the_own_page(client, partnership, coordinator, deed):
    own = Affiliation.objects.get(person__account=coordinator.account)
    colleague = AffiliationFactory(partnership=partnership, organisation=None).person
    today = timezone.localdate().isoformat()

    answer = client.post(
        f"/partnerschappen/de-brug/mensen/{own.pk}/{deed}/",
        {"valid_until": today, "incoming": colleague.pk, "on": today},
        follow=True,
    )

    assert (answer.request["PATH_INFO"], answer.status_code) == ("/mijn/", 200)
    assert "Bewaard." in answer.content.decode()


def test_handing_over_to_a_colleague(client, partnership, coordinator):
    own = Affiliation.objects.get(person__account=coordinator.account)
    colleague = AffiliationFactory(partnership=partnership, organisation=None).person

    client.post(f"/partnerschappen/de-brug/mensen/{own.pk}/opvolgen/", {"incoming": colleague.pk, "on": "2026-12-01"})

    assert Affiliation.objects.get(person=colleague, role=own.role).valid_from.isoformat() == "2026-12-01"


def test_successor_who_starts_later_can_be_chosen_for_that_day(client, partnership, coordinator):
    own = Affiliation.objects.get(person__account=coordinator.account)
    start = _in_days(30)
    newcomer = AffiliationFactory(partnership=partnership, organisation=None, valid_from=start).person
    address = f"/partnerschappen/de-brug/mensen/{own.pk}/opvolgen/"

    early = client.post(address, {"incoming": newcomer.pk, "on": _in_days(29).isoformat()})
    client.post(address, {"incoming": newcomer.pk, "on": start.isoformat()})

    assert early.context["form"].errors == {"incoming": ["Deze persoon werkt op die dag niet voor dit partnerschap."]}
    assert Affiliation.objects.get(person=newcomer, role=own.role).valid_from == start


def test_names_without_consent_from_elsewhere_are_not_offered(client, partnership, coordinator):
    own = Affiliation.objects.get(person__account=coordinator.account)
    school = MembershipFactory(partnership=partnership).organisation
    AffiliationFactory(person__last_name="Verborgen", organisation=school)
    AffiliationFactory(person__last_name="Elders", organisation=school, partnership=PartnershipFactory())

    page = client.get(f"/partnerschappen/de-brug/mensen/{own.pk}/opvolgen/").content.decode()

    assert ("Verborgen" in page, "Elders" in page) == (False, False)


def test_planned_role_is_withdrawn_after_a_question(client, partnership, coordinator):
    row = AffiliationFactory(partnership=partnership, organisation=None, valid_from=_in_days(30))
    address = f"/partnerschappen/de-brug/mensen/{row.pk}/intrekken/"

    assert "Ja, trek in" in client.get(address).content.decode()
    answer = client.post(address)

    assert answer.url == "/partnerschappen/de-brug/mensen/"
    assert not Affiliation.objects.filter(pk=row.pk).exists()


def test_role_that_has_begun_is_not_withdrawn(client, partnership, coordinator):
    row = AffiliationFactory(partnership=partnership, organisation=None)

    assert client.post(f"/partnerschappen/de-brug/mensen/{row.pk}/intrekken/").status_code == 404


def _mending(client, row):
    """The address of the page and what its form holds at first."""
    address = f"/partnerschappen/de-brug/mensen/{row.pk}/verbeteren/"
    form = client.get(address).context["form"]
    return address, {name: "" if value is None else value for name, value in form.initial.items()}


def test_role_is_corrected(client, partnership, coordinator):
    row = AffiliationFactory(partnership=partnership, organisation=None, valid_until=date(2024, 8, 1))
    other = RoleFactory(code="directeur", title="directeur")
    address, held = _mending(client, row)

    client.post(address, {**held, "role": other.pk, "valid_from": "2021-08-01", "valid_until": ""})

    row.refresh_from_db()
    assert (row.role, row.valid_from, row.valid_until) == (other, date(2021, 8, 1), None)


def test_correction_tells_at_the_field_that_the_end_comes_first(client, partnership, coordinator):
    row = AffiliationFactory(partnership=partnership, organisation=None)
    address, held = _mending(client, row)

    answer = client.post(address, {**held, "valid_until": "2019-08-01"})

    assert answer.status_code == 422
    assert answer.context["form"].errors == {"valid_until": ["De einddatum moet na de begindatum liggen."]}


def test_second_editor_of_a_role_is_told_and_keeps_what_was_typed(client, partnership, coordinator):
    row = AffiliationFactory(partnership=partnership, organisation=None)
    address, held = _mending(client, row)
    Affiliation.objects.filter(pk=row.pk).update(local_title="BOC’er")

    answer = client.post(address, {**held, "valid_until": "2030-08-01"})

    assert "Iemand anders heeft deze rol gewijzigd" in answer.content.decode()
    assert answer.context["form"]["valid_until"].value() == "2030-08-01"
    client.post(address, {**held, "valid_until": "2030-08-01", "revision": answer.context["form"]["revision"].value()})
    assert Affiliation.objects.get(pk=row.pk).valid_until == date(2030, 8, 1)
