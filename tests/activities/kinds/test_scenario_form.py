"""What the forms of scenarios take and refuse."""

import pytest

from steunpunt.activities.kinds.scenario.cards import SCENARIOS
from steunpunt.activities.kinds.scenario.form import ScenarioForm
from steunpunt.activities.kinds.scenario.settings_form import ScenarioSettingsForm

from .making import typed
from .test_scenario_tally import SETTINGS

GOOD = {"now": "a", "wanted": "c"}


def test_a_position_with_what_it_asks_and_what_partners_are_after():
    form = ScenarioForm({**GOOD, "ask_2": "Tijd", "goal_p1": "Blijven leren"}, settings=SETTINGS)

    assert form.is_valid()
    assert form.to_content() == {
        "now": "a",
        "wanted": "c",
        "asks": ["Tijd"],
        "partners": {"p1": {"goal": "Blijven leren", "interest": ""}},
    }


@pytest.mark.parametrize(
    ("changed", "field", "sentence"),
    [
        ({"now": ""}, "now", "Kies welk scenario nu bij jullie past."),
        ({"wanted": ""}, "wanted", "Kies welk scenario jullie willen."),
        ({"now": "b"}, "now", "Dit scenario is er niet meer. Kies opnieuw."),
        ({"ask_1": "x" * 201}, "ask_1", "Houd het bij 200 tekens; dit zijn er 201."),
        ({"interest_p2": "x" * 201}, "interest_p2", "Houd het bij 200 tekens; dit zijn er 201."),
    ],
)
def test_what_is_wrong_is_said_at_the_field(changed, field, sentence):
    form = ScenarioForm({**GOOD, **changed}, settings=SETTINGS)

    assert not form.is_valid()
    assert form.errors == {field: [sentence]}
    assert all(form[name].value() == value for name, value in changed.items())


def test_a_partner_of_whom_something_is_written_is_open():
    form = ScenarioForm({**GOOD, "goal_p3": "Goede leraren"}, settings=SETTINGS)

    assert [section["partner"]["id"] for section in form.sections() if section["open"]] == ["p3"]


def settings_with(**changed):
    return ScenarioSettingsForm({**typed(ScenarioSettingsForm(None, initial={})), **changed}, initial={})


def test_the_empty_scenario_is_described_and_offered():
    form = settings_with(b_title="Samen werven", b_image="Een straat")

    assert form.is_valid()
    settings = form.to_settings()
    assert settings["scenarios"][:3] == [
        SCENARIOS[0],
        {**SCENARIOS[1], "title": "Samen werven", "image": "Een straat"},
        SCENARIOS[2],
    ]
    assert [own for own, _label in ScenarioForm(None, settings=settings).fields["now"].choices] == [
        "a",
        "b",
        "c",
        "none",
    ]


def test_an_earlier_session_is_kept():
    form = settings_with(earlier_title="mei", earlier_counts="A: 8 en 3\nc: 2 en 7")

    assert form.is_valid()
    assert form.to_settings()["earlier"] == {"title": "mei", "now": {"a": 8, "c": 2}, "wanted": {"a": 3, "c": 7}}


@pytest.mark.parametrize(
    ("changed", "field", "sentence"),
    [
        ({"a_title": "", "c_title": ""}, "a_title", "Geef minstens één scenario een naam."),
        ({"earlier_counts": "A: 8 en 3"}, "earlier_title", "Geef de eerdere sessie een naam, bijvoorbeeld de maand."),
        (
            {"earlier_title": "mei", "earlier_counts": "A: veel"},
            "earlier_counts",
            "Schrijf het zo: A: 8 en 3. De regel ‘A’ lukt niet.",
        ),
        (
            {"earlier_title": "mei", "earlier_counts": "X: 1 en 2"},
            "earlier_counts",
            "Schrijf het zo: A: 8 en 3. De regel ‘X’ lukt niet.",
        ),
        ({"partners": ""}, "partners", "Schrijf minstens één regel."),
        ({"a_goal": "x" * 161}, "a_goal", "Houd het bij 160 tekens; dit zijn er 161."),
    ],
)
def test_settings_say_what_is_wrong(changed, field, sentence):
    form = settings_with(**changed)

    assert not form.is_valid()
    assert form.errors == {field: [sentence]}
