"""The example projects: marked, linked, and built once."""

from datetime import UTC, datetime

import pytest

from steunpunt.examples.projects import PROJECTS, build_projects
from steunpunt.examples.world import PARTNERSHIPS
from steunpunt.foundation.access import Actor
from steunpunt.network.actions.lists import load_lists
from steunpunt.network.models import Project, Theme
from tests.factories.network import InstitutionFactory, PartnershipFactory

NOW = datetime(2026, 9, 1, 12, tzinfo=UTC)
SYSTEM = Actor.for_system("voorbeeld")


@pytest.fixture
def world():
    load_lists(at=NOW)
    for code in {example.lead for example in PROJECTS}:
        InstitutionFactory(code=code)
    for slug in {slug for example in PROJECTS for slug in example.partnerships}:
        PartnershipFactory(slug=slug, is_example=True)


def test_every_partnership_of_a_project_is_one_of_the_example():
    linked = {slug for example in PROJECTS for slug in example.partnerships}

    assert linked <= {row.slug for row in PARTNERSHIPS}


@pytest.mark.django_db
def test_every_project_is_marked_and_linked(world):
    build_projects(by=SYSTEM, at=NOW)

    for example in PROJECTS:
        project = Project.objects.get(slug=example.slug)
        assert project.is_example
        assert project.touches.count() == len(example.partnerships)
        assert project.themes.count() == len(example.themes)


@pytest.mark.django_db
def test_they_are_built_once(world):
    build_projects(by=SYSTEM, at=NOW)

    assert build_projects(by=SYSTEM, at=NOW) == []
    assert Project.objects.count() == len(PROJECTS)


@pytest.mark.django_db
def test_every_theme_exists(world):
    wanted = {slug for example in PROJECTS for slug in example.themes}

    assert set(Theme.objects.filter(slug__in=wanted).values_list("slug", flat=True)) == wanted
