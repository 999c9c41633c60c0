"""What the register knows on a day, in the words of the intake."""

from datetime import date

import pytest

from steunpunt.network.intake import kinds
from steunpunt.network.queries.register_known import institution_keys, known_things, related_kinds
from tests.factories.network import (
    FieldOverrideFactory,
    InstitutionFactory,
    MunicipalityFactory,
    OrganisationFactory,
    OrganisationVersionFactory,
    PostcodeFactory,
    ProgrammeFactory,
    SchoolFactory,
    SiteFactory,
)

pytestmark = pytest.mark.django_db
DAY = date(2026, 1, 1)


def test_facts_are_those_of_the_day():
    school = SchoolFactory(code="18BR")
    site = SiteFactory(code="18BR00", version__name="Toen", version__valid_until=DAY, version__part_of=school)
    OrganisationVersionFactory(
        organisation=site, name="Nu", part_of=school, valid_from=DAY, municipality=MunicipalityFactory()
    )

    then = known_things(kinds.SITE, date(2025, 12, 31))[kinds.SITE, "18BR00"]
    now = known_things(kinds.SITE, DAY)[kinds.SITE, "18BR00"]

    assert (then.facts["name"], then.has_later, then.facts["municipality"]) == ("Toen", True, "")
    assert (now.facts["name"], now.has_later, now.valid_from) == ("Nu", False, DAY)
    assert (now.facts["part_of"], now.facts["municipality"]) == ((kinds.SCHOOL, "18BR"), "GM0344")


def test_what_is_closed_keeps_its_last_facts_and_has_no_version():
    SiteFactory(code="18BR00", version__name="Toen", version__valid_until=DAY)

    known = known_things(kinds.SITE, DAY)[kinds.SITE, "18BR00"]

    assert (known.facts["name"], known.version_pk, known.last_until) == ("Toen", None, DAY)


def test_what_a_later_file_spoke_of_is_known_from_a_later_day():
    SiteFactory(code="18BR00", source_date=date(2026, 1, 2))
    SiteFactory(code="18BR01", source_date=DAY)

    known = known_things(kinds.SITE, DAY)

    assert [thing.has_later for thing in known.values()] == [True, False]


@pytest.mark.parametrize(
    ("closed_on", "read_on", "by_hand_on"),
    [
        (date(2025, 8, 1), date(2025, 1, 1), date(2025, 8, 1)),
        (date(2025, 8, 1), date(2025, 8, 1), None),
        (None, date(2025, 1, 1), None),
    ],
    ids=["by hand", "by a file", "open"],
)
def test_what_no_file_closed_was_closed_by_hand(closed_on, read_on, by_hand_on):
    SiteFactory(code="18BR00", source_date=read_on, version__valid_until=closed_on)

    assert known_things(kinds.SITE, DAY)[kinds.SITE, "18BR00"].closed_by_hand_on == by_hand_on


def test_organisations_without_a_code_or_of_another_kind_are_left_out():
    OrganisationFactory()
    OrganisationFactory(kind=kinds.SITE)
    InstitutionFactory()

    assert known_things(kinds.SITE, DAY) == {}


def test_open_corrections_come_along():
    site = SiteFactory(code="18BR00")
    override = FieldOverrideFactory(organisation=site, field="website", value="https://a.voorbeeld.invalid")

    known = known_things(kinds.SITE, DAY)[kinds.SITE, "18BR00"]

    assert known.overrides == {"website": (override.pk, "https://a.voorbeeld.invalid")}


def test_all_versions_are_read_in_one_go(django_assert_num_queries):
    for number in range(3):
        SiteFactory(code=f"18BR0{number}")

    with django_assert_num_queries(3):
        assert len(known_things(kinds.SITE, DAY)) == 3


def test_programmes_are_told_apart_by_institution_croho_and_place():
    institution = InstitutionFactory(code="30GB")
    for place in ("Tilburg", "Eindhoven"):
        ProgrammeFactory(institution=institution, croho="35221", place=place)

    assert sorted(known_things(kinds.PROGRAMME, DAY)) == [
        (kinds.PROGRAMME, "30GB 35221 Eindhoven"),
        (kinds.PROGRAMME, "30GB 35221 Tilburg"),
    ]


def test_municipalities_and_postcodes_are_always_there():
    PostcodeFactory()

    (postcode,) = known_things(kinds.POSTCODE, DAY).values()
    (municipality,) = known_things(kinds.MUNICIPALITY, DAY).values()

    assert (postcode.facts["municipality"], postcode.version_pk) == ("GM0344", 0)
    assert (municipality.facts["province"], municipality.version_pk) == ("PV26", 0)


def test_programme_belongs_to_the_training_institution_before_the_mbo():
    OrganisationFactory(kind=kinds.MBO, code="25DW")
    institution = InstitutionFactory(code="25DW")

    assert institution_keys() == {"25DW": institution.pk}


@pytest.mark.parametrize(
    ("kind", "related"),
    [
        (kinds.SITE, {kinds.SITE, kinds.SCHOOL, kinds.BOARD}),
        (kinds.TRAINING, {kinds.TRAINING, kinds.UNIVERSITY, kinds.BOARD}),
        (kinds.MBO, {kinds.MBO, kinds.BOARD}),
        (kinds.BOARD, {kinds.BOARD}),
    ],
)
def test_file_speaks_of_what_stands_above_too(kind, related):
    assert set(related_kinds(kind)) == related
