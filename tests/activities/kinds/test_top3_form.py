"""What the forms of a top 3 take and refuse."""

import pytest
from django.http import QueryDict

from steunpunt.activities.kinds.top3.arrange_form import ArrangeWishesForm
from steunpunt.activities.kinds.top3.form import WishesForm, WishesSettingsForm
from steunpunt.activities.kinds.top3.tally import tally

from .test_top3_tally import SETTINGS, VOICES, counted, voice


def test_a_wish_keeps_its_number_when_others_change():
    first = WishesForm({"wish_t1_1": "Tijd", "wish_t1_2": "Geld"}, settings=SETTINGS)
    assert first.is_valid()
    content = first.to_content()

    second = WishesForm({"wish_t1_1": "Geld", "wish_t2_1": "Intervisie"}, settings=SETTINGS, initial=content)
    assert second.is_valid()
    assert second.to_content() == {
        "wishes": [{"n": 2, "theme": "t1", "text": "Geld"}, {"n": 3, "theme": "t2", "text": "Intervisie"}],
        "next": 4,
    }


@pytest.mark.parametrize(
    ("typed", "field", "sentence"),
    [
        ({}, "__all__", "Schrijf minstens één wens op."),
        ({"wish_t1_1": "  "}, "__all__", "Schrijf minstens één wens op."),
        ({"wish_t1_1": "Tijd", "wish_t1_3": "tijd."}, "wish_t1_3", "‘tijd.’ staat er bij dit thema al."),
        ({"wish_t1_1": "x" * 141}, "wish_t1_1", "Houd het bij 140 tekens; dit zijn er 141."),
    ],
)
def test_what_is_wrong_is_said_at_the_field(typed, field, sentence):
    form = WishesForm(typed, settings=SETTINGS)

    assert not form.is_valid()
    assert form.errors == {field: [sentence]}
    assert all(form[name].value() == value for name, value in typed.items())


def test_the_same_wish_may_stand_at_two_themes():
    assert WishesForm({"wish_t1_1": "Tijd", "wish_t2_1": "Tijd"}, settings=SETTINGS).is_valid()


def test_other_themes_leave_what_was_put_together():
    before = {**SETTINGS, "merged": {"v1:1": "v2:1"}}
    form = WishesSettingsForm({"themes": "Onderzoek\nTijd", "most": "2"}, initial=before)

    assert form.is_valid()
    settings = form.to_settings()
    assert settings["merged"] == before["merged"]
    assert [theme["id"] for theme in settings["themes"]] == ["t4", "t6"]
    assert settings["other"] is False


def arranged(query, settings=SETTINGS, voices=VOICES):
    return ArrangeWishesForm(QueryDict(query), settings=settings, standing=tally(settings, voices))


def test_ticked_wishes_become_one_and_apart_again():
    form = arranged("together=v1:1&together=v2:1&title=Agenda")
    assert form.is_valid(), form.errors
    settings = form.to_settings()
    assert ("Agenda", 2) in counted(tally(settings, VOICES))["t4"]

    again = arranged("apart=v1:1", settings)
    assert again.is_valid()
    assert counted(tally(again.to_settings(), VOICES)) == counted(tally(SETTINGS, VOICES))


def test_a_proposal_is_one_button():
    form = arranged("")
    query = f"together={form.proposals()[0].value.replace(' ', '+')}"

    done = arranged(query)

    assert done.is_valid()
    assert counted(tally(done.to_settings(), VOICES))["t4"] == [("Regionale onderzoeksagenda", 4)]


def test_a_loose_wish_is_placed():
    form = arranged("place=v4:2+t2")

    assert form.is_valid()
    assert counted(tally(form.to_settings(), VOICES))["t2"] == [("Elkaar zien", 1)]


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("", "Kies minstens twee wensen die hetzelfde zeggen."),
        ("together=v1:1", "Kies minstens twee wensen die hetzelfde zeggen."),
        ("together=v1:1&together=v1:2", "Kies wensen van één thema."),
        ("together=v1:1&together=v7:1", "Deze wens is er niet meer. De lijst hieronder is bijgewerkt; kies opnieuw."),
        ("apart=v7:1", "Deze wens is er niet meer. De lijst hieronder is bijgewerkt; kies opnieuw."),
        ("place=v4:2+t99", "Kies een thema uit de lijst."),
    ],
)
def test_what_cannot_be_arranged_is_said(query, sentence):
    form = arranged(query)

    assert not form.is_valid()
    assert form.non_field_errors() == [sentence]


def test_nothing_to_arrange_is_no_mistake_to_look_at():
    form = arranged("", voices=[voice(1, ("t1", "Tijd"))])

    assert (form.proposals(), form.merged(), form.loose(), form.themes()) == ([], (), [], [])
