"""Place names: from capitals and abbreviations to the official spelling."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steunpunt.network.intake.places import Gazetteer, PostcodeArea, place_key, spelled

GAZETTEER = Gazetteer.of(
    [
        ("GM0518", "'s-Gravenhage"),
        ("GM0373", "Bergen (NH.)"),
        ("GM0396", "Heemskerk"),
        ("GM0375", "Beverwijk"),
        ("GM0603", "Rijswijk"),
    ],
    [
        PostcodeArea("2511", "'s-Gravenhage", "GM0518", 52.08, 4.31),
        PostcodeArea("1861", "Bergen (NH)", "GM0373", 52.67, 4.70),
        PostcodeArea("1871", "Schoorl", "GM0373", 52.70, 4.69),
        PostcodeArea("1965", "Heemskerk", "GM0396", 52.51, 4.65),
        PostcodeArea("1941", "Beverwijk", "GM0375", 52.48, 4.65),
        PostcodeArea("2287", "Rijswijk", "GM0603", 52.03, 4.31),
    ],
)


@pytest.mark.parametrize(
    ("raw", "spelling"),
    [
        ("S GRAVENHAGE", "'s-Gravenhage"),
        ("'S-HERTOGENBOSCH", "'s-Hertogenbosch"),
        ("T HARDE", "'t Harde"),
        ("'T ZANDT GN", "'t Zandt (Gn)"),
        ("BERGEN LB", "Bergen (Limburg)"),
        ("NUENEN CA", "Nuenen c.a."),
        ("IJSSELSTEIN UT", "IJsselstein (Ut)"),
        ("CAPELLE AD IJSSEL", "Capelle aan den IJssel"),
        ("OUDERKERK AD AMSTEL", "Ouderkerk aan de Amstel"),
        ("STAD AAN 'T HARINGVLIET", "Stad aan 't Haringvliet"),
        ("HEI- EN BOEICOP", "Hei- en Boeicop"),
        ("DE RIJP", "De Rijp"),
        ("DEN HAAG", "Den Haag"),
        ("2E EXLOERMOND", "2e Exloermond"),
        ("SPAARNDAM GEM. HAARLEM", "Spaarndam gem. Haarlem"),
        ("ST.-ANNAPAROCHIE", "St.-Annaparochie"),
        ("EGMOND-BINNEN", "Egmond-Binnen"),
        ("Súdwest-Fryslân", "Súdwest-Fryslân"),
        ("", ""),
    ],
)
def test_capitals_become_dutch_spelling(raw, spelling):
    assert spelled(raw) == spelling


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("LAREN NH", "Laren"),
        ("Rijswijk (NB)", "RIJSWIJK NB"),
        ("NIEUWERKERK AD IJSSEL", "Nieuwerkerk aan den IJssel"),
        ("OUDERKERK AD AMSTEL", "Ouderkerk aan de Amstel"),
        ("SUDWEST-FRYSLAN", "Súdwest-Fryslân"),
        ("Driehuis NH", "DRIEHUIS"),
        ("NES GEM AMELAND", "Nes"),
    ],
)
def test_two_spellings_of_one_place_meet(one, other):
    assert place_key(one) == place_key(other)


@pytest.mark.parametrize(
    ("name", "postcode", "municipality", "official"),
    [
        ("S GRAVENHAGE", "2511AB", "GM0518", "'s-Gravenhage"),
        ("BERGEN NH", "1861AB", "GM0373", "Bergen (NH)"),
        ("SCHOORL", "1861AB", "GM0373", "Schoorl"),
        ("RIJSWIJK ZH", "2287TK", "GM0603", "Rijswijk"),
        ("Beverwijk", "1965BE", "GM0396", "Heemskerk"),
        ("BEVERWIJK", "1941AA", "GM0375", "Beverwijk"),
        ("EGMOND AAN ZEE", "1931AA", "GM0373", "Egmond aan Zee"),
    ],
)
def test_official_spelling_is_found_by_postcode_and_municipality(name, postcode, municipality, official):
    assert GAZETTEER.place(name, postcode, municipality) == official


def test_municipality_is_named_by_its_code_and_otherwise_well_spelled():
    assert GAZETTEER.municipality("GM0518", "S GRAVENHAGE") == "'s-Gravenhage"
    assert GAZETTEER.municipality("GM9999", "HAARLEMMERLIEDE CA") == "Haarlemmerliede c.a."


@given(st.one_of(st.text(max_size=30), st.text("ABDEGIJNST '-().", max_size=25)))
def test_spelling_twice_is_spelling_once(name):
    assert spelled(spelled(name)) == spelled(name)
