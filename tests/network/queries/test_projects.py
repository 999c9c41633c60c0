"""Projects in the surroundings."""

from datetime import date

import pytest

from steunpunt.foundation.access import Actor
from steunpunt.network.queries.projects import (
    partnership_link,
    partnership_links,
    partnership_slugs_of,
    partnerships_to_link,
    project_by_slug,
    projects_of,
    projects_on,
    themes_to_choose,
)
from tests.factories.network import (
    PartnershipFactory,
    PartnershipVersionFactory,
    ProjectFactory,
    ProjectPartnershipFactory,
    ThemeFactory,
)

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


def test_links_are_named_as_on_the_day_or_as_last_known():
    ended = PartnershipFactory(version__name="Beëindigd", version__valid_until=date(2024, 8, 1))
    renamed = PartnershipFactory(version__name="Eerst zo", version__valid_until=date(2027, 8, 1))
    PartnershipVersionFactory(partnership=renamed, name="Straks zo", valid_from=date(2027, 8, 1))
    project = ProjectFactory()
    for partnership in (renamed, ended):
        ProjectPartnershipFactory(project=project, partnership=partnership)

    assert [row.name for row in partnership_links(project, DAY)] == ["Beëindigd", "Eerst zo"]


def test_a_link_of_another_project_is_not_found():
    link = ProjectPartnershipFactory()

    assert partnership_link(link.project, link.pk, DAY) == link
    assert partnership_link(ProjectFactory(), link.pk, DAY) is None


def test_what_belongs_already_is_no_choice():
    link = ProjectPartnershipFactory(partnership=PartnershipFactory(version__name="De Leerwerf"))
    other = PartnershipFactory(version__name="De Leerhoek")

    assert [one.public_id for one in partnerships_to_link(link.project, "leer", DAY)] == [other.slug]


def test_each_main_theme_is_followed_by_what_falls_under_it():
    second = ThemeFactory(title="Tweede", position=20)
    first = ThemeFactory(title="Eerste", position=10)
    ThemeFactory(title="Daaronder", position=5, parent=second)
    ThemeFactory(title="Hieronder", position=90, parent=first)

    assert [row.title for row in themes_to_choose(VISITOR)] == ["Eerste", "Hieronder", "Tweede", "Daaronder"]
