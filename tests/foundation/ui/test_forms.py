"""A rendered form ties label, help, error and control together, and keeps what was typed."""

import re
from datetime import date

import pytest
from django.template.loader import render_to_string

from steunpunt.foundation.ui.samples import SampleForm, wrong_form
from steunpunt.foundation.ui.widgets import DateInput


@pytest.fixture
def html() -> str:
    return render_to_string("ui/form.html", {"form": wrong_form(), "submit": "Bewaren"})


def test_what_was_typed_stays(html):
    assert 'value="Opleidingsschool De Waard"' in html


def test_a_wrong_field_points_to_its_help_and_its_error(html):
    control = re.search(r'<input type="email"[^>]*>', html).group()

    assert 'aria-invalid="true"' in control
    assert 'aria-describedby="id_email_helptext id_email_error"' in control


def test_every_id_that_is_referred_to_exists(html):
    referred = {name for names in re.findall(r'aria-describedby="([^"]+)"', html) for name in names.split()}
    referred |= set(re.findall(r' for="([^"]+)"', html)) | set(re.findall(r'href="#([^"]+)"', html))

    assert referred - set(re.findall(r' id="([^"]+)"', html)) == set()


def test_no_id_occurs_twice(html):
    ids = re.findall(r' id="([^"]+)"', html)

    assert sorted(ids) == sorted(set(ids))


def test_choices_stand_in_a_group_with_a_legend(html):
    assert re.search(r'<fieldset class="field field--group field--wrong"[^>]*>\s*<legend>Plek', html)


def test_the_summary_stands_before_the_fields(html):
    assert html.index("Dit klopt nog niet") < html.index('id="id_name"')


def test_optional_fields_say_so(html):
    assert html.count("(niet verplicht)") == 4


def test_a_form_with_a_file_is_sent_in_parts(html):
    assert 'enctype="multipart/form-data"' in html


def test_a_fresh_form_shows_no_errors():
    html = render_to_string("ui/form.html", {"form": SampleForm()})

    assert "form-errors" not in html
    assert "aria-invalid" not in html


def test_a_date_goes_out_as_iso_whatever_the_language():
    assert 'value="2026-08-01"' in DateInput().render("since", date(2026, 8, 1))
