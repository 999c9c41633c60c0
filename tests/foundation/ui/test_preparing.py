"""What components work out before they render: addresses of pages, the summary of a form."""

import pytest
from django import forms
from django.core.paginator import Paginator
from django.http import QueryDict

from steunpunt.foundation.ui.preparing import alert, field, form_errors, pagination


class Form(forms.Form):
    secret = forms.CharField(widget=forms.HiddenInput, error_messages={"required": "Het geheim ontbreekt."})
    name = forms.CharField(label="Naam", error_messages={"required": "Vul een naam in."})
    note = forms.CharField(label="Toelichting", required=False)
    ring = forms.ChoiceField(label="Plek", choices=[("core", "kern")], widget=forms.RadioSelect)
    agreed = forms.BooleanField(label="Akkoord", required=False)


def pages(number: int, query: object) -> dict:
    return pagination({"page": Paginator(range(100), 10).get_page(number), "query": query, "name": "pagina"})


def test_pagination_keeps_the_rest_of_the_query_and_replaces_the_page():
    values = pages(5, QueryDict("sector=po&pagina=5&thema=a&thema=b"))

    assert values["next_url"] == "?sector=po&thema=a&thema=b&pagina=6"


def test_pagination_takes_a_plain_string_too():
    assert pages(5, "?q=de+waard")["previous_url"] == "?q=de+waard&pagina=4"


def test_the_first_page_has_none_before_it():
    assert pages(1, "")["previous_url"] == ""


def test_the_last_page_has_none_after_it():
    assert pages(10, "")["next_url"] == ""


def test_far_pages_are_left_out():
    assert [number for number, _, _ in pages(5, "")["pages"]] == [1, "…", 4, 5, 6, "…", 10]


def test_the_current_page_is_marked():
    assert [number for number, _, is_current in pages(5, "")["pages"] if is_current] == [5]


def test_a_form_that_was_not_sent_has_no_summary():
    values = form_errors({"form": Form()})

    assert (values["general"], values["rows"]) == ((), ())


def test_the_summary_leads_to_the_fields_in_their_order():
    rows = form_errors({"form": Form({"secret": "x"})})["rows"]

    assert [(anchor, label) for anchor, label, _ in rows] == [("id_name", "Naam"), ("id_ring_0", "Plek")]


def test_errors_of_hidden_fields_are_not_lost():
    assert form_errors({"form": Form({})})["general"] == ["Het geheim ontbreekt."]


@pytest.mark.parametrize(("name", "layout"), [("name", "plain"), ("ring", "group"), ("agreed", "check")])
def test_the_layout_of_a_field_follows_its_widget(name, layout):
    assert field({"field": Form()[name], "label": "", "help": ""})["layout"] == layout


@pytest.mark.parametrize(("name", "optional"), [("name", False), ("note", True), ("agreed", False)])
def test_only_what_may_stay_empty_is_marked_optional(name, optional):
    assert field({"field": Form()[name], "label": "", "help": ""})["is_optional"] is optional


def test_every_kind_of_alert_has_an_icon_of_its_own():
    kinds = ("info", "success", "warning", "error", "finding")

    assert len({alert({"kind": kind})["icon"] for kind in kinds}) == len(kinds)
