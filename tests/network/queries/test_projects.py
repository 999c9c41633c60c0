"""Projects in the surroundings."""

from datetime import date

import pytest

from steunpunt.foundation.access import Actor
from steunpunt.network.queries.projects import partnership_slugs_of, project_by_slug, projects_of, projects_on
from tests.factories.network import PartnershipFactory, ProjectFactory, ProjectPartnershipFactory

DAY = date(2026, 11, 22)
VISITOR = Actor.visitor()
pytestmark = pytest.mark.django_db


def test_running_projects_come_first_and_ended_ones_last():
    ProjectFactory(title="A afgelopen", valid_until=date(2024, 8, 1))
    ProjectFactory(title="B straks", valid_from=date(2027, 8, 1))
    ProjectFactory(title="C loopt")

    assert [one.title for one in projects_on(VISITOR, DAY)] == ["C loopt", "B straks", "A afgelopen"]


def test_project_counts_its_partnerships():
    project = ProjectFactory()
    for _turn in range(2):
        ProjectPartnershipFactory(project=project)

    assert projects_on(VISITOR, DAY).get().partnerships == 2


def test_project_and_partnership_find_each_other():
    link = ProjectPartnershipFactory(partnership=PartnershipFactory(slug="alfa"))

    assert projects_of(link.partnership, VISITOR) == [link.project]
    assert partnership_slugs_of(link.project) == ["alfa"]


def test_unknown_project():
    assert project_by_slug(VISITOR, "bestaat-niet") is None
