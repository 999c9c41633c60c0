"""The pages of accounts stand in our own base page and use our own elements."""

from pathlib import Path

import allauth
import pytest
from django.contrib.auth.models import AnonymousUser
from django.template import Origin, RequestContext, Template
from django.test import RequestFactory

from steunpunt.foundation.access import Actor
from steunpunt.foundation.ui.samples import wrong_form

OURS = Path(__file__).parents[3] / "steunpunt" / "foundation" / "ui" / "templates" / "allauth"
THEIRS = Path(allauth.__file__).parent / "templates" / "allauth"

PAGE = """{% extends "allauth/layouts/entrance.html" %}{% load allauth %}
{% block head_title %}Inloggen{% endblock %}
{% block content %}
{% element h1 %}Inloggen{% endelement %}
{% element form form=form method="post" action="/account/login/" tags="entrance,login" %}
  {% slot body %}{% element fields form=form unlabeled=True %}{% endelement %}{% endslot %}
  {% slot actions %}{% element button type="submit" tags="prominent,login" %}Verder{% endelement %}{% endslot %}
{% endelement %}
{% element button href="/code/" tags="prominent,login,outline,primary" %}Stuur een code{% endelement %}
{% element button type="submit" tags="danger,delete" %}Weg{% endelement %}
{% element field type="text" id="codes" name="codes" readonly=True %}{% slot label %}Codes{% endslot %}{% endelement %}
{% endblock %}"""


@pytest.fixture
def html() -> str:
    request = RequestFactory().get("/account/login/")
    request.user, request.actor = AnonymousUser(), Actor.visitor()
    page = Template(PAGE, origin=Origin("page", template_name="account/page.html"), name="account/page.html")
    return page.render(RequestContext(request, {"form": wrong_form()}))


@pytest.mark.parametrize("folder", ["elements", "layouts"])
def test_no_element_of_the_library_is_left_as_it_is(folder):
    theirs = {path.name for path in (THEIRS / folder).glob("*.html")}

    assert theirs - {path.name for path in (OURS / folder).glob("*.html")} == set()


def test_the_page_is_our_own(html):
    assert 'class="site-header"' in html
    assert "<title>Inloggen – Steunpunt</title>" in " ".join(html.split())
    assert html.count("<main") == 1


def test_the_form_shows_its_errors_our_way(html):
    assert '<form class="form" method="post" action="/account/login/"' in html
    assert 'aria-describedby="id_email_helptext id_email_error"' in html


@pytest.mark.parametrize(("words", "kind"), [("Verder", "primary"), ("Stuur een code", "secondary"), ("Weg", "danger")])
def test_a_button_has_the_kind_that_its_tags_ask_for(html, words, kind):
    before = html[: html.index(f">{words}<")]

    assert f"button--{kind}" in before[before.rindex("<") :]


def test_a_field_of_its_own_has_a_label(html):
    assert '<label for="codes">Codes</label>' in html
