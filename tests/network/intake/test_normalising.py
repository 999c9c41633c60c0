"""Normalising: the quirks of the real files, and that doing it twice changes nothing."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steunpunt.network.intake import normalising
from steunpunt.network.intake.normalising import BadValue


@pytest.mark.parametrize(
    ("raw", "normal"),
    [(" ", ""), ("          ", ""), ("\u00a0", ""), ("  De  Hoek ", "De Hoek"), ("De\x00 Hoek\x1b", "De Hoek")],
)
def test_text_has_single_spaces_and_a_blank_is_empty(raw, normal):
    assert normalising.text(raw) == normal


@pytest.mark.parametrize(
    ("raw", "normal"),
    [
        ("9406 NN", "9406NN"),
        ("9406nn", "9406NN"),
        (" ", ""),
    ],
)
def test_postcode_loses_its_space(raw, normal):
    assert normalising.postcode(raw) == normal


@pytest.mark.parametrize(
    ("parts", "normal"),
    [
        (("13-C",), "13C"),
        (("13", "C", ""), "13C"),
        (("", "", "13-C"), "13C"),
        (("13 c",), "13C"),
        (("2 -4",), "2-4"),
        (("4 -4A",), "4-4A"),
        (("27-A 29",), "27A-29"),
        (("12", "A", "1"), "12A-1"),
        (("1-a-5",), "1A-5"),
        (("59-BG",), "59-BG"),
        (("10", "", "bis"), "10-BIS"),
        (("38-+40",), "38-40"),
        (("13", "", "15"), "13-15"),
        ((" ", "", ""), ""),
    ],
)
def test_house_numbers_of_all_files_get_one_form(parts, normal):
    assert normalising.house_number(*parts) == normal


@pytest.mark.parametrize(
    ("raw", "normal"),
    [("0106", "GM0106"), ("GM0106", "GM0106"), ("gm0106", "GM0106"), (" ", "")],
)
def test_municipality_code_is_written_as_statistics_netherlands_does(raw, normal):
    assert normalising.municipality_code(raw) == normal


@pytest.mark.parametrize(
    ("raw", "normal"),
    [
        ("www.nhl.nl", "https://www.nhl.nl"),
        ("WWW.OpDeWieken.NL", "https://www.opdewieken.nl"),
        ("www.han.nl/", "https://www.han.nl"),
        ("http://Sub.School.nl/Een/Pad", "http://sub.school.nl/Een/Pad"),
        ("HTTPS://school.nl/dedyk/", "https://school.nl/dedyk/"),
        ("www.rkbsdereiger.nl.", "https://www.rkbsdereiger.nl"),
        ("www.de_elzen.com", "https://www.de_elzen.com"),
        ("www.regenboogmariënberg.nl", "https://www.regenboogmariënberg.nl"),
        ("www.gelderveste.nl/scholen/'t-prisma", "https://www.gelderveste.nl/scholen/'t-prisma"),
        ("                    ", ""),
    ],
)
def test_website_becomes_a_whole_address(raw, normal):
    assert normalising.website(raw) == normal


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        ("0528266192", normalising.PHONE_AS_SITE),
        ("+31 (0)528-266192", normalising.PHONE_AS_SITE),
        ("school@voorbeeld.nl", normalising.MAIL_AS_SITE),
        ("www.ikcdriemaster,nl", normalising.BAD_SITE_ADDRESS),
        ("www. sterrenpad.fortior.nl", normalising.BAD_SITE_ADDRESS),
        ("www.jozefrijen.n", normalising.BAD_SITE_ADDRESS),
        ("javascript://alert.nl/%0aalert(1)", normalising.BAD_SITE_ADDRESS),
        ('www.school.nl/"onclick=', normalising.BAD_SITE_ADDRESS),
        ("ftp://school.nl", normalising.BAD_SITE_ADDRESS),
        ("www.rvko.nl\\agnes", normalising.BAD_SITE_ADDRESS),
    ],
)
def test_what_is_no_website_is_refused_with_the_reason(raw, reason):
    with pytest.raises(BadValue, match=reason):
        normalising.website(raw)


@pytest.mark.parametrize(
    ("raw", "normal"),
    [
        ("Rooms-Katholiek", "Rooms-Katholiek"),
        ("ROOMS-KATHOLIEK", "Rooms-Katholiek"),
        ("Evangelische broedergemeenscha", "Evangelische broedergemeenschap"),
        ("Samenwerking PC, RK, Alg. Bijz", "Samenwerking PC, RK, Alg. Bijz."),
        ("Samenwerking Opb., PC, RK, Alg", "Samenwerking Opb., PC, RK, Alg. Bijz."),
        ("Gereformeerd vrijgemaakt / Eva", "Gereformeerd vrijgemaakt / Evangelisch"),
        ("Gereformeerd vrijgemaakt", "Gereformeerd vrijgemaakt"),
        ("Iets nieuws", "Iets nieuws"),
    ],
)
def test_denomination_is_whole_and_spelled_the_same(raw, normal):
    assert normalising.denomination(raw) == normal


@pytest.mark.parametrize(
    ("raw", "normal"),
    [("SBAO", "SBO"), ("sbo", "SBO"), ("(V)SO", "SO/VSO"), ("basisschool", "basisschool"), ("VBO/MAVO", "VBO/MAVO")],
)
def test_structure_has_one_spelling(raw, normal):
    assert normalising.structure(raw) == normal


@pytest.mark.parametrize(("raw", "number"), [("954", 954), (" ", None), ("<5", None)])
def test_small_and_missing_counts_are_unknown(raw, number):
    assert normalising.whole_number(raw) == number


@pytest.mark.parametrize(
    ("normaliser", "raw", "degrees"),
    [
        (normalising.latitude, "52.233736", 52.23374),
        (normalising.latitude, "52,23374", 52.23374),
        (normalising.longitude, "6.883846", 6.88385),
        (normalising.longitude, " ", None),
    ],
)
def test_point_is_known_to_a_metre(normaliser, raw, degrees):
    assert normaliser(raw) == degrees


@pytest.mark.parametrize("raw", ["2028-05-01", "01-05-2028", "1-5-2028", "20280501", "2028-05-01 00:00:00"])
def test_day_is_read_in_the_ways_that_registers_write_it(raw):
    assert normalising.day(raw) == date(2028, 5, 1)


def test_blank_day_is_unknown():
    assert normalising.day(" ") is None


@pytest.mark.parametrize(
    ("normaliser", "raw"),
    [
        (normalising.day, "2028-02-30"),
        (normalising.day, "mei 2028"),
        (normalising.day, "1028-05-01"),
        (normalising.brin, "1BR"),
        (normalising.brin, "9006"),
        (normalising.brin, "18B1"),
        (normalising.brin, "１８BR"),
        (normalising.site_code, "18BR0"),
        (normalising.site_code, "1,80E+01"),
        (normalising.board_number, "249"),
        (normalising.board_number, "41804.0"),
        (normalising.municipality_code, "106"),
        (normalising.postcode, "0406 NN"),
        (normalising.postcode, "9406"),
        (normalising.whole_number, "veel"),
        (normalising.latitude, "6.88"),
        (normalising.longitude, "noord"),
        (normalising.text, "x" * 251),
    ],
)
def test_impossible_values_are_refused(normaliser, raw):
    with pytest.raises(BadValue):
        normaliser(raw)


@pytest.mark.parametrize(
    ("normaliser", "raw", "code"),
    [
        (normalising.brin, " 18br ", "18BR"),
        (normalising.site_code, "18BR00", "18BR00"),
        (normalising.board_number, "00014", "00014"),
    ],
)
def test_codes_stay_text_with_their_zeros(normaliser, raw, code):
    assert normaliser(raw) == code


NORMALISERS = [
    normalising.text,
    normalising.brin,
    normalising.site_code,
    normalising.board_number,
    normalising.municipality_code,
    normalising.postcode,
    normalising.house_number,
    normalising.website,
    normalising.denomination,
    normalising.structure,
]
LIKELY = st.one_of(
    st.text(max_size=40),
    st.text("0123456789abcABC -/.+", max_size=12),
    st.from_regex(r"(https?://)?(www\.)?[A-Za-z0-9.-]{1,15}\.[A-Za-z]{2,4}/?[A-Za-z']{0,5}", fullmatch=True),
)


@pytest.mark.parametrize("normaliser", NORMALISERS)
@given(raw=LIKELY)
def test_normalising_twice_is_normalising_once(normaliser, raw):
    try:
        once = normaliser(raw)
    except BadValue:
        return
    assert normaliser(once) == once
