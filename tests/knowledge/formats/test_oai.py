"""Answers of OAI-PMH by themselves; the view has the whole."""

from datetime import UTC, datetime

import pytest

from steunpunt.knowledge.formats.oai import NAMESPACE, Answer, Kept, Page, Repository
from steunpunt.knowledge.formats.oai_questions import ProtocolError
from tests.knowledge.formats.making import full
from tests.knowledge.formats.schemas import assert_valid, oai_pmh

AT = datetime(2026, 9, 1, 12, 30, 5, 999, tzinfo=UTC)
KEPT = Kept("oai:steunpunt.example:kennis/k1", AT, ("sector:po",), full())
GONE = Kept("oai:steunpunt.example:kennis/k2", AT, ("sector:po",), None)


def answer(**arguments):
    return Answer("https://steunpunt.example/oai/", AT, arguments)


FILLED = {
    "identify": lambda found: found.identify(Repository("Steunpunt", "https://x.example/oai/", "info@x.example", AT)),
    "formats": lambda found: found.formats(),
    "sets": lambda found: found.sets([("sector:po", "primair onderwijs")]),
    "record": lambda found: found.record(KEPT, "lom"),
    "gone": lambda found: found.record(GONE, "lom"),
    "identifiers": lambda found: found.identifiers(Page([KEPT, GONE], "abc", 7, 0)),
    "records": lambda found: found.records(Page([KEPT, GONE], "", 7, 5), "oai_dc"),
    "error": lambda found: found.error(ProtocolError("badVerb", "Use another.")),
}


@pytest.mark.parametrize("name", FILLED)
def test_it_is_valid(name):
    found = answer()

    FILLED[name](found)

    assert_valid(oai_pmh(), found.top)


def test_what_was_taken_away_has_a_header_only():
    found = answer()
    found.record(GONE, "oai_dc")

    assert found.top.find(f".//{{{NAMESPACE}}}header").get("status") == "deleted"
    assert found.top.find(f".//{{{NAMESPACE}}}metadata") is None


def test_moments_are_in_utc_and_whole_seconds():
    assert answer().top.findtext(f"{{{NAMESPACE}}}responseDate") == "2026-09-01T12:30:05Z"


def test_list_that_was_never_in_parts_has_no_token():
    found = answer()
    found.records(Page([KEPT], None, 1, 0), "oai_dc")

    assert found.top.find(f".//{{{NAMESPACE}}}resumptionToken") is None
