"""Reading what comes with the project: the tree in order, and codes that hold together."""

from steunpunt.knowledge.actions.shipped import (
    framework_line,
    shipped_crosswalks,
    shipped_frameworks,
    shipped_regulations,
)
from steunpunt.knowledge.models import Crosswalk, CrosswalkRelation, Framework, FrameworkKind, InForce


def test_a_tree_is_laid_out_in_reading_order():
    row = {
        "slug": "proef",
        "kind": "quality",
        "title": "Proef",
        "standard": [
            {"code": "1", "title": "Een", "aspect": [{"code": "1a", "criterion": [{"code": "1a.1", "text": "Zo."}]}]},
            {"code": "2", "criterion": [{"code": "2.1"}]},
        ],
    }

    line = framework_line(row)

    assert [(one.code, one.parent, one.facts["rank"]) for one in line.criteria] == [
        ("1", "", "standard"),
        ("1a", "1", "aspect"),
        ("1a.1", "1a", "criterion"),
        ("2", "", "standard"),
        ("2.1", "2", "criterion"),
    ]
    assert [one.facts["position"] for one in line.criteria] == [0, 1, 2, 3, 4]


def test_what_a_file_leaves_out_is_unknown_or_empty():
    line = framework_line({"slug": "proef", "kind": "quality", "title": "Proef"})

    assert (line.facts["in_force"], line.facts["is_verified"], line.facts["valid_from"]) == ("unknown", False, None)


def test_codes_are_unique_and_words_are_known():
    for line in shipped_frameworks():
        codes = [one.code for one in line.criteria]
        assert len(codes) == len(set(codes))
        assert line.facts["kind"] in FrameworkKind
        assert line.facts["in_force"] in InForce
        assert line.facts["source"]
        assert len(line.facts["title"]) <= Framework._meta.get_field("title").max_length


def test_every_crosswalk_ends_at_something_that_is_there():
    codes = {(line.slug, one.code) for line in shipped_frameworks() for one in line.criteria}

    for walk in shipped_crosswalks():
        assert {walk.source, walk.target} <= codes
        assert walk.facts["relation"] in CrosswalkRelation
        assert len(walk.facts["note"]) <= Crosswalk._meta.get_field("note").max_length


def test_every_regulation_has_a_number_and_a_summary():
    lines = shipped_regulations()

    assert len({line.bwbr for line in lines}) == len(lines) > 10
    assert all(line.bwbr.startswith("BWBR") and line.facts["summary"] and line.themes for line in lines)
