"""What the search box finds in the network."""

from datetime import date

import pytest

from steunpunt.foundation.access import Actor
from steunpunt.network.queries import searching
from steunpunt.network.queries.projects import visible_projects
from steunpunt.network.queries.themes import visible_themes
from tests.factories.network import InstitutionFactory, PartnershipFactory, ProjectFactory, SiteFactory, ThemeFactory

DAY = date(2026, 11, 22)
pytestmark = pytest.mark.django_db


def test_partnership_by_name():
    PartnershipFactory(version__name="De Leerwerf")
    PartnershipFactory(version__name="Iets anders")

    assert [row.title for row in searching.partnerships_found("leerwerf", DAY)] == ["De Leerwerf"]


def test_site_by_code():
    SiteFactory(code="00AH00", version__name="Het Lyceum")

    assert [row.title for row in searching.sites_found("00ah", DAY)] == ["Het Lyceum"]


def test_institution_by_name():
    InstitutionFactory(version__name="Hanze")

    assert [row.title for row in searching.institutions_found("hanze", DAY)] == ["Hanze"]


def test_no_words_find_nothing():
    PartnershipFactory()

    assert searching.partnerships_found(" ", DAY) == []


def test_mistyped_word_is_guessed_only_where_one_kind_stands_alone():
    PartnershipFactory(version__name="De Leerwerf")

    found = [len(searching.partnerships_found("leerwref", DAY, guess=guess)) for guess in (True, False)]

    assert found == [1, 0]


def test_theme_by_keyword_without_its_accent():
    theme = ThemeFactory(title="Onderzoek", keyword_line="kennis, coördinatie")

    assert list(searching.themes_found(visible_themes(Actor.visitor()), "coordinatie")) == [theme]


def test_project_needs_every_word():
    project = ProjectFactory(title="Leren van elkaar", summary="in de regio")

    found = [
        list(searching.projects_found(visible_projects(Actor.visitor()), text)) for text in ("regio leren", "regio x")
    ]

    assert found == [[project], []]
