"""The kind as the engine meets it: registered, its example, export, erasure, what flows on, and its four templates."""

import re

import pytest
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string

from steunpunt.activities.kind import kind_of
from steunpunt.activities.kinds.prioritise import EXAMPLE_SETTINGS, KIND
from steunpunt.activities.kinds.prioritise.ballots import own_key
from tests.factories.ballots import WORKSHOP, Contributed, groups, persons, settings

EVIL = "<script>alert(1)</script>"


@pytest.fixture
def contributed():
    return [
        Contributed(f"v{number}", content, group=f"groep {number}", people=4)
        for number, content in enumerate(KIND.example.contents, start=1)
    ]


def _shown(part, standing, **more):
    return render_to_string(KIND.template(part), {"standing": standing, "findings": KIND.findings(standing), **more})


def test_it_is_registered_and_votes_as_a_group():
    assert kind_of("prioritise") is KIND
    assert KIND.votes_as_group


def test_example_is_accepted_and_its_wrong_input_refused():
    for content in KIND.example.contents:
        form = KIND.contribution_form(settings=EXAMPLE_SETTINGS, initial=content)
        sent = {name: form[name].value() or "" for name in form.fields}
        again = KIND.contribution_form(sent, settings=EXAMPLE_SETTINGS)
        assert again.is_valid(), again.errors
        assert [one.get("card") for one in again.to_content()["places"]] == [
            one.get("card") for one in content["places"]
        ]
    assert not KIND.contribution_form(KIND.example.refused, settings=EXAMPLE_SETTINGS).is_valid()


def test_export_has_a_row_for_each_place(contributed):
    table = KIND.export(EXAMPLE_SETTINGS, contributed)

    assert len(table.columns) == len(table.rows[0])
    assert table.rows[0] == (
        "v1", "groep 1", 4, 1, "Omgeving transparant maken", "k2", "nee", "", "Nu zoekt iedereen alles zelf op."
    )  # fmt: skip
    own = table.rows[3]
    assert (own[4], own[6], own[8]) == ("Regionale proeftuinen", "ja", "Daar leren we van.")


def test_erasing_takes_the_words_and_leaves_the_tally(contributed):
    erased = [
        Contributed(one.voter, KIND.erased(one.content), group=one.group, people=one.people) for one in contributed
    ]
    before, after = KIND.tally(EXAMPLE_SETTINGS, contributed), KIND.tally(EXAMPLE_SETTINGS, erased)

    assert "proeftuinen" not in str(erased)
    assert "Nu zoekt" not in str(erased)
    assert [(row.card.id, row.points) for row in after.own] == [(row.card.id, row.points) for row in before.own]
    assert after.rows == before.rows


def test_what_was_chosen_flows_on_best_first():
    cards = KIND.cards(KIND.tally(settings(), groups(WORKSHOP)))

    assert [card.id for card in cards[:6]] == ["T", "K", "S", "B", "A", "O"]
    assert [card.title for card in cards[6:]] == ["Eigen kaart V", "Eigen kaart W", "Onderwerp agenderen"]


@pytest.mark.parametrize("part", ["standing", "poster", "report"])
@pytest.mark.parametrize("ballots", [[], [""], ["TKBSA"], list(WORKSHOP), ["W"] * 3, ["TK"] * 30])
def test_every_template_renders_every_standing(part, ballots):
    standing = KIND.tally(settings(), groups(ballots))

    text = _shown(part, standing)

    assert "None" not in text
    assert "nan" not in text
    assert "<p></p>" not in text


def test_wall_says_finding_ranking_and_third_state():
    text = _shown("standing", KIND.tally(settings(), groups(WORKSHOP)))

    assert "Antennefunctie is door vier van de vijf groepen gekozen, maar staat bij niemand in de top 3." in text
    assert "Antennefunctie: breed gedragen, nooit bovenaan" in text
    assert "Nieuw, van groep 5" in text
    assert text.count("prio-cell--away") == 9
    assert "Antennefunctie: gekozen door 4 van 5, gemiddeld op plaats 4,5." in text


def test_drawings_hold_whole_numbers_only():
    """A comma from the Dutch way of writing numbers would spoil a coordinate."""
    text = _shown("standing", KIND.tally(settings(), groups(WORKSHOP)))

    for value in re.findall(r'\s(?:x|y|cx|cy|width|height|d|viewBox)="([^"]*)"', text):
        assert re.fullmatch(r"[\d MHVL%-]*", value), value


def test_many_voters_are_counted_and_not_shown_one_by_one():
    text = _shown("standing", KIND.tally(settings(), persons(["TK"] * 15 + ["KA"] * 10)))

    assert "prio-cell" not in text
    assert "<b>25</b>" in text
    assert "van 25" in text


def test_poster_of_a_group_has_its_order_and_arguments():
    standing = KIND.tally(EXAMPLE_SETTINGS, [Contributed("1", KIND.example.contents[1], group="groep 1")])

    text = _shown("poster", standing, ballot=standing.ballots[0])

    assert text.index("Kennisdeling mogelijk maken") < text.index("Regionale proeftuinen")
    assert "eigen kaart" in text
    assert "Daar leren we van." in text


@pytest.mark.parametrize("part", ["standing", "poster", "report"])
def test_script_in_cards_and_arguments_is_text(part):
    given = [Contributed("1", {"places": [{"own": EVIL, "argument": EVIL}, {"card": "k"}]}, group=EVIL)]
    standing = KIND.tally(settings({"k": EVIL, "l": "b"}, question=EVIL), given)

    assert "<script" not in _shown(part, standing, ballot=standing.ballots[0] if part == "poster" else None)


def test_phone_shows_script_as_text():
    form = KIND.contribution_form(settings=settings({"k": EVIL}, question=EVIL), initial={"places": [{"own": EVIL}]})

    assert "<script" not in render_to_string(KIND.template("contribute"), {"form": form})


def test_report_tells_how_every_figure_is_reckoned_and_what_was_merged():
    merged = {own_key("Eigen kaart V"): "O"}
    text = _shown("report", KIND.tally(settings(merged=merged), groups(WORKSHOP)))

    assert "Plaats 1 geeft 5 punten" in text
    assert "4 + 5 + 5 + 3 + 4 = 21" in text
    assert "samen met Eigen kaart V" in text


def test_its_style_and_script_are_there():
    assert finders.find(KIND.stylesheet)
    assert finders.find(KIND.script)
