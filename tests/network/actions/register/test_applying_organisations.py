"""Reading sites, schools and boards in: what appears, changes, closes and comes back, and what stays as it was."""

from datetime import date

import pytest

from steunpunt.network.actions.organisation import close_organisation
from steunpunt.network.models import (
    ImportState,
    Organisation,
    OrganisationVersion,
)
from steunpunt.network.queries.register import report_rows
from tests.factories.foundation import staff_actor
from tests.factories.network import FieldOverrideFactory, PostcodeFactory, SiteFactory
from tests.factories.register_files import AT, DATA, FIRST, SECOND, offered, read_in, site, site_file

pytestmark = pytest.mark.django_db
THIRD = date(2026, 8, 1)
PABO = "SOORT HO;BEVOEGD GEZAG NUMMER;INSTELLINGSCODE;INSTELLINGSNAAM;STRAATNAAM;HUISNUMMER-TOEVOEGING;POSTCODE;"
PABO += "PLAATSNAAM;GEMEENTENUMMER;GEMEENTENAAM\nhbo;30156;31FR;{name};Rengerslaan;10;8917 DD;LEEUWARDEN; ; \n"
MAIN = "BEVOEGD GEZAG NUMMER;INSTELLINGSCODE;INSTELLINGSNAAM;STRAATNAAM;HUISNUMMER-TOEVOEGING;POSTCODE;"
MAIN += "PLAATSNAAM;GEMEENTENUMMER;GEMEENTENAAM;ONDERWIJSSTRUCTUUR\n"
MAIN += "41804;18BR;De hele school;Dorp;1;3511 AA;UTRECHT; ; ;VWO\n"


def board_file(name: str) -> bytes:
    return f"bestuursnummer,naam\n30156,{name}\n".encode()


def stamps() -> dict[str, date | None]:
    """Code → the day of which the last file that spoke of it is."""
    return dict(Organisation.objects.values_list("code", "source_date"))


def versions_of(code: str) -> list[tuple[str, date | None, date | None]]:
    rows = OrganisationVersion.objects.filter(organisation__code=code).order_by("valid_from")
    return list(rows.values_list("name", "valid_from", "valid_until"))


def test_first_file_makes_sites_and_the_schools_above_them():
    imported = read_in(site_file(site("18BR00"), site("18BR01")))
    version = OrganisationVersion.objects.get(organisation__code="18BR01")

    assert imported.state == ImportState.DONE
    assert imported.counts["kinds"]["school_site"] == {"new": 2, "changed": 0, "closed": 0, "same": 0}
    assert (version.valid_from, version.begin_unknown) == (FIRST, True)
    assert (version.part_of.kind, version.part_of.code) == ("school", "18BR")
    assert versions_of("18BR") == [("School 18BR00", FIRST, None)]


def test_same_file_again_changes_nothing():
    content = site_file(site("18BR00"), site("18BR01"))
    read_in(content)
    before = list(OrganisationVersion.objects.order_by("pk").values())

    again = read_in(content)

    assert again.counts["kinds"]["school_site"]["same"] == 2
    assert list(OrganisationVersion.objects.order_by("pk").values()) == before
    assert set(Organisation.objects.values_list("revision", flat=True)) == {1}


def test_changed_fact_begins_a_new_version_and_ends_the_old_one():
    read_in(site_file(site("18BR00"), site("18BR01")))

    imported = read_in(site_file(site("18BR00"), site("18BR01", naam="Nieuwe naam")), SECOND)

    assert versions_of("18BR01") == [("School 18BR01", FIRST, SECOND), ("Nieuwe naam", SECOND, None)]
    line = report_rows(imported, "changed").get(code="18BR01")
    assert (line.line, line.column, line.old, line.new) == (3, "naam", "School 18BR01", "Nieuwe naam")


def test_change_in_a_second_file_of_the_same_day_rewrites_the_version():
    read_in(site_file(site("18BR00")))

    read_in(site_file(site("18BR00", naam="Verbeterd")))

    assert versions_of("18BR00") == [("Verbeterd", FIRST, None)]


def test_missing_from_the_file_means_closed_on_its_date():
    read_in(site_file(site("18BR00"), site("18BR01"), site("19XX00")))

    read_in(site_file(site("18BR00")), SECOND)

    assert versions_of("18BR01") == [("School 18BR01", FIRST, SECOND)]
    assert versions_of("19XX") == [("School 19XX00", FIRST, SECOND)]
    assert versions_of("18BR") == [("School 18BR00", FIRST, None)]


def test_appeared_and_missing_on_one_day_never_was():
    read_in(site_file(site("18BR00"), site("18BR01")))

    read_in(site_file(site("18BR00")))

    assert versions_of("18BR01") == []


def test_closed_and_back_on_one_day_never_closed():
    both = site_file(site("18BR00"), site("18BR01"))
    read_in(both)
    read_in(site_file(site("18BR00")), SECOND)

    read_in(both, SECOND)

    assert versions_of("18BR01") == [("School 18BR01", FIRST, None)]


def test_returned_code_opens_again_with_a_gap_between():
    both = site_file(site("18BR00"), site("18BR01"))
    read_in(both)
    read_in(site_file(site("18BR00")), SECOND)

    imported = read_in(both, date(2026, 8, 1))

    assert versions_of("18BR01") == [
        ("School 18BR01", FIRST, SECOND),
        ("School 18BR01", date(2026, 8, 1), None),
    ]
    assert report_rows(imported, "new").get(code="18BR01").reason.endswith("komt terug")


def test_file_of_one_sector_leaves_the_others_alone():
    read_in(site_file(site("18BR00"), site("01AB00", sector="PO", type="basisschool")))
    vo = "vestigingscode,brin,naam,straat,huisnummer,toevoeging,postcode,plaats,gemeentecode,bestuursnummer,"
    vo += "onderwijsstructuur\n19XX00,19XX,Ander,Dorp,,1,3511AA,UTRECHT,,41804,VWO\n"

    imported = read_in(vo.encode(), SECOND)

    assert versions_of("01AB00") == [("School 01AB00", FIRST, None)]
    assert versions_of("18BR00") == [("School 18BR00", FIRST, SECOND)]
    assert versions_of("41804") == [("naam onbekend (bestuursnummer 41804)", SECOND, None)]
    assert sorted(imported.scope) == [["school", "vo"], ["school_site", "vo"]]


def test_file_of_ordinary_primary_schools_leaves_special_education_alone():
    read_in(site_file(site("01AB00", sector="PO", type="basisschool"), site("02CD00", sector="SO", type="VSO")))

    read_in((DATA / "duo_bo_2013_deel.csv").read_bytes(), SECOND)

    assert versions_of("02CD00") == [("School 02CD00", FIRST, None)]
    assert versions_of("01AB00") == [("School 01AB00", FIRST, SECOND)]


def test_school_keeps_the_name_of_a_file_about_schools():
    read_in(site_file(site("18BR00")))
    read_in(MAIN.encode(), FIRST)

    read_in(site_file(site("18BR00", naam="Andere vestiging")), SECOND)

    assert versions_of("18BR") == [("De hele school", FIRST, None)]


def test_boards_get_their_names_from_a_file_about_boards():
    read_in((DATA / "duo_ho_2021.csv").read_bytes())
    read_in(b"bestuursnummer,naam\n30156,Stichting Voorbeeld\n", SECOND)

    assert versions_of("30156") == [
        ("naam onbekend (bestuursnummer 30156)", FIRST, SECOND),
        ("Stichting Voorbeeld", SECOND, None),
    ]


def test_moved_site_gets_the_middle_of_its_new_postcode():
    PostcodeFactory(digits="1011", latitude=52.37, longitude=4.9)
    read_in(site_file(site("18BR00")))

    read_in(site_file(site("18BR00", postcode="1011AB")), SECOND)

    version = OrganisationVersion.objects.get(organisation__code="18BR00", valid_from=SECOND)
    assert (version.latitude, version.longitude) == (52.37, 4.9)


def test_correction_by_hand_stands_until_the_register_agrees():
    read_in(site_file(site("18BR00")))
    organisation = Organisation.objects.get(code="18BR00")
    organisation.versions.update(name="Goed gespeld")
    override = FieldOverrideFactory(organisation=organisation, field="name", value="Goed gespeld")

    imported = read_in(site_file(site("18BR00", naam="Fout gespeld")), SECOND)
    override.refresh_from_db()
    assert (versions_of("18BR00"), override.ended_at) == ([("Goed gespeld", FIRST, None)], None)
    assert report_rows(imported, "warning").get(code="18BR00").new == "Fout gespeld"

    read_in(site_file(site("18BR00", naam="Goed gespeld")), SECOND)
    override.refresh_from_db()
    assert (versions_of("18BR00"), override.ended_at) == ([("Goed gespeld", FIRST, None)], AT)


def test_what_is_known_from_a_later_day_is_not_touched():
    later = date(2026, 6, 1)
    SiteFactory(code="18BR00", version__name="Later", version__valid_from=later)

    imported = read_in(site_file(site("18BR00"), site("18BR01")))

    assert versions_of("18BR00") == [("Later", later, None)]
    assert report_rows(imported, "refused").get().code == "18BR00"


def test_row_without_a_readable_code_closes_nothing():
    read_in(site_file(site("18BR00"), site("18BR01")))

    imported = read_in(site_file(site("18BR00"), "8BR01,half"), SECOND)

    assert imported.counts["withholds_closings"]
    assert versions_of("18BR01") == [("School 18BR01", FIRST, None)]


def test_points_of_the_source_are_the_rounded_ones_of_the_register():
    read_in((DATA / "scholen_2024_deel.csv").read_bytes())

    tried = offered((DATA / "scholen_2024_deel_bron.csv").read_bytes())

    assert tried.counts["kinds"]["school_site"] == {"new": 0, "changed": 0, "closed": 0, "same": 28}


def test_older_file_about_boards_leaves_what_a_newer_one_said():
    read_in(board_file("Stichting Voorbeeld"))
    read_in(board_file("Stichting Voorbeeld"), THIRD)

    imported = read_in(board_file("Oude Naam"), SECOND)

    assert versions_of("30156") == [("Stichting Voorbeeld", FIRST, None)]
    assert report_rows(imported, "refused").get().code == "30156"


def test_older_file_that_says_the_same_leaves_the_date_of_the_newer_one():
    read_in(board_file("Stichting Voorbeeld"), THIRD)
    OrganisationVersion.objects.update(valid_from=FIRST)

    read_in(board_file("Stichting Voorbeeld"), SECOND)

    assert stamps() == {"30156": THIRD}


def test_older_file_about_pabos_leaves_what_a_newer_one_said():
    for day in (FIRST, THIRD):
        read_in(PABO.format(name="NHL Stenden").encode(), day)

    read_in(PABO.format(name="Oude Naam").encode(), SECOND)

    assert versions_of("31FR") == [("NHL Stenden", FIRST, None)]


def test_complete_file_does_not_close_what_a_newer_one_still_lists():
    whole = (DATA / "duo_ho_2021.csv").read_bytes()
    lines = whole.decode("cp1252").splitlines()
    column = lines[0].split(";").index("RMC-REGIO CODE")
    pabo = [";".join(line.split(";")[:column] + line.split(";")[column + 1 :]) for line in lines[:2]]
    read_in(whole)
    read_in("\n".join(pabo).encode(), THIRD)

    imported = read_in("\n".join(lines[:1] + lines[2:]).encode(), SECOND)

    assert OrganisationVersion.objects.get(organisation__code="31FR").valid_until is None
    assert report_rows(imported, "warning").get().code == "31FR"


def test_site_is_no_source_for_its_board_or_for_a_school_with_a_file_of_its_own():
    read_in(site_file(site("18BR00"), site("19XX00")))
    read_in(MAIN.encode())

    read_in(site_file(site("18BR00"), site("19XX00")), SECOND)

    assert stamps() == {"18BR00": SECOND, "19XX00": SECOND, "19XX": SECOND, "18BR": FIRST, "41804": FIRST}


def test_school_that_was_closed_by_hand_comes_back_with_a_warning():
    read_in(site_file(site("18BR00"), site("18BR01")))
    closed = Organisation.objects.get(code="18BR01")
    close_organisation(closed, date(2025, 8, 1), source="Brief", by=staff_actor(), at=AT)

    imported = read_in(site_file(site("18BR00"), site("18BR01")), SECOND)

    line = report_rows(imported, "warning").get()
    assert (line.code, line.line) == ("18BR01", 3)
    assert line.reason == (
        "Met de hand gesloten op 1 augustus 2025, maar staat nog in dit bestand. Bij het inlezen gaat het weer open."
    )


def test_school_that_a_file_closed_comes_back_without_a_warning():
    both = site_file(site("18BR00"), site("18BR01"))
    read_in(both)
    read_in(site_file(site("18BR00")), SECOND)

    assert not report_rows(read_in(both, THIRD), "warning").exists()
