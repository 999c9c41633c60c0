"""Adding, changing, closing and reopening organisations."""

from datetime import UTC, date, datetime

import pytest

from steunpunt.foundation.access import Refusal
from steunpunt.foundation.ledger.queries import history_of
from steunpunt.foundation.ledger.revisions import Outdated
from steunpunt.network.actions.organisation import (
    add_organisation,
    change_organisation_facts,
    close_organisation,
    end_override,
    reopen_organisation,
    set_parent,
)
from steunpunt.network.models import FieldOverride, Organisation, OrganisationKind, OrganisationVersion
from steunpunt.network.queries.directory.gathering import world_on
from tests.factories.foundation import signed_in_actor, staff_actor
from tests.factories.network import (
    SITE_FACTS,
    START,
    BoardFactory,
    FieldOverrideFactory,
    MunicipalityFactory,
    OrganisationFactory,
    OrganisationVersionFactory,
    SiteFactory,
)
from tests.factories.register_files import AT, SECOND, read_in, site, site_file

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)
TODAY = date(2026, 11, 22)
AUGUST = date(2027, 8, 1)
MOVED = date(2024, 1, 1)


def _change(organisation, facts, *, by=None, day=TODAY, source="De school zelf", revision=None):
    return change_organisation_facts(
        organisation, facts, valid_from=day, source=source, by=by or staff_actor(), at=NOW, revision=revision
    )


def _add(kind=OrganisationKind.EXPERTISE_CENTRE, code="", by=None):
    version = OrganisationVersion(name="Centrum Inductie", valid_from=TODAY)
    return add_organisation(Organisation(kind=kind, code=code), version, by=by or staff_actor(), at=NOW)


def test_staff_add_an_organisation_outside_the_register():
    assert _add().versions.get().name == "Centrum Inductie"


def test_what_the_register_lists_is_not_added_by_hand():
    with pytest.raises(Refusal, match="uit het register") as refused:
        _add(OrganisationKind.SCHOOL_SITE, "00AA00")
    assert refused.value.field == "code"


def test_others_add_none():
    with pytest.raises(Refusal, match="Alleen medewerkers"):
        _add(by=signed_in_actor())


def test_adding_is_recorded():
    assert history_of(_add().reference)[0].summary == "Centrum Inductie toegevoegd, vanaf 22 november 2026."


def test_a_change_holds_from_its_day():
    centre = OrganisationFactory(version__name="Oud")

    _change(centre, {"name": "Nieuw"}, day=AUGUST)

    rows = centre.versions.order_by("valid_from").values_list("name", "valid_until")
    assert list(rows) == [("Oud", AUGUST), ("Nieuw", None)]


def test_a_change_outside_the_register_is_no_override():
    _change(OrganisationFactory(), {"name": "Nieuw"})

    assert not FieldOverride.objects.exists()


def test_a_change_in_the_register_is_kept_as_an_override_with_its_source():
    _change(SiteFactory(), {"website": "https://linde.invalid"})

    assert list(FieldOverride.objects.values_list("field", "value", "source")) == [
        ("website", "https://linde.invalid", "De school zelf")
    ]


def test_only_what_really_changed_becomes_an_override():
    _change(SiteFactory(version__name="De Linde"), {"name": "De Linde", "place": "Ede"})

    assert list(FieldOverride.objects.values_list("field", flat=True)) == ["place"]


def test_a_correction_from_the_first_known_day_leaves_the_begin_unknown():
    site = SiteFactory(version__begin_unknown=True)

    version = _change(site, {"name": "De Linde"}, day=START)

    assert (version.valid_from, version.begin_unknown) == (START, True)
    assert world_on(date(2010, 1, 1)).find(site.pk).name == "De Linde"


def _moved_in_2024():
    site = SiteFactory(version__place="Ede", version__valid_until=date(2024, 1, 1))
    facts = {**SITE_FACTS, "name": site.versions.get().name, "place": "Arnhem"}
    OrganisationVersionFactory(organisation=site, valid_from=MOVED, **facts)
    return site


def test_a_correction_of_a_past_period_is_no_override():
    site = _moved_in_2024()

    _change(site, {"place": "Wageningen"}, day=date(2021, 1, 1))

    assert not FieldOverride.objects.exists()
    assert site.versions.on(TODAY).get().place == "Arnhem"


def test_only_what_holds_today_as_well_becomes_an_override():
    site = _moved_in_2024()

    _change(site, {"place": "Wageningen", "street": "Dorpsstraat"}, day=date(2021, 1, 1))

    assert list(FieldOverride.objects.values_list("field", "value")) == [("street", "Dorpsstraat")]


def test_a_correction_of_what_is_closed_is_no_override():
    site = SiteFactory(version__valid_until=MOVED)

    _change(site, {"place": "Ede"}, day=date(2021, 1, 1))

    assert not FieldOverride.objects.exists()


@pytest.mark.parametrize(
    ("field", "typed", "kept"),
    [
        ("website", "www.Linde.nl/", "https://www.linde.nl"),
        ("house_number", "30-a", "30A"),
        ("postcode", "6711 ab", "6711AB"),
        ("latitude", 52.0412345, 52.04123),
        ("place", " Bennekom  (Gld) ", "Bennekom (Gld)"),
    ],
)
def test_a_fact_is_kept_in_the_spelling_of_the_register(field, typed, kept):
    version = _change(SiteFactory(), {field: typed})

    assert getattr(version, field) == kept
    assert FieldOverride.objects.get().value == str(kept)


def test_another_spelling_of_the_same_is_no_change():
    with pytest.raises(Refusal, match="niets veranderd"):
        _change(SiteFactory(version__house_number="30A"), {"house_number": "30 a"})


@pytest.mark.parametrize(("field", "typed"), [("website", "0318 123456"), ("postcode", "0123 AB"), ("longitude", 2.0)])
def test_a_fact_that_cannot_be_is_refused_at_its_field(field, typed):
    with pytest.raises(Refusal) as refused:
        _change(SiteFactory(), {field: typed})
    assert refused.value.field == field


def test_a_fact_that_could_not_be_but_stood_there_already_holds_nothing_up():
    version = _change(SiteFactory(version__website="geen idee"), {"website": "geen idee", "place": "Ede"})

    assert (version.website, version.place) == ("geen idee", "Ede")


def test_the_register_that_says_the_same_in_another_spelling_ends_the_correction():
    read_in(site_file(site("18BR00", huisnummer="1")))
    _change(Organisation.objects.get(code="18BR00"), {"house_number": "30 a"}, day=SECOND)

    read_in(site_file(site("18BR00", huisnummer="30", huisletter="A")), date(2026, 8, 1))

    assert FieldOverride.objects.get().ended_at == AT


def test_an_added_organisation_is_kept_in_the_same_spelling():
    version = OrganisationVersion(name="Centrum Inductie", website="www.Inductie.nl", valid_from=TODAY)

    add_organisation(Organisation(kind=OrganisationKind.OTHER), version, by=staff_actor(), at=NOW)

    assert version.website == "https://www.inductie.nl"


def test_an_override_keeps_the_code_of_what_it_points_to():
    _change(SiteFactory(), {"municipality": MunicipalityFactory(code="GM0228", name="Ede")})

    assert FieldOverride.objects.get().value == "GM0228"


def test_a_second_override_takes_the_place_of_the_first():
    site = SiteFactory()
    _change(site, {"website": "https://een.invalid"})
    _change(site, {"website": "https://twee.invalid"})

    standing = FieldOverride.objects.filter(ended_at__isnull=True)
    assert [row.value for row in standing] == ["https://twee.invalid"]


@pytest.mark.parametrize(
    ("day", "source", "field"),
    [(AUGUST, "DUO", "valid_from"), (date(1990, 1, 1), "DUO", "valid_from"), (TODAY, "  ", "source")],
    ids=["later", "before it was there", "no source"],
)
def test_a_correction_of_the_register_that_cannot_be(day, source, field):
    with pytest.raises(Refusal) as refused:
        _change(SiteFactory(), {"website": "https://linde.invalid"}, day=day, source=source)
    assert refused.value.field == field


def test_others_change_nothing():
    with pytest.raises(Refusal, match="Alleen medewerkers"):
        _change(SiteFactory(), {"name": "Nieuw"}, by=signed_in_actor())


def test_no_change_is_refused():
    with pytest.raises(Refusal, match="niets veranderd"):
        _change(SiteFactory(version__name="De Linde"), {"name": "De Linde"})


def test_the_second_editor_is_told():
    site = SiteFactory()
    _change(site, {"name": "Een"}, revision=1)

    with pytest.raises(Outdated, match="Gegevens gewijzigd"):
        _change(site, {"name": "Twee"}, revision=1)


def test_a_change_is_recorded_with_old_and_new():
    site = SiteFactory(version__name="Oud")

    _change(site, {"name": "Nieuw"})

    assert history_of(site.reference)[0].changes == {"naam": ["Oud", "Nieuw"]}


def _under(child, parent):
    return set_parent(child, parent, valid_from=TODAY, source="KvK", by=staff_actor(), at=NOW)


def test_a_site_falls_under_a_board():
    site, board = SiteFactory(), BoardFactory()

    assert _under(site, board).part_of == board


def test_a_circle_of_boards_is_refused():
    one, two, three = BoardFactory.create_batch(3)
    _under(one, two)
    _under(two, three)

    with pytest.raises(Refusal, match="omweg") as refused:
        _under(three, one)
    assert refused.value.field == "part_of"


def test_a_board_does_not_fall_under_itself():
    board = BoardFactory()

    with pytest.raises(Refusal, match="omweg"):
        _under(board, board)


def test_a_board_leaves_the_board_above_it():
    board = BoardFactory(version__part_of=BoardFactory())

    assert _under(board, None).part_of is None


def test_closing_ends_the_last_version():
    centre = OrganisationFactory()

    close_organisation(centre, AUGUST, source="Brief", by=staff_actor(), at=NOW)

    assert centre.versions.get().valid_until == AUGUST


def test_what_is_closed_is_not_closed_again():
    centre = OrganisationFactory(version__valid_until=AUGUST)

    with pytest.raises(Refusal, match="al gesloten"):
        close_organisation(centre, AUGUST, source="Brief", by=staff_actor(), at=NOW)


def test_closing_is_recorded():
    centre = OrganisationFactory()

    close_organisation(centre, AUGUST, source="Brief", by=staff_actor(), at=NOW)

    assert history_of(centre.reference)[0].summary == "Gesloten op 1 augustus 2027 (bron: Brief)."


@pytest.mark.parametrize(
    ("on", "periods"),
    [(AUGUST, [(date(2020, 8, 1), None)]), (date(2028, 1, 1), [(date(2020, 8, 1), AUGUST), (date(2028, 1, 1), None)])],
    ids=["the same day", "after a while"],
)
def test_reopening(on, periods):
    centre = OrganisationFactory(version__valid_until=AUGUST)

    reopen_organisation(centre, on, source="Brief", by=staff_actor(), at=NOW)

    assert list(centre.versions.order_by("valid_from").values_list("valid_from", "valid_until")) == periods


@pytest.mark.parametrize("on", [date(2025, 8, 1), date(2026, 1, 1)], ids=["the same day", "after a while"])
def test_reopening_does_not_close_a_circle(on):
    above = BoardFactory()
    board = BoardFactory(version__part_of=above, version__valid_until=date(2025, 8, 1))
    _under(above, board)

    with pytest.raises(Refusal, match="omweg"):
        reopen_organisation(board, on, source="Brief", by=staff_actor(), at=NOW)


def test_what_is_open_is_not_reopened():
    with pytest.raises(Refusal, match="niet gesloten"):
        reopen_organisation(OrganisationFactory(), AUGUST, source="Brief", by=staff_actor(), at=NOW)


def test_reopening_before_the_end_is_refused():
    centre = OrganisationFactory(version__valid_until=AUGUST)

    with pytest.raises(Refusal, match="valt samen"):
        reopen_organisation(centre, TODAY, source="Brief", by=staff_actor(), at=NOW)


def test_an_override_is_let_go():
    override = FieldOverrideFactory()

    end_override(override, by=staff_actor(), at=NOW)

    assert FieldOverride.objects.get().ended_at == NOW
    assert history_of(override.organisation.reference)[0].summary == "Correctie met de hand vervallen: website."
