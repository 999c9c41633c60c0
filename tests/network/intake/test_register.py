"""Whole files: the real excerpts, and what is kept of a file with faults."""

import gzip
import io
from pathlib import Path

import pytest

from steunpunt.network.intake import kinds, problems, register
from steunpunt.network.intake.places import Gazetteer, PostcodeArea
from steunpunt.network.intake.problems import UnreadableFile
from steunpunt.network.intake.register import read_register

DATA = Path(__file__).resolve().parents[2] / "data"
SHIPPED = Path(__file__).resolve().parents[3] / "data"
SITES = "vestigingscode,brin,naam,sector,type,straat,huisnummer,huisletter,toevoeging,postcode,plaats,gemeentecode\n"


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    with (SHIPPED / "geo/gemeenten_2023.csv").open("rb") as source:
        names = [(row.code, row.facts["name"]) for row in read_register(source, Gazetteer()).rows]
    with (SHIPPED / "geo/pc4.csv.gz").open("rb") as source:
        rows = read_register(source, Gazetteer.of(names, [])).rows
    areas = [
        PostcodeArea(row.code, *(row.facts[fact] for fact in ("place", "municipality", "latitude", "longitude")))
        for row in rows
    ]
    return Gazetteer.of(names, areas)


def read(content: bytes | str, gazetteer: Gazetteer | None = None) -> register.RegisterFile:
    raw = content.encode() if isinstance(content, str) else content
    return read_register(io.BytesIO(raw), gazetteer or Gazetteer())


def site(code: str, **changes: str) -> str:
    values = {
        "code": code, "brin": code[:4], "name": "De Hoek", "sector": "PO", "type": "basisschool", "street": "Dorp",
        "number": "1", "letter": "", "addition": "", "postcode": "1011AB", "place": "Amsterdam", "town": "GM0363",
    } | changes  # fmt: skip
    return ",".join(values.values()) + "\n"


def test_duo_file_of_higher_education_is_read_as_it_comes(gazetteer):
    found = read((DATA / "duo_ho_2021.csv").read_bytes(), gazetteer)
    rows = {row.key: row for row in found.rows}

    assert (found.shape.code, found.encoding, found.delimiter) == ("duo-ho-instellingen", "windows-1252", ";")
    assert (len(found.rows), found.problems, found.warnings) == (108, [], [])
    assert rows[kinds.TRAINING, "23KJ"].facts == {
        "name": "Hogeschool der Kunsten Den Haag",
        "part_of": (kinds.BOARD, "30923"),
        "sector": "ho",
        "funding": "bekostigd",
        "street": "Juliana van Stolberglaan",
        "house_number": "1",
        "postcode": "2595CA",
        "municipality": "GM0518",
        "place": "'s-Gravenhage",
        "website": "https://www.koncon.nl",
        "denomination": "Algemeen bijzonder",
        "education_area": "Noord-Zuid-Holland",
    }
    assert rows[kinds.TRAINING, "30VP"].facts["website"] == ""
    assert rows[kinds.UNIVERSITY, "21PB"].facts["name"] == "Universiteit Leiden"
    assert rows[kinds.BOARD, "00039"].facts == {"name": "naam onbekend (bestuursnummer 00039)"}


def test_old_duo_file_of_primary_education_is_read_as_it_comes(gazetteer):
    found = read((DATA / "duo_bo_2013_deel.csv").read_bytes(), gazetteer)
    rows = {row.key: row for row in found.rows}

    assert (found.shape.code, found.encoding, len(found.rows)) == ("duo-po-vestigingen", "windows-1252", 46)
    assert rows[kinds.SITE, "00AR00"].facts["name"] == 'BS "De Maasparel"'
    assert rows[kinds.SITE, "23VP00"].facts["name"] == "Michaël School Haarlemmermeer"
    assert rows[kinds.SITE, "05FX00"].facts["place"] == "Bergen L"
    assert rows[kinds.SITE, "10WU00"].facts["house_number"] == "1-3"
    assert rows[kinds.SITE, "10WU00"].facts["part_of"] == (kinds.SCHOOL, "10WU")
    assert rows[kinds.SCHOOL, "10WU"].facts["part_of"] == (kinds.BOARD, "40557")


def test_abolished_municipality_gives_way_to_the_one_of_the_postcode(gazetteer):
    found = read((DATA / "duo_bo_2013_deel.csv").read_bytes(), gazetteer)
    row = next(row for row in found.rows if row.key == (kinds.SITE, "04IR00"))

    assert row.facts["municipality"] == "GM1970"
    assert [(warning.column, warning.value) for warning in row.warnings] == [("GEMEENTENUMMER", "0079")]


def test_a_years_refresh_differs_only_where_things_really_changed(gazetteer):
    old = read((SHIPPED / "register/scholen_2024-11-22.csv.gz").read_bytes(), gazetteer)
    new = read((SHIPPED / "register/vo_vestigingen_2025.csv.gz").read_bytes(), gazetteer)
    before = {row.code: row.facts for row in old.rows if row.kind == kinds.SITE and row.facts["sector"] == "vo"}
    after = {row.code: row.facts for row in new.rows if row.kind == kinds.SITE}
    both = before.keys() & after.keys()
    changed = {code for code in both if before[code] | after[code] != before[code]}
    moved = {code for code in both if before[code]["postcode"] != after[code]["postcode"]}

    assert len(old.rows) == 8622 + 7161
    assert (len(after.keys() - before.keys()), len(before.keys() - after.keys())) == (21, 20)
    assert (len(both), len(changed), len(moved)) == (1599, 175, 35)


def test_refused_row_keeps_its_school_from_being_missing():
    found = read(SITES + site("18BR00") + site("18BR01", name=" ") + site("18BS00", sector="XX"))

    assert [(problem.line, problem.column) for problem in found.problems] == [(3, "NAAM"), (4, "SECTOR")]
    assert {(kinds.SITE, "18BR01"), (kinds.SITE, "18BS00"), (kinds.SCHOOL, "18BS")} <= found.refused_keys
    assert not found.has_nameless_refusals


@pytest.mark.parametrize("row", [site("8BR00"), "18BR01;te weinig\n", '"nooit gesloten,18BR01\n'])
def test_row_without_a_readable_code_makes_missing_uncertain(row):
    found = read(SITES + site("18BR00") + row)

    assert found.has_nameless_refusals
    assert [problem.line for problem in found.problems] == [3]


def test_site_outside_its_own_school_is_refused():
    found = read(SITES + site("18BR00") + site("18BR01", brin="19XX"))

    assert [(problem.column, problem.value) for problem in found.problems] == [("VESTIGINGSCODE", "18BR01")]


def test_second_row_with_the_same_code_is_refused_by_name_of_the_first():
    found = read(SITES + site("18BR00") + site("18BR00") + site("18BR00", name="Anders"))

    assert [(problem.line, problem.reason) for problem in found.problems] == [
        (3, register.TWICE_SAME.format(line=2)),
        (4, register.TWICE_DIFFERENT.format(line=2)),
    ]
    assert [row.key for row in found.rows] == [(kinds.SCHOOL, "18BR"), (kinds.SITE, "18BR00")]


def test_bad_value_is_warned_about_and_not_spoken_of():
    found = read(SITES + site("18BR00", postcode="1011"))

    assert "postcode" not in found.rows[-1].facts
    assert [(warning.column, warning.value) for warning in found.warnings] == [("POSTCODE", "1011")]


def test_main_schools_without_structure_are_primary():
    header = "BEVOEGD GEZAG NUMMER;INSTELLINGSCODE;INSTELLINGSNAAM;STRAATNAAM;HUISNUMMER-TOEVOEGING;POSTCODE;"
    header += "PLAATSNAAM;GEMEENTENUMMER;GEMEENTENAAM;ONDERWIJSSTRUCTUUR\n"

    found = read(header + "41804;18BR;De Hoek;Dorp;1;1011 AB;AMSTERDAM;0363;AMSTERDAM; \n")

    assert found.shape.code == "duo-po-hoofdvestigingen"
    assert found.rows[-1].facts["sector"] == "po"


def test_special_education_counts_as_primary_and_stays_apart():
    found = read(SITES + site("18BR00", sector="SO", type="(V)SO"))
    facts = found.rows[-1].facts

    assert (facts["sector"], facts["structure"]) == ("po", "SO/VSO")
    assert kinds.branch_of(facts["sector"], facts["structure"]) == "so"


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (SITES, "geen enkele rij"),
        (SITES + site("X").replace("De Hoek", "GM0363"), "Geen enkele rij van dit bestand is bruikbaar"),
        (gzip.compress(b"naam,adres\r\nx,y\r\n"), "geen registerbestand"),
    ],
    ids=["empty", "useless", "foreign"],
)
def test_useless_file_is_refused_as_a_whole(content, word):
    with pytest.raises(UnreadableFile, match=word):
        read(content)


@pytest.mark.parametrize(
    "row",
    [site("18BR01", name=" "), site("18BR00"), "18BR01;te weinig\n"],
    ids=["refused", "double", "damaged"],
)
def test_file_with_hardly_a_good_row_is_refused_as_a_whole(monkeypatch, row):
    monkeypatch.setattr(problems, "MOST_PROBLEMS", 10)

    with pytest.raises(UnreadableFile, match="Meer dan 10 rijen"):
        read(SITES + site("18BR00") + row * 11)


def test_file_with_a_warning_at_nearly_every_value_is_refused_as_a_whole(monkeypatch):
    monkeypatch.setattr(register, "MOST_WARNINGS", 3)

    with pytest.raises(UnreadableFile, match="Bij regel 2, kolom POSTCODE"):
        read(SITES + "".join(site(f"18BR0{number}", postcode="1") for number in range(4)))


def test_programmes_are_told_apart_by_place():
    header = "brin,croho,croho_naam,soort,niveau,bekostiging,plaats\n"
    row = "30GB,35221,Leraar Wiskunde,leraar tweede graad,bachelor,government,"

    found = read(f"{header}{row}Tilburg\n{row}Eindhoven\n")

    assert [row.code for row in found.rows] == ["30GB 35221 Tilburg", "30GB 35221 Eindhoven"]
    assert found.rows[0].facts["kind"] == "second_degree"
