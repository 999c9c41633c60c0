"""Days as people type them, and a form that goes on from a newer revision."""

from datetime import date, time

import pytest
from django import forms
from django.http import QueryDict

from steunpunt.foundation.ui.fields import ChoiceFromList, ClockField, DayField, RevisedForm
from steunpunt.network.queries.choosing import Found


@pytest.mark.parametrize("typed", ["2027-08-01", "1-8-2027", "01-08-2027", "1/8/2027"])
def test_a_day_is_understood(typed):
    assert DayField().clean(typed) == date(2027, 8, 1)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "Vul een dag in."),
        ("morgen", "Schrijf de dag zo: 1-8-2027."),
        ("31-02-2027", "Schrijf de dag zo: 1-8-2027."),
        ("0001-01-01", "Vul een dag in tussen 1900 en 2100."),
        ("2100-01-02", "Vul een dag in tussen 1900 en 2100."),
    ],
)
def test_a_day_that_cannot_be_is_told(typed, sentence):
    with pytest.raises(forms.ValidationError, match=sentence):
        DayField().clean(typed)


def test_a_form_goes_on_from_the_newer_revision():
    form = RevisedForm(QueryDict("revision=1"))

    form.stands_at(3)

    assert (form.is_valid(), form.cleaned_data["revision"]) == (True, 3)


def test_only_what_is_offered_can_be_chosen():
    field = ChoiceFromList()
    field.offer([Found("abc", "De Linde", "Utrecht")])

    assert field.clean("abc") == "abc"
    with pytest.raises(forms.ValidationError, match="Kies een regel uit de lijst"):
        field.clean("xyz")


@pytest.mark.parametrize("typed", ["13:30", "13.30", "13:30:00"])
def test_a_time_is_understood(typed):
    assert ClockField().clean(typed) == time(13, 30)


@pytest.mark.parametrize(
    ("typed", "sentence"), [("", "Vul een tijd in."), ("half twee", "Schrijf de tijd zo: 13:30."), ("25:00", "Schrijf")]
)
def test_a_wrong_time_is_said(typed, sentence):
    with pytest.raises(forms.ValidationError, match=sentence):
        ClockField().clean(typed)


def test_a_time_is_shown_as_the_browser_s_own_picker_wants_it():
    assert 'type="time"' in ClockField().widget.render("begins", time(9, 5))
    assert 'value="09:05"' in ClockField().widget.render("begins", time(9, 5))
