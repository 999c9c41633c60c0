"""Records as Dublin Core."""

import pytest

from steunpunt.knowledge.formats.dublincore import ELEMENTS, dublin_core
from steunpunt.knowledge.formats.record import KINDS, LICENCES
from tests.knowledge.formats.making import bare, full
from tests.knowledge.formats.schemas import assert_valid, oai_dc


def said(record, name):
    return [element.text for element in dublin_core(record).findall(f"{{{ELEMENTS}}}{name}")]


@pytest.mark.parametrize("record", [full(), bare(), full(is_example=False)])
def test_it_is_valid(record):
    assert_valid(oai_dc(), dublin_core(record))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("licence", LICENCES)
def test_every_kind_and_licence_is_valid(kind, licence):
    assert_valid(oai_dc(), dublin_core(full(kind=kind, licence=licence)))


def test_example_says_so():
    assert any(text.startswith("Voorbeeld") for text in said(full(), "description"))
    assert not any(text.startswith("Voorbeeld") for text in said(bare(), "description"))


def test_it_names_source_and_terms():
    assert said(full(), "source") == ["https://steunpunt.example/kennisbank/eerste/"]
    assert said(full(), "rights") == ["CC BY-SA 4.0", "https://creativecommons.org/licenses/by-sa/4.0/"]
    assert said(full(), "creator") == ["De Opleidingsschool; Oost, Noord"]
    assert said(bare(), "creator") == ["Steunpunt Opleidingsscholen"]


def test_what_is_not_known_is_left_out():
    assert said(bare(), "source") == said(bare(), "relation") == said(bare(), "subject") == []
