"""Shapes: every file of DUO and of our own is recognised, and a near miss is named."""

import pytest

from steunpunt.network.intake.problems import UnreadableFile
from steunpunt.network.intake.shapes import SHAPES, recognised

ADDRESS = "STRAATNAAM;HUISNUMMER-TOEVOEGING;POSTCODE;PLAATSNAAM;GEMEENTENUMMER;GEMEENTENAAM;DENOMINATIE"
CONTACT = "TELEFOONNUMMER;INTERNETADRES"
LETTERS = (
    "STRAATNAAM CORRESPONDENTIEADRES;HUISNUMMER-TOEVOEGING CORRESPONDENTIEADRES;"
    "POSTCODE CORRESPONDENTIEADRES;PLAATSNAAM CORRESPONDENTIEADRES"
)
AREAS = (
    "NODAAL GEBIED CODE;NODAAL GEBIED NAAM;RPA-GEBIED CODE;RPA-GEBIED NAAM;WGR-GEBIED CODE;WGR-GEBIED NAAM;"
    "COROPGEBIED CODE;COROPGEBIED NAAM;ONDERWIJSGEBIED CODE;ONDERWIJSGEBIED NAAM"
)
RMC = "RMC-REGIO CODE;RMC-REGIO NAAM"
SITE = f"PROVINCIE;BEVOEGD GEZAG NUMMER;INSTELLINGSCODE;VESTIGINGSCODE;VESTIGINGSNAAM;{ADDRESS};{CONTACT}"
MAIN = f"PROVINCIE;BEVOEGD GEZAG NUMMER;INSTELLINGSCODE;INSTELLINGSNAAM;{ADDRESS};{CONTACT}"
REST = f"{LETTERS};{AREAS};{RMC}"
BOARD = f"BEVOEGD GEZAG NUMMER;BEVOEGD GEZAG NAAM;{ADDRESS};{CONTACT};{LETTERS}"
PLACE = "straat,huisnummer,huisletter,toevoeging,postcode,plaats,gemeentecode"

HEADERS = {
    "duo-vo-vestigingen": [f"{SITE};ONDERWIJSSTRUCTUUR;{REST};VAKANTIEREGIO"],
    "duo-po-vestigingen": [
        f"{SITE};{REST};VAKANTIEREGIO",
        f"{SITE};{REST}".replace("INSTELLINGSCODE", "BRIN NUMMER")
        .replace("VESTIGINGSCODE", "VESTIGINGSNUMMER")
        .replace("VESTIGINGSNAAM", "VESTIGINGSNAAM "),
    ],
    "duo-so-vestigingen": [f"SOORT PRIMAIR ONDERWIJS;{SITE};CLUSTER;ONDERWIJS;{REST};VAKANTIEREGIO"],
    "duo-vo-hoofdvestigingen": [f"{MAIN};ONDERWIJSSTRUCTUUR;{REST}"],
    "duo-po-hoofdvestigingen": [f"{MAIN};{REST}"],
    "duo-so-hoofdvestigingen": [f"SOORT PRIMAIR ONDERWIJS;{MAIN};CLUSTER;ONDERWIJS;{REST}"],
    "duo-mbo-instellingen": [f"MBO INSTELLINGSSOORT CODE;MBO INSTELLINGSSOORT NAAM;{MAIN};{REST}"],
    "duo-ho-instellingen": [
        f"SOORT HO;{MAIN};{REST}",
        f"SOORT HO;{MAIN};{REST}".replace("INSTELLINGSCODE", "BRIN NUMMER"),
    ],
    "duo-ho-pabo": [f"SOORT HO;{MAIN};{LETTERS};{AREAS};RMC-REGIO NAAM"],
    "duo-besturen": [
        f"{BOARD};ADMINISTRATIEKANTOORNUMMER;KVK-NUMMER",
        f"{BOARD};KVK-NUMMER;ADMINISTRATIEKANTOORNUMMER",
        f"SOORT HO;{BOARD};ADMINISTRATIEKANTOORNUMMER;KVK-NUMMER",
        f"SOORT PRIMAIR ONDERWIJS;{BOARD};ADMINISTRATIEKANTOORNUMMER;KVK-NUMMER",
    ],
    "scholen": [f"vestigingscode,brin,naam,sector,type,denominatie,website,{PLACE},onderwijsgebied,leerlingen,lat,lon"],
    "vo-vestigingen": [f"vestigingscode,brin,naam,{PLACE},bestuursnummer,denominatie,onderwijsstructuur,website"],
    "ho-instellingen": ["brin,instelling,type,postcode,plaats", "brin,instelling,type,postcode,plaats,bekostiging"],
    "mbo-instellingen": ["brin,instelling,type,postcode"],
    "lerarenopleidingen": [
        "brin,instelling,type_instelling,croho,croho_naam,soort,niveau,bekostiging,postcode,plaats",
        "brin,croho,croho_naam,soort,niveau,bekostiging,plaats",
    ],
    "besturen": ["bestuursnummer,naam", "bestuursnummer,naam,plaats,website"],
    "gemeenten": ["gemeentecode,gemeente,provinciecode,provincie,vakantieregio,lat,lon"],
    "postcodes": ["pc4,plaats,gemeentecode,gemeente,provincie,lat,lon,bron"],
}


@pytest.mark.parametrize(("code", "header"), [(code, header) for code, some in HEADERS.items() for header in some])
def test_each_known_header_is_recognised(code, header):
    assert recognised(header.replace(",", ";").split(";")).shape.code == code


def test_every_shape_is_covered_by_a_header():
    assert sorted(HEADERS) == sorted(shape.code for shape in SHAPES)


def test_one_missing_column_is_named_with_the_nearest_shape():
    header = HEADERS["duo-vo-vestigingen"][0].replace("VESTIGINGSCODE;", "").split(";")

    with pytest.raises(UnreadableFile) as refused:
        recognised(header)

    assert refused.value.column == "VESTIGINGSCODE"
    assert refused.value.sentence == (
        "Dit lijkt op het DUO-bestand met alle vestigingen in het voortgezet onderwijs, "
        "maar de kolom VESTIGINGSCODE ontbreekt."
    )


def test_more_missing_columns_are_all_named():
    with pytest.raises(UnreadableFile, match="maar deze kolommen ontbreken: LON, PROVINCIECODE"):
        recognised(["gemeentecode", "gemeente", "provincie", "lat"])


def test_foreign_file_is_refused_with_the_columns_it_has():
    with pytest.raises(UnreadableFile, match="De kolommen heten: KLANT, OMZET"):
        recognised(["klant", "omzet"])


def test_needed_column_that_stands_there_twice_is_refused():
    with pytest.raises(UnreadableFile) as refused:
        recognised(["brin", "brin nummer", "instelling", "type", "postcode"])

    assert refused.value.column == "INSTELLINGSCODE"


def test_spare_column_that_stands_there_twice_is_only_told():
    found = recognised(["brin", "instelling", "type", "postcode", "website", "website"])

    assert found.twice == ["INTERNETADRES"]
