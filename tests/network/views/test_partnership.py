"""The page of a partnership: who, since when, whom to ask, as on a day."""

from datetime import UTC, date, datetime

import pytest

from steunpunt.foundation.access import Actor
from steunpunt.foundation.boards import PanelPin, panels
from steunpunt.foundation.ledger.actions import record
from steunpunt.network.actions.people import add_affiliation
from steunpunt.network.models import Affiliation, Partnership
from tests.factories.network import (
    AffiliationFactory,
    InstitutionFactory,
    LeadOrganisationFactory,
    MembershipFactory,
    PartnerGoalFactory,
    PartnershipFactory,
    PersonFactory,
    ProgrammeFactory,
    ProjectPartnershipFactory,
    RoleFactory,
    SiteFactory,
    ThemeContactFactory,
    coordinator_of,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def alfa():
    return PartnershipFactory(slug="alfa", version__name="Alfa", vision="Samen & sterk")


def get(client, address="/partnerschappen/alfa/"):
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_page_tells_who_takes_part_since_when(client, alfa):
    MembershipFactory(partnership=alfa, organisation=SiteFactory(version__name="Het Lyceum"))
    MembershipFactory(partnership=alfa, organisation=SiteFactory(version__name="De Ster"), shell=True)
    institution = InstitutionFactory(version__name="Hanze")
    ProgrammeFactory(institution=institution, name="Pabo Groningen")
    MembershipFactory(partnership=alfa, organisation=institution, institute=True)
    LeadOrganisationFactory(partnership=alfa, organisation=institution, valid_from=date(2022, 8, 1))

    page = get(client)

    for text in (
        "Kernscholen",
        "Het Lyceum",
        "Schilscholen",
        "De Ster",
        "Hanze",
        "Pabo Groningen",
        "sinds 1 augustus 2022",
    ):
        assert text in page


def test_name_of_a_contact_only_with_consent(client, alfa):
    named = PersonFactory(public=True, last_name="Openbaar", email="x@y.invalid")
    for person in (named, PersonFactory(last_name="Verborgen", email="geheim@y.invalid")):
        AffiliationFactory(person=person, partnership=alfa, organisation=None)
        ThemeContactFactory(partnership=alfa, person=person)

    page = get(client)

    assert ("Openbaar" in page, "Verborgen" in page, "invalid" in page, page.count("Stel je vraag")) == (
        True,
        False,
        False,
        2,
    )


def test_member_of_tomorrow_is_not_here_yet(client, alfa):
    MembershipFactory(partnership=alfa, organisation=SiteFactory(version__name="De Ster"), valid_from=date(2030, 8, 1))

    pages = [get(client, f"/partnerschappen/alfa/?op={day}") for day in ("2030-07-31", "2030-08-01")]

    assert ["De Ster" in page for page in pages] == [False, True]


def test_day_without_the_partnership_says_when_it_was(client, alfa):
    page = get(client, "/partnerschappen/alfa/?op=2019-01-01")

    assert "Op 1 januari 2019 was er geen partnerschap met deze naam" in page
    assert "We kennen het vanaf 1 augustus 2020" in page


def test_unreadable_day_shows_today_and_says_so(client, alfa):
    assert "De datum “31-12” lukt niet" in get(client, "/partnerschappen/alfa/?op=31-12")


def test_goals_projects_and_history(client, alfa):
    PartnerGoalFactory(partnership=alfa, goal="Meer leraren", interest="Er zijn er te weinig")
    ProjectPartnershipFactory(partnership=alfa, project__title="Leren van elkaar")
    record(
        by=Actor.for_system("test"),
        at=datetime(2026, 1, 1, tzinfo=UTC),
        deed="x",
        summary="De Ster kwam erbij",
        subjects=[alfa.reference],
    )

    page = get(client)

    for text in ("Meer leraren", "Er zijn er te weinig", "Leren van elkaar", "De Ster kwam erbij", "Samen &amp; sterk"):
        assert text in page


def test_structured_data_cannot_break_out(client):
    PartnershipFactory(slug="alfa", version__name="</script><script>alert(1)</script>")

    page = get(client)

    assert "</script><script>alert" not in page
    assert "\\u003c/script\\u003e" in page


def test_unverified_partnership_says_so(client, alfa):
    assert "nog niet bevestigd" in get(client)


def test_confirmed_on(client, alfa):
    Partnership.objects.update(is_verified=True, confirmed_at=datetime(2026, 10, 3, 12, tzinfo=UTC))

    assert "3 oktober 2026" in get(client)


def test_panel_of_another_room(client, alfa):
    pin = PanelPin(Partnership, "proef", "Proefpaneel", lambda subject, actor, day: {"note": ""}, "network/_state.html")
    panels.pin(pin)
    try:
        assert "Proefpaneel" in get(client)
    finally:
        panels._pins.pop(pin.key)


def test_unknown_partnership_is_404(client):
    assert client.get("/partnerschappen/bestaat-niet/").status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_same_number_of_queries_for_any_number_of_members(client, alfa, django_assert_num_queries, number):
    for _turn in range(number):
        MembershipFactory(partnership=alfa)
        MembershipFactory(partnership=alfa, institute=True)
        person = AffiliationFactory(partnership=alfa, organisation=None, person__public=True).person
        ThemeContactFactory(partnership=alfa, person=person)
        PartnerGoalFactory(partnership=alfa)
    get(client)

    with django_assert_num_queries(23):
        get(client)


def test_coordinator_sees_the_way_to_edit(client, alfa):
    assert "Bewerken" not in get(client)
    client.force_login(coordinator_of(alfa).account)

    assert 'href="/partnerschappen/alfa/bewerken/"' in get(client)


def test_everybody_sees_the_way_to_a_correction(client, alfa):
    assert 'href="/partnerschappen/alfa/verbetering/"' in get(client)


def test_who_comes_and_leaves_stands_in_the_history_of_those_who_manage_it(client):
    partnership = PartnershipFactory(slug="brug")
    by = coordinator_of(partnership)
    person = PersonFactory()
    row = Affiliation(person=person, role=RoleFactory(), partnership=partnership, valid_from=date(2026, 9, 1))
    add_affiliation(row, by=by, at=datetime(2026, 9, 1, 9, tzinfo=UTC))

    public = client.get("/partnerschappen/brug/").text
    client.force_login(by.account)

    assert ("Rol toegevoegd" in public, "Rol toegevoegd" in client.get("/partnerschappen/brug/").text) == (False, True)
