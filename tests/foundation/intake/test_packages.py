"""Limits on the containers of Word and PowerPoint files."""

import zipfile
from io import BytesIO

import pytest

from steunpunt.foundation.intake import packages
from steunpunt.foundation.intake.kinds import NotAccepted
from steunpunt.foundation.intake.packages import BOMB, DAMAGED, LOCKED, STRANGE, UNSAFE_XML, opened


def archive(*members: tuple[str | zipfile.ZipInfo, bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w", packing) as made:
        for name, raw in members:
            made.writestr(name, raw)
    return target.getvalue()


def refusal_of(raw: bytes) -> str:
    with pytest.raises(NotAccepted) as refusal, opened(BytesIO(raw)) as package:
        package.refuse_damage()
    return refusal.value.sentence


def test_a_good_container_is_read_by_part():
    with opened(BytesIO(archive(("a.xml", b"<a>x</a>"), ("map/", b"")))) as package:
        assert package.names == ["a.xml"]
        assert [element.text for element in package.elements("a.xml")] == ["x"]
        package.refuse_damage()


@pytest.mark.parametrize("name", ["../a.xml", "/etc/a", "a/../../b", "c:/a", "a\\..\\b", "a\0b"])
def test_a_name_that_leads_out_is_refused(name):
    raw = archive(("a" * len(name), b"x")).replace(b"a" * len(name), name.encode())

    assert refusal_of(raw) == STRANGE


def test_a_name_that_comes_twice_is_refused():
    assert refusal_of(archive(("A.xml", b"x"), ("a.xml", b"y"))) == STRANGE


def test_a_symbolic_link_is_refused():
    link = zipfile.ZipInfo("link")
    link.external_attr = 0o120777 << 16

    assert refusal_of(archive((link, b"/etc/passwd"))) == STRANGE


def test_other_ways_of_packing_are_refused():
    assert refusal_of(archive(("a", b"x" * 100), packing=zipfile.ZIP_LZMA)) == STRANGE


def test_a_part_that_unpacks_enormously_is_refused():
    assert refusal_of(archive(("a", bytes(packages.RATIO_COUNTS_FROM + 1)))) == BOMB


def test_too_much_in_all_is_refused(monkeypatch):
    monkeypatch.setattr(packages, "MOST_UNPACKED", 15)

    assert refusal_of(archive(("a", b"0123456789"), ("b", b"0123456789"))) == BOMB


def test_too_many_parts_are_refused(monkeypatch):
    monkeypatch.setattr(packages, "MOST_ENTRIES", 2)

    assert refusal_of(archive(("a", b""), ("b", b""), ("c", b""))) == BOMB


def test_a_part_that_is_longer_than_the_index_says_is_refused():
    raw = archive(("a", b"0123456789" * 50))
    lied = raw.replace((500).to_bytes(4, "little"), (400).to_bytes(4, "little"))

    assert refusal_of(lied) == DAMAGED


def test_a_locked_part_is_refused():
    raw = bytearray(archive(("a", b"x")))
    raw[raw.index(b"PK\x01\x02") + 8] |= 1

    assert refusal_of(bytes(raw)) == LOCKED


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (b"", DAMAGED),
        (b"PK\x03\x04 en dan niets", DAMAGED),
        (archive(("a", b"x"))[:-30], DAMAGED),
        (archive(("a", b"x")) + b"en nog wat", STRANGE),
        (b"ervoor" + archive(("a", b"x")), STRANGE),
    ],
)
def test_half_and_added_containers_are_refused(raw, sentence):
    assert refusal_of(raw) == sentence


@pytest.mark.parametrize(
    ("xml", "sentence"),
    [
        (b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', UNSAFE_XML),
        (b'<!DOCTYPE a SYSTEM "http://voorbeeld.example/a.dtd"><a/>', UNSAFE_XML),
        (b"<a><b></a>", DAMAGED),
        (b'<?xml version="1.0" encoding="bestaat-niet"?><a/>', DAMAGED),
    ],
)
def test_unsafe_and_broken_xml_is_refused(xml, sentence):
    with opened(BytesIO(archive(("a.xml", xml)))) as package, pytest.raises(NotAccepted) as refusal:
        list(package.elements("a.xml"))

    assert refusal.value.sentence == sentence


def test_everything_that_is_read_together_has_a_limit(monkeypatch):
    monkeypatch.setattr(packages, "MOST_READ", 10)
    with opened(BytesIO(archive(("a.xml", b"<a/>    "), ("b.xml", b"<b/>    ")))) as package:
        list(package.elements("a.xml"))
        with pytest.raises(NotAccepted), package.part("b.xml"):
            pass
