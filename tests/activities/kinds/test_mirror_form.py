"""What the form of a mirror takes and refuses, and which points of others it offers."""

import pytest
from django.template.loader import render_to_string

from steunpunt.activities.kinds.mirror.form import MirrorForm
from steunpunt.activities.kinds.mirror.tally import ATTENTION, GOOD, tally

from .test_mirror_tally import SETTINGS, VOICES

STANDING = tally(SETTINGS, VOICES)


@pytest.mark.parametrize(
    ("typed", "field", "sentence"),
    [
        ({}, "__all__", "Schrijf minstens één punt op."),
        ({"example_t1_good_1": "zo"}, "text_t1_good_1", "Schrijf ook op waar dit voorbeeld bij hoort."),
        ({"text_t1_good_1": "Visie", "text_t1_good_2": "visie."}, "text_t1_good_2", "Dit punt staat er al."),
        ({"text_t1_good_1": "x" * 201}, "text_t1_good_1", "Houd het bij 200 tekens; dit zijn er 201."),
        (
            {"text_t1_good_1": "Visie", "example_t1_good_1": "x" * 301},
            "example_t1_good_1",
            "Houd het bij 300 tekens; dit zijn er 301.",
        ),
    ],
)
def test_what_is_wrong_is_said_at_the_field(typed, field, sentence):
    form = MirrorForm(typed, settings=SETTINGS)

    assert not form.is_valid()
    assert form.errors == {field: [sentence]}
    assert all(form[name].value() == value for name, value in typed.items())


def test_the_theme_with_a_mistake_is_open():
    form = MirrorForm({"example_t4_attention_2": "zo"}, settings=SETTINGS)
    form.is_valid()

    assert [section["theme"]["id"] for section in form.sections() if section["open"]] == ["t1", "t4"]


def test_what_others_wrote_is_supported_with_all_who_wrote_it():
    form = MirrorForm({"supports": ["v1:1"]}, settings=SETTINGS, standing=STANDING)

    assert form.is_valid()
    assert form.to_content() == {"points": [], "next": 1, "supports": ["v1:1", "v2:1"]}


def test_own_points_are_not_offered_and_supports_stand_in_the_form_again():
    form = MirrorForm(None, settings=SETTINGS, initial=VOICES[2].content, standing=STANDING)

    assert [point.key for point in form.others] == ["v1:1", "v1:2"]
    assert form["supports"].value() == ["v1:1", "v1:2"]


def test_only_what_was_shown_is_supported():
    shown = MirrorForm({"supports": ["v9:9"]}, settings=SETTINGS, standing=STANDING)
    hidden = MirrorForm({"text_t1_good_1": "Visie", "supports": ["v1:1"]}, settings=SETTINGS)

    assert shown.errors == {"supports": ["Een van deze punten is er niet meer. Kijk de lijst nog eens na."]}
    assert hidden.is_valid()
    assert hidden.to_content()["supports"] == []


def test_without_what_others_wrote_earlier_supports_stay():
    form = MirrorForm({"text_t1_good_1": "Visie"}, settings=SETTINGS, initial={"supports": ["v1:2"]})

    assert form.is_valid()
    assert form.to_content()["supports"] == ["v1:2"]


def test_both_sides_keep_what_was_typed():
    content = VOICES[0].content
    form = MirrorForm(None, settings=SETTINGS, initial=content)

    assert form["text_t1_good_1"].value() == "Taken zijn vastgelegd"
    assert form["text_t3_attention_1"].value() == "De stuurgroep mag meer sturen"
    assert {GOOD, ATTENTION} == {point["side"] for point in content["points"]}


def test_the_page_offers_what_others_wrote_as_text():
    html = render_to_string(
        "activities/kinds/mirror/_contribute.html", {"form": MirrorForm(None, settings=SETTINGS, standing=STANDING)}
    )

    assert "Dit vraagt aandacht: Kennis blijft in de school" in html
