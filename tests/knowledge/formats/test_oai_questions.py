"""What a harvester may ask, and every way to ask it wrong."""

from datetime import UTC, datetime

import pytest

from steunpunt.knowledge.formats.oai_questions import Asked, Position, ProtocolError, read, token

LIST = [("verb", "ListRecords"), ("metadataPrefix", "oai_dc")]


@pytest.mark.parametrize(
    ("pairs", "code"),
    [
        ([], "badVerb"),
        ([("verb", "Delete")], "badVerb"),
        ([("verb", "Identify"), ("verb", "Identify")], "badVerb"),
        ([("verb", "Identify"), ("set", "x")], "badArgument"),
        ([("verb", "Identify"), ("\x00<é>", "x")], "badArgument"),
        ([("verb", "GetRecord"), ("identifier", "oai:x:1")], "badArgument"),
        ([("verb", "GetRecord"), ("metadataPrefix", "lom")], "badArgument"),
        ([("verb", "GetRecord"), ("metadataPrefix", "lom"), ("identifier", "oai:x:\x00")], "badArgument"),
        ([("verb", "ListRecords")], "badArgument"),
        ([*LIST, ("metadataPrefix", "lom")], "badArgument"),
        ([*LIST, ("from", "gisteren")], "badArgument"),
        ([*LIST, ("from", "2026-02-30")], "badArgument"),
        ([*LIST, ("from", "2026-02-01T10:00:00+01:00")], "badArgument"),
        ([*LIST, ("from", "2026-02-01"), ("until", "2026-02-01T10:00:00Z")], "badArgument"),
        ([*LIST, ("from", "2026-02-02"), ("until", "2026-02-01")], "badArgument"),
        ([*LIST, ("set", "thema:")], "badArgument"),
        ([*LIST, ("resumptionToken", "x")], "badArgument"),
        ([("verb", "ListRecords"), ("metadataPrefix", "marc21")], "cannotDisseminateFormat"),
        ([("verb", "ListRecords"), ("resumptionToken", "x")], "badResumptionToken"),
        ([("verb", "ListRecords"), ("resumptionToken", "é\x00")], "badResumptionToken"),
        ([("verb", "ListSets"), ("resumptionToken", "x")], "badResumptionToken"),
    ],
)
def test_wrong_question_has_its_code(pairs, code):
    with pytest.raises(ProtocolError) as caught:
        read(pairs)

    assert caught.value.code == code
    assert bool(caught.value.arguments) == (code == "cannotDisseminateFormat") or code == "badResumptionToken"


def test_day_as_until_is_the_whole_day():
    asked = read([*LIST, ("from", "2026-02-01"), ("until", "2026-02-01")])

    assert asked.begin == datetime(2026, 2, 1, tzinfo=UTC)
    assert asked.end == datetime(2026, 2, 1, 23, 59, 59, 999999, tzinfo=UTC)


@pytest.mark.parametrize("text", ["0001-01-01", "9999-12-31"])
def test_edges_of_the_calendar_are_fine(text):
    assert read([*LIST, ("from", text), ("until", text)]).end


def test_token_carries_the_whole_question():
    asked = read([*LIST, ("from", "2026-02-01"), ("set", "sector:po")])
    after = Position(datetime(2026, 3, 1, tzinfo=UTC), 17, 100)

    again = read([("verb", "ListRecords"), ("resumptionToken", token(asked, after))])

    assert (again.prefix, again.begin, again.end, again.within, again.after) == (
        "oai_dc",
        asked.begin,
        None,
        "sector:po",
        after,
    )


def test_token_belongs_to_its_verb_and_cannot_be_changed():
    text = token(Asked("ListRecords", prefix="lom"), Position(datetime(2026, 3, 1, tzinfo=UTC), 1, 1))

    for verb, value in (("ListIdentifiers", text), ("ListRecords", text[:-1]), ("ListRecords", f"a{text}")):
        with pytest.raises(ProtocolError, match="resumptionToken"):
            read([("verb", verb), ("resumptionToken", value)])
