"""What every editing page does the same way."""

import pytest
from django import forms
from django.http import Http404, HttpResponse, QueryDict
from django.test import RequestFactory

from steunpunt.foundation.access import Actor, Refusal
from steunpunt.foundation.ledger.revisions import Outdated
from steunpunt.foundation.ui import answers
from steunpunt.foundation.ui.answers import Page, answer, found_or_404, posted
from steunpunt.foundation.ui.fields import RevisedForm


class NameForm(RevisedForm):
    name = forms.CharField()


PAGE = Page(title="Naam", back="/terug/", done="Bewaard.")


@pytest.fixture
def answered(monkeypatch):
    """Answers a request to a page with one field, with a deed that does or refuses; gives form and status."""
    monkeypatch.setattr(answers.messages, "success", lambda *arguments: None)
    monkeypatch.setattr(
        answers, "render", lambda request, template, context, status: HttpResponse(template, status=status)
    )

    def run(deed, method="post", **data):
        request = getattr(RequestFactory(), method)("/", data)
        request.actor = Actor.visitor()
        form = NameForm(posted(request))
        return form, answer(request, form, PAGE, deed)

    return run


def _refuses(refusal):
    def deed(facts, **who):
        raise refusal

    return deed


def test_a_deed_that_goes_well_leads_back(answered):
    _form, response = answered(lambda facts, **who: None, name="Linde")

    assert (response.status_code, response["Location"]) == (302, "/terug/")


def test_reading_does_nothing(answered):
    form, response = answered(_refuses(AssertionError("done")), method="get")

    assert (response.status_code, form.is_bound) == (200, False)


def test_a_deed_gets_who_when_and_the_revision(answered):
    seen = {}
    answered(lambda facts, **who: seen.update(who), name="Linde", revision="3")

    assert (seen["by"], seen["revision"], set(seen)) == (Actor.visitor(), 3, {"by", "at", "revision"})


@pytest.mark.parametrize(
    ("field", "place"), [("name", "name"), ("", "__all__"), ("elsewhere", "__all__"), ("revision", "__all__")]
)
def test_a_refusal_stands_at_its_field_or_on_top(answered, field, place):
    form, response = answered(_refuses(Refusal("Dat kan niet.", field=field)), name="Linde")

    assert (response.status_code, dict(form.errors)) == (422, {place: ["Dat kan niet."]})


def test_after_a_stale_revision_the_form_goes_on_from_the_new_one(answered):
    form, _response = answered(_refuses(Outdated("Iemand anders…", 7)), name="Linde", revision="1")

    assert (form["revision"].value(), form["name"].value()) == ("7", "Linde")


def test_a_field_that_is_missing_does_nothing(answered):
    _form, response = answered(_refuses(AssertionError("done")))

    assert response.status_code == 422


def test_a_button_without_fields_counts_as_sent():
    assert posted(RequestFactory().post("/")) == QueryDict()
    assert posted(RequestFactory().get("/")) is None


def test_what_is_not_there_is_not_found():
    assert found_or_404("iets") == "iets"
    with pytest.raises(Http404):
        found_or_404(None)
