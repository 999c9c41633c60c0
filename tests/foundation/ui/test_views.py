"""The style page and the error pages as a visitor gets them."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.template.loader import render_to_string
from django.test import RequestFactory

from steunpunt.foundation.access import Actor
from steunpunt.foundation.ui.components import COMPONENTS
from steunpunt.foundation.ui.views import style


@pytest.fixture
def request_():
    request = RequestFactory().get("/stijl/")
    request.user, request.actor = AnonymousUser(), Actor.visitor()
    return request


def test_the_style_page_shows_every_component(request_):
    html = style(request_).content.decode()

    assert [name for name in COMPONENTS if f'<section id="{name}"' not in html] == []


def test_a_page_has_one_title_one_main_and_a_way_to_it(request_):
    html = style(request_).content.decode()

    assert (html.count("<h1"), html.count("<main"), html.count('href="#inhoud"')) == (1, 1, 1)


def test_example_mode_is_said_on_the_page(request_, settings):
    settings.EXAMPLE_MODE = True

    assert "Voorbeeldgegevens:" in style(request_).content.decode()


def test_without_example_mode_nothing_is_called_an_example(request_, settings):
    settings.EXAMPLE_MODE = False

    assert "example-ribbon" not in style(request_).content.decode()


@pytest.mark.parametrize("name", ["400.html", "403_csrf.html", "500.html"])
def test_the_bare_error_pages_need_no_context(name):
    html = render_to_string(name)

    assert "Dit kun je doen:" in html


@pytest.mark.parametrize("name", ["403.html", "404.html"])
def test_the_other_error_pages_stand_in_the_page_of_the_platform(name, request_):
    html = render_to_string(name, request=request_)

    assert "Dit kun je doen:" in html
    assert 'class="site-header"' in html


def test_a_refusal_says_its_own_sentence(request_):
    html = render_to_string("403.html", {"sentence": "Alleen voor coördinatoren."}, request=request_)

    assert "Alleen voor coördinatoren." in html


@pytest.mark.django_db
def test_a_page_that_is_not_there_is_told_in_plain_dutch(client):
    response = client.get("/bestaat/niet/", headers={"host": "localhost"})

    assert response.status_code == 404
    assert "Deze pagina is er niet" in response.content.decode()
