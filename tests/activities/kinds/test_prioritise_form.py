"""What a voter fills in and what a facilitator prepares: accepted, refused with a sentence at the field, and kept."""

import pytest

from steunpunt.activities.kinds.prioritise.ballots import own_key
from steunpunt.activities.kinds.prioritise.form import LONGEST_ARGUMENT, ChoosingForm
from steunpunt.activities.kinds.prioritise.merging import with_merged, without_merged
from steunpunt.activities.kinds.prioritise.preparing import PreparingForm
from tests.factories.ballots import settings

CHOSEN = {"place-T": "1", "argument-T": "Nu zoekt iedereen zelf.", "place-K": "2"}


def _form(data, **more):
    return ChoosingForm(data, settings=settings(**more))


def _content(data, **more):
    form = _form(data, **more)
    assert form.is_valid(), form.errors
    return form.to_content()


def test_places_become_an_order_with_arguments():
    assert _content(CHOSEN) == {
        "places": [{"card": "T", "argument": "Nu zoekt iedereen zelf."}, {"card": "K", "argument": ""}]
    }


def test_an_own_card_takes_its_place():
    data = {
        "place-T": "2",
        "own-title-1": "  Regionale   proeftuinen ",
        "own-place-1": "1",
        "own-argument-1": "Daarom.",
    }

    assert _content(data)["places"] == [
        {"own": "Regionale proeftuinen", "key": own_key("regionale proeftuinen"), "argument": "Daarom."},
        {"card": "T", "argument": ""},
    ]


def test_a_place_left_open_closes_up():
    assert [entry["card"] for entry in _content({"place-T": "5", "place-K": "2"})["places"]] == ["K", "T"]


def test_what_was_handed_in_stands_in_the_form_again():
    kept = _content({**CHOSEN, "own-title-1": "Proeftuin", "own-place-1": "3"})
    form = ChoosingForm(settings=settings(), initial=kept)

    shown = {name: form[name].value() for name in form.fields if form[name].value()}
    assert shown == {**CHOSEN, "own-title-1": "Proeftuin", "own-place-1": "3"}


@pytest.mark.parametrize(
    ("data", "field", "sentence"),
    [
        ({}, "__all__", "Kies minstens één kaart en geef die plaats 1."),
        ({"place-T": "1", "place-K": "1"}, "place-T", "Plaats 1 is al voor ‘Kennisdeling’. Kies een andere plaats."),
        ({"place-T": "6"}, "place-T", "Kies een plaats van 1 tot en met 5."),
        ({"place-T": "één"}, "place-T", "Kies een plaats van 1 tot en met 5."),
        (
            {"place-T": "1", "argument-K": "x"},
            "argument-K",
            "Je schreef een argument. Geef de kaart een plaats, of haal het argument weg.",
        ),
        (
            {"place-T": "1", "own-title-1": "Iets"},
            "own-place-1",
            "Kies een plaats voor je eigen kaart, of haal de titel weg.",
        ),
        ({"place-T": "1", "own-place-1": "2"}, "own-title-1", "Schrijf op je eigen kaart wat je bedoelt."),
        (
            {"own-title-1": "ANTENNEFUNCTIE ", "own-place-1": "1"},
            "own-title-1",
            "‘Antennefunctie’ ligt al op tafel. Geef die kaart een plaats.",
        ),
        (
            {"own-title-1": "Iets", "own-place-1": "1", "own-title-2": "iets", "own-place-2": "2"},
            "own-title-2",
            "‘Iets’ ligt al op tafel. Geef die kaart een plaats.",
        ),
        ({"own-title-1": "x" * 121, "own-place-1": "1"}, "own-title-1", "Houd het bij 120 tekens; dit zijn er 121."),
        ({"place-T": "1", "argument-T": "x" * 10_001}, "argument-T", "Houd het bij 10000 tekens; dit zijn er 10001."),
    ],
)
def test_refused_with_a_sentence_at_the_field(data, field, sentence):
    form = _form(data)

    assert not form.is_valid()
    assert form.errors[field] == [sentence]


def test_what_was_typed_stays_after_a_refusal():
    form = _form({"place-T": "1", "place-K": "1", "argument-K": "Blijft staan 🙂"})

    assert not form.is_valid()
    assert form["argument-K"].value() == "Blijft staan 🙂"


def test_ten_thousand_characters_with_line_ends_are_kept_whole():
    """A browser counts a line end once and sends two characters."""
    argument = "\n".join(["á🙂" * 12] * 400)[:LONGEST_ARGUMENT].strip()
    sent = argument.replace("\n", "\r\n")

    assert len(sent) > LONGEST_ARGUMENT - 10
    assert _content({"place-T": "1", "argument-T": sent})["places"][0]["argument"] == argument


def test_argument_may_be_required_or_left_out():
    assert _form({"place-T": "1"}, argument="required").errors["argument-T"] == [
        "Schrijf kort waarom je deze kaart kiest."
    ]
    assert not any("argument" in name for name in _form({}, argument="none").fields)
    assert _content({"place-T": "1"}, argument="none")["places"] == [{"card": "T", "argument": ""}]


def test_no_own_cards_where_they_are_not_allowed():
    assert _content({"place-T": "1", "own-title-1": "Toch", "own-place-1": "2"}, own=False)["places"] == [
        {"card": "T", "argument": ""}
    ]


def test_never_more_than_k():
    """There are only k places, and each is for one card."""
    data = {f"place-{card}": str(place) for place, card in enumerate("KTASB", start=1)}

    assert len(_content(data)["places"]) == 5
    assert not _form({**data, "place-O": "5"}).is_valid()


PREPARED = {
    "question": "Welke eerst?",
    "cards": "Kennisdeling: van elkaar\n\nAntennefunctie",
    "k": "2",
    "argument": "asked",
    "own": "on",
}


def _prepared(before=None, **changed):
    form = PreparingForm({**PREPARED, **changed}, initial=before)
    assert form.is_valid(), form.errors
    return form.to_settings()


def test_lines_become_cards():
    assert _prepared() == {
        "question": "Welke eerst?",
        "cards": [
            {"id": "k1", "title": "Kennisdeling", "text": "van elkaar", "reference": ""},
            {"id": "k2", "title": "Antennefunctie", "text": "", "reference": ""},
        ],
        "k": 2,
        "own": True,
        "argument": "asked",
        "weighted": False,
        "merged": {},
        "names": {},
    }


def test_cards_keep_their_code_and_reference():
    before = {
        "cards": [
            {"id": "a", "title": "Kennisdeling", "text": "", "reference": "thema:abc"},
            {"id": "b", "title": "Antenefunctie", "text": "", "reference": "aanbeveling:x"},
        ],
    }
    after = _prepared(before)

    assert [(card["id"], card["reference"]) for card in after["cards"]] == [("a", "thema:abc"), ("b", "aanbeveling:x")]


def test_a_new_line_gets_a_code_of_its_own():
    before = {"cards": [{"id": "k1", "title": "Antennefunctie", "text": "", "reference": "r"}]}

    assert [(card["id"], card["reference"]) for card in _prepared(before)["cards"]] == [("k2", ""), ("k1", "r")]


def test_form_shows_the_settings_as_lines():
    form = PreparingForm(initial=_prepared())

    assert form["cards"].value() == "Kennisdeling: van elkaar\nAntennefunctie"


@pytest.mark.parametrize(
    ("changed", "field", "sentence"),
    [
        ({"question": ""}, "question", "Schrijf de vraag op."),
        ({"cards": "Eén kaart"}, "cards", "Leg 2 tot 60 kaarten neer; dit zijn er 1."),
        ({"cards": "A\na "}, "cards", "‘a’ staat er twee keer."),
        ({"cards": "\nA\n\n: zonder titel"}, "cards", "Regel 4 begint zonder titel."),
        ({"cards": " \n"}, "cards", "Leg 2 tot 60 kaarten neer; dit zijn er 0."),
        ({"cards": "A\n" + "x" * 81}, "cards", "De titel in regel 2 is langer dan 80 tekens."),
        ({"cards": "A\nB: " + "x" * 301}, "cards", "De uitleg in regel 2 is langer dan 300 tekens."),
        ({"k": "3"}, "k", "Er liggen 2 kaarten, dus kiezen kan er hoogstens 2."),
        ({"k": "0"}, "k", "Vul een getal in van 1 tot en met 10."),
        ({"k": "veel"}, "k", "Vul een getal in van 1 tot en met 10."),
        ({"merging": "\nProeftuin"}, "merging", "Schrijf regel 2 zo: eigen kaart > kaart."),
        ({"merging": "Proeftuin > proeftuin"}, "merging", "In regel 1 staat twee keer dezelfde kaart."),
        ({"merging": "A > B\nA > C"}, "merging", "‘A’ staat er twee keer voor het teken >."),
        ({"argument": "zeker"}, "argument", "Kies een van de drie."),
    ],
)
def test_settings_are_refused_with_a_sentence(changed, field, sentence):
    form = PreparingForm({**PREPARED, **changed})

    assert not form.is_valid()
    assert form.errors[field] == [sentence]


def test_merging_and_undoing_are_settings():
    before = settings()
    merged = with_merged(before, "w", "K")

    assert merged["merged"] == {"w": "K"}
    assert without_merged(merged, "w") == {**before, "merged": {}}
    assert "merged" not in before


def test_merging_by_title_holds_when_a_title_changes():
    first = _prepared(merging="Regionale  proeftuinen > kennisdeling")
    assert first["merged"] == {own_key("regionale proeftuinen"): "k1"}

    form = PreparingForm(initial=first)
    assert form["merging"].value() == "Regionale proeftuinen > Kennisdeling"
    again = _prepared(first, cards="Kennis delen\nAntennefunctie", merging="Regionale proeftuinen > Kennis delen")
    assert again["merged"] == first["merged"]


def test_two_own_cards_become_one():
    after = _prepared(merging="Proeftuin > Regionale proeftuinen")

    assert after["merged"] == {own_key("Proeftuin"): own_key("Regionale proeftuinen")}
    assert PreparingForm(initial=after)["merging"].value() == "Proeftuin > Regionale proeftuinen"


def test_taking_the_line_away_undoes_the_merge():
    merged = _prepared(merging="Proeftuin > Kennisdeling")

    assert _prepared(merged)["merged"] == {}


def test_a_code_that_was_merged_elsewhere_stays():
    before = {**_prepared(), "merged": {"eigen-abc": "k1"}}
    shown = PreparingForm(initial=before)["merging"].value()

    assert shown == "eigen-abc > Kennisdeling"
    assert _prepared(before, merging=shown)["merged"] == {"eigen-abc": "k1"}
