"""Records as NL LOM."""

import pytest

from steunpunt.knowledge.formats.lom import NAMESPACE, lom
from steunpunt.knowledge.formats.record import KINDS, LICENCES
from tests.knowledge.formats.making import bare, full
from tests.knowledge.formats.schemas import assert_valid, imsmd

NS = {"l": NAMESPACE}


def said(record, path):
    return [element.text for element in lom(record).iterfind(path, NS)]


def value(record, path):
    return said(record, f"{path}/l:value/l:langstring")


@pytest.mark.parametrize("record", [full(), bare(), full(effort_hours=None, themes=())])
def test_it_is_valid(record):
    assert_valid(imsmd(), lom(record))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("licence", LICENCES)
def test_every_kind_and_licence_is_valid(kind, licence):
    assert_valid(imsmd(), lom(full(kind=kind, licence=licence)))


@pytest.mark.parametrize("record", [full(), bare()])
@pytest.mark.parametrize(
    "path",
    [
        "l:general/l:title/l:langstring",
        "l:general/l:catalogentry/l:entry/l:langstring",
        "l:general/l:language",
        "l:general/l:aggregationlevel/l:value/l:langstring",
        "l:technical/l:location",
        "l:educational/l:intendedenduserrole/l:value/l:langstring",
        "l:educational/l:context/l:value/l:langstring",
        "l:educational/l:typicalagerange/l:langstring",
        "l:rights/l:cost/l:value/l:langstring",
        "l:rights/l:copyrightandotherrestrictions/l:value/l:langstring",
        "l:rights/l:description/l:langstring",
    ],
)
def test_what_the_profile_demands_is_there(record, path):
    assert all(said(record, path))
    assert said(record, path)


def test_it_names_its_schemes():
    assert said(bare(), "l:metametadata/l:metadatascheme") == ["LOMv1.0", "nl_lom_v1p0"]


def test_a_course_tells_its_subject_and_level():
    record = full(kind="curriculum_part")

    assert value(record, "l:general/l:aggregationlevel") == ["3"]
    assert value(record, "l:classification/l:purpose") == ["discipline", "educational level"]
    assert said(record, "l:classification/l:taxonpath/l:source/l:langstring")[0] == "https://steunpunt.example/thema/"


def test_sectors_become_contexts():
    assert value(full(), "l:educational/l:context") == ["PO", "VO", "BVE", "HBO"]


def test_words_come_from_the_lists_of_the_field():
    sources = [element.text for element in lom(full()).iterfind(".//l:source/l:langstring", NS)]

    assert all(text.startswith(("http://purl.edustandaard.nl/", "https://steunpunt.example/")) for text in sources)


def test_only_what_is_free_of_terms_has_none():
    path = "l:rights/l:copyrightandotherrestrictions"

    assert value(full(licence="cc0-1.0"), path) == ["no"]
    assert value(full(licence="own"), path) == ["yes"]


def test_example_says_so_in_description_and_rights():
    for path in ("l:general/l:description/l:langstring", "l:rights/l:description/l:langstring"):
        assert "Voorbeeld" in said(full(), path)[0]
        assert "Voorbeeld" not in said(bare(), path)[0]


def test_visiting_card_escapes_the_name():
    card = said(full(), "l:lifecycle/l:contribute/l:centity/l:vcard")[0]

    assert "ORG:De Opleidingsschool\\; Oost\\, Noord" in card.splitlines()
