"""The record that all formats take."""

import pytest
from lxml import etree

from steunpunt.knowledge.formats.dublincore import dublin_core
from steunpunt.knowledge.formats.record import COSTS, KINDS, LICENCES, PHASES, clean
from steunpunt.knowledge.models import Cost, ItemKind, Licence, Phase
from tests.knowledge.formats.making import bare, full


def test_every_word_of_the_models_is_known():
    assert set(KINDS) == set(ItemKind.values)
    assert set(LICENCES) == set(Licence.values)
    assert set(PHASES) == set(Phase.values)
    assert set(COSTS) == set(Cost.values)


def test_fingerprint_changes_with_what_can_be_seen():
    assert full().fingerprint == full().fingerprint
    assert full().fingerprint != full(title="Anders").fingerprint
    assert full().fingerprint != full(themes=()).fingerprint


def test_sets_are_by_kind_sector_and_theme():
    assert bare(sectors=("po",), theme_codes=("begeleiden",)).sets == [
        "soort:praktijkvoorbeeld",
        "sector:po",
        "thema:begeleiden",
    ]


@pytest.mark.parametrize(
    ("text", "left"),
    [("Start\x0bgesprek\ud800", "Startgesprek"), ("Een\x00 twee\ufffe", "Een twee"), ("\x1f", "")],
)
def test_characters_that_xml_cannot_hold_are_dropped(text, left):
    assert clean(text) == left
    etree.tostring(dublin_core(bare(title=text, outcome=text)))


def test_clean_leaves_the_rest_alone():
    assert clean("Een\n\ttwee – ‘drie’ 😀") == "Een\n\ttwee – ‘drie’ 😀"
