"""Writing XML."""

from lxml import etree

from steunpunt.knowledge.formats.elements import add, root, written

OUTER = "https://example.nl/a"


def test_child_stands_in_the_namespace_of_its_parent_or_in_its_own():
    top = root("top", {None: OUTER, "b": "https://example.nl/b"}, "https://example.nl/a.xsd")
    add(top, "een", "1 < 2", soort="x")
    add(top, "{https://example.nl/b}twee", "twee\x0b")

    again = etree.fromstring(written(top))

    assert [child.tag for child in again] == [f"{{{OUTER}}}een", "{https://example.nl/b}twee"]
    assert (again[0].text, again[0].get("soort"), again[1].text) == ("1 < 2", "x", "twee")
    assert "https://example.nl/a https://example.nl/a.xsd" in again.attrib.values()
