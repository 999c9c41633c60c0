"""The simple lists in the back office: staff only, each change in the ledger, what is in use stays."""

from datetime import date

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from steunpunt.foundation.ledger.models import LedgerEntry
from steunpunt.foundation.ledger.queries import history_of
from steunpunt.network.models import Project, Region, Role, Scenario, Theme
from steunpunt.network.queries.references import reference_of
from tests.factories.foundation import UserFactory, sign_in_staff
from tests.factories.network import (
    ProjectFactory,
    RegionFactory,
    RoleFactory,
    ScenarioFactory,
    ThemeContactFactory,
    ThemeFactory,
)

pytestmark = pytest.mark.django_db
NAMES = ["theme", "role", "region", "project", "scenario"]


@pytest.fixture
def staff(client):
    """Staff with the right that the portal gives to everybody who works there."""
    account = sign_in_staff(client)
    account.user_permissions.add(Permission.objects.get(codename="access_admin"))
    return client


@pytest.mark.parametrize("name", NAMES)
def test_staff_see_every_list(staff, name):
    {"theme": ThemeFactory, "role": RoleFactory, "region": RegionFactory, "project": ProjectFactory}.get(
        name, ScenarioFactory
    )()

    assert staff.get(reverse(f"{name}:index")).status_code == 200


@pytest.mark.parametrize("name", NAMES)
def test_others_see_none(client, name):
    account = UserFactory()
    account.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(account)

    assert client.get(reverse(f"{name}:index")).status_code in (302, 403, 404)


@pytest.mark.parametrize("name", NAMES)
def test_a_search_finds_by_name(staff, name):
    assert staff.get(reverse(f"{name}:index"), {"q": "iets"}).status_code == 200


def test_a_theme_is_added_and_recorded(staff):
    facts = {"title": "Inductie", "slug": "inductie", "keyword_line": "starters", "parent": "", "position": 1}

    staff.post(reverse("theme:add"), facts)

    entry = history_of(reference_of(Theme.objects.get()))[0]
    assert (entry.summary, entry.changes["trefwoorden"]) == ("Thema toegevoegd: inductie", [None, "starters"])


def test_a_change_is_recorded_with_old_and_new(staff):
    role = RoleFactory(title="Schoolopleider")
    facts = {"title": "Opleider", "code": role.code, "description": "", "source": "", "position": 0}

    staff.post(reverse("role:edit", args=[role.pk]), facts)

    assert Role.objects.get().title == "Opleider"
    assert history_of(reference_of(role))[0].changes == {"naam": ["Schoolopleider", "Opleider"]}


def test_saving_without_a_change_leaves_no_line(staff):
    scenario = ScenarioFactory(code="B", title="")

    staff.post(
        reverse("scenario:edit", args=[scenario.pk]), {"code": "B", "title": "", "description": "", "source": ""}
    )

    assert not LedgerEntry.objects.filter(deed="scenario-changed").exists()


def test_the_empty_scenario_can_be_described(staff):
    scenario = ScenarioFactory(code="B", title="")
    facts = {"code": "B", "title": "Tussenvorm", "description": "", "source": "Platform"}

    staff.post(reverse("scenario:edit", args=[scenario.pk]), facts)

    assert Scenario.objects.get().title == "Tussenvorm"


def test_the_themes_of_a_project_are_recorded_by_name(staff):
    project, theme = ProjectFactory(), ThemeFactory(title="Inductie")
    facts = {"title": project.title, "slug": project.slug, "kind": "project", "summary": "", "website": ""}

    staff.post(reverse("project:edit", args=[project.pk]), {**facts, "themes": [theme.pk], "valid_from": "2020-08-01"})

    assert history_of(project.reference)[0].changes == {"thema's": ["", "Inductie"]}


def test_a_region_that_ends_before_it_begins_is_refused(staff):
    facts = {"name": "Oost", "kind": "working_area", "valid_from": "2026-08-01", "valid_until": "2020-01-01"}

    response = staff.post(reverse("region:add"), facts)

    assert "De einddatum moet na de begindatum liggen." in response.content.decode()
    assert not Region.objects.exists()


def test_a_region_is_added(staff):
    staff.post(reverse("region:add"), {"name": "Oost", "kind": "working_area", "valid_from": "2026-08-01"})

    assert Region.objects.get().valid_from == date(2026, 8, 1)


def test_a_theme_under_itself_by_a_detour_is_refused(staff):
    top = ThemeFactory()
    below = ThemeFactory(parent=top)
    facts = {"title": top.title, "slug": top.slug, "keyword_line": "", "parent": below.pk, "position": 0}

    response = staff.post(reverse("theme:edit", args=[top.pk]), facts)

    assert "met een omweg onder zichzelf" in response.content.decode()
    assert Theme.objects.get(pk=top.pk).parent is None


def test_what_is_in_use_stays(staff):
    theme = ThemeContactFactory().theme

    response = staff.post(reverse("theme:delete", args=[theme.pk]), follow=True)

    assert "nog in gebruik" in response.content.decode()
    assert Theme.objects.filter(pk=theme.pk).exists()


def test_what_is_not_in_use_goes_and_is_recorded(staff):
    project = ProjectFactory()

    staff.post(reverse("project:delete", args=[project.pk]))

    assert not Project.objects.exists()
    assert history_of(project.reference)[0].deed == "project-removed"
