"""The example world: facts that hold together, real schools, and every invented thing marked."""

from datetime import UTC, date, datetime

import pytest

from steunpunt.examples.building import august, build_partnership, is_built, next_august
from steunpunt.examples.choosing import board_of, institutions, schools_near
from steunpunt.examples.known import load_known_partnerships, read_known
from steunpunt.examples.people import build_people
from steunpunt.examples.world import FIRST, PARTNERSHIPS, PEOPLE, ExamplePartnership
from steunpunt.foundation.access import Actor
from steunpunt.network.actions.lists import load_lists
from steunpunt.network.models import Membership, Partnership, PartnershipVersion, Person, ThemeContact
from steunpunt.network.queries.people import managed_partnerships
from tests.factories.network import (
    BoardFactory,
    InstitutionFactory,
    MunicipalityFactory,
    OrganisationVersionFactory,
    SchoolFactory,
    SiteFactory,
)

NOW = datetime(2026, 9, 1, 12, tzinfo=UTC)
SYSTEM = Actor.for_system("voorbeeld")
EXAMPLE = ExamplePartnership(
    "proef",
    "Proefpartnerschap",
    "GM0344",
    ("po",),
    ("25DW",),
    2,
    1,
    2015,
    recognised=2018,
    vision="Samen.",
    plans=("core", "join"),
)


def _sites(count: int) -> list:
    town = MunicipalityFactory(code="GM0344", latitude=52.0, longitude=5.0)
    return [
        SiteFactory(
            version__name=f"School {number}",
            version__sector="po",
            version__municipality=town,
            version__latitude=52.0 + number / 100,
            version__longitude=5.0,
        )
        for number in range(count)
    ]


def test_slugs_and_people_are_unique():
    assert len({row.slug for row in PARTNERSHIPS}) == len(PARTNERSHIPS) == 12
    assert len({row.key for row in PEOPLE}) == len(PEOPLE) == 8


def test_every_place_of_a_person_exists():
    places = {person.partnership for person in PEOPLE if person.partnership}

    assert places <= {row.slug for row in PARTNERSHIPS}


def test_known_partnerships_have_a_source_and_never_an_invented_date():
    known = read_known()

    assert len(known) == 48
    assert all(row.source for row in known)
    assert [row.seen_text for row in known if row.seen_on is None] == ["", ""]


@pytest.mark.django_db
def test_schools_are_the_nearest_of_the_sector_and_always_the_same():
    sites = _sites(12)
    SiteFactory(version__sector="vo", version__latitude=52.0, version__longitude=5.0)

    chosen = schools_near("GM0344", ("po",), 3, date(2026, 9, 1))

    assert chosen == schools_near("GM0344", ("po",), 3, date(2026, 9, 1))
    assert chosen[0] == sites[0]
    assert set(chosen) <= set(sites)


@pytest.mark.django_db
def test_the_board_is_found_by_way_of_the_brin_school():
    board, school = BoardFactory(), SchoolFactory(version=False)
    OrganisationVersionFactory(organisation=school, part_of=board)
    site = SiteFactory(version__part_of=school)

    assert board_of(site, date(2026, 9, 1)) == board
    assert board_of(SiteFactory(), date(2026, 9, 1)) is None


@pytest.mark.django_db
def test_a_partnership_is_built_with_its_past_and_its_plans():
    load_lists(at=NOW)
    _sites(8)
    InstitutionFactory(code="25DW")
    partnership = build_partnership(EXAMPLE, by=SYSTEM, at=NOW)

    def ring(day: date) -> list[str]:
        rows = Membership.objects.on(day).filter(partnership=partnership, role="school")
        return sorted(rows.values_list("ring", flat=True))

    assert is_built("proef")
    assert partnership.is_example
    assert ring(date(2026, 9, 1)) == ["core", "core", "shell"]
    assert ring(august(2027)) == ["core", "core", "core", "shell"]
    assert institutions(["25DW"])[0] in [row.organisation for row in partnership.memberships.filter(role="institute")]


def test_the_next_first_of_august_lies_ahead():
    assert next_august(NOW) == date(2027, 8, 1)
    assert next_august(datetime(2026, 7, 1, tzinfo=UTC)) == date(2026, 8, 1)


@pytest.mark.django_db
def test_published_names_come_in_unverified():
    load_known_partnerships(by=SYSTEM, at=NOW)

    assert Partnership.objects.filter(is_verified=False, is_example=False).count() == 48
    assert PartnershipVersion.objects.filter(begin_unknown=False).count() == 0


@pytest.mark.django_db
def test_example_people_can_manage_what_their_role_says():
    load_lists(at=NOW)
    _sites(8)
    InstitutionFactory(code="25DW")
    InstitutionFactory(code="25BE")
    partnership = build_partnership(EXAMPLE, by=SYSTEM, at=NOW)
    Partnership.objects.filter(pk=partnership.pk).update(slug=FIRST)
    accounts = {account.email.partition("@")[0]: account for account in build_people(by=SYSTEM, at=NOW)}

    def manages(key: str) -> int:
        return managed_partnerships(Actor.of(accounts[key]), date(2026, 9, 1)).count()

    assert (manages("coordinator"), manages("begeleider")) == (1, 0)
    assert accounts["redacteur"].is_staff_on(date(2026, 9, 1))
    assert not accounts["student"].is_staff_on(date(2026, 9, 1))
    assert all(Person.objects.values_list("is_example", flat=True))
    assert ThemeContact.objects.filter(person__name_is_public=True).count() == 2
