"""The simple lists in the back office: staff only, each change in the ledger, what is in use stays."""

from datetime import date

import pytest
from django.contrib.auth.models import Permission
from django.urls import NoReverseMatch, reverse

from steunpunt.foundation.ledger.models import LedgerEntry
from steunpunt.foundation.ledger.queries import history_of
from steunpunt.network.models import Region, RegionSite, Role, RoleAlias, Scenario, Theme
from steunpunt.network.queries.references import reference_of
from tests.factories.foundation import UserFactory, sign_in_staff
from tests.factories.network import (
    RegionFactory,
    RegionSiteFactory,
    RoleFactory,
    ScenarioFactory,
    ThemeContactFactory,
    ThemeFactory,
)

pytestmark = pytest.mark.django_db
NAMES = ["theme", "role", "region", "scenario"]


@pytest.fixture
def staff(client):
    """Staff with the right that the portal gives to everybody who works there."""
    account = sign_in_staff(client)
    account.user_permissions.add(Permission.objects.get(codename="access_admin"))
    return client


@pytest.mark.parametrize("name", NAMES)
def test_staff_see_every_list(staff, name):
    {"theme": ThemeFactory, "role": RoleFactory, "region": RegionFactory, "scenario": ScenarioFactory}[name]()

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
    assert (entry.summary, entry.changes["trefwoorden"]) == ("Thema toegevoegd: Inductie", [None, "starters"])


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
    region = RegionFactory(name="Testregio Oost")

    staff.post(reverse("region:delete", args=[region.pk]))

    assert not Region.objects.exists()
    assert history_of(reference_of(region))[0].summary == "Regio weggehaald: Testregio Oost"


def test_a_region_with_schools_in_it_stays_with_all_of_them(staff):
    region = RegionFactory()
    RegionSiteFactory.create_batch(3, region=region)

    response = staff.post(reverse("region:delete", args=[region.pk]), follow=True)

    assert "nog in gebruik" in response.content.decode()
    assert RegionSite.objects.filter(region=region).count() == 3
    assert not LedgerEntry.objects.filter(deed="region-removed").exists()


@pytest.mark.parametrize("page", ["edit", "delete"])
def test_no_page_counts_uses_that_nobody_counted(staff, page):
    place = RegionSiteFactory()

    text = staff.get(reverse(f"region:{page}", args=[place.region.pk])).content.decode()

    assert "verwijzing" not in text


def _facts(role, **others):
    return {"title": role.title, "code": role.code, "description": "", "source": "", "position": 0, **others}


def _opened(staff, role):
    """What the form hides of what stood there when it was opened."""
    return staff.get(reverse("role:edit", args=[role.pk])).context["form"]["seen"].value()


def test_the_second_editor_is_told_what_stands_there_now(staff):
    role = RoleFactory(title="Schoolopleider")
    seen = _opened(staff, role)
    staff.post(reverse("role:edit", args=[role.pk]), _facts(role, title="Eerste", seen=seen))

    response = staff.post(reverse("role:edit", args=[role.pk]), _facts(role, title="Tweede", seen=seen))

    text = response.content.decode()
    assert "Iemand anders heeft dit gewijzigd terwijl jij bezig was. Nu staat er: naam “Eerste”." in text
    assert 'value="Tweede"' in text
    assert Role.objects.get().title == "Eerste"


def test_nothing_and_nought_are_told_apart(staff):
    role = RoleFactory(description="Eerst", position=0)
    seen = _opened(staff, role)
    staff.post(reverse("role:edit", args=[role.pk]), _facts(role, description="", position=0, seen=seen))

    facts = _facts(role, description="Daarna", position=5, seen=seen)
    response = staff.post(reverse("role:edit", args=[role.pk]), facts)

    assert "Nu staat er: omschrijving “leeg”; volgorde “0”." in response.content.decode()


def test_who_has_read_the_change_may_save(staff):
    role = RoleFactory(title="Schoolopleider")
    seen = _opened(staff, role)
    staff.post(reverse("role:edit", args=[role.pk]), _facts(role, title="Eerste", seen=seen))
    refused = staff.post(reverse("role:edit", args=[role.pk]), _facts(role, title="Tweede", seen=seen))

    fresh = refused.context["form"]["seen"].value()
    staff.post(reverse("role:edit", args=[role.pk]), _facts(role, title="Tweede", seen=fresh))

    assert Role.objects.get().title == "Tweede"


def test_a_wrong_form_still_knows_what_its_editor_saw(staff):
    role = RoleFactory(title="Schoolopleider")
    seen = _opened(staff, role)

    refused = staff.post(reverse("role:edit", args=[role.pk]), _facts(role, title="", seen=seen))

    assert refused.context["form"]["seen"].value() == seen


def test_staff_enter_what_a_role_is_also_called(staff):
    role = RoleFactory()

    staff.post(reverse("role:edit", args=[role.pk]), _facts(role, alias="opleider in de school"))

    alias = RoleAlias.objects.get()
    assert (alias.role, alias.partnership, alias.title) == (role, None, "opleider in de school")
    assert staff.get(reverse("role:edit", args=[role.pk])).context["form"]["alias"].value() == alias.title


def test_a_new_role_can_have_another_name_at_once(staff):
    facts = {"title": "coach", "code": "coach", "description": "", "source": "", "position": 1, "alias": "begeleider"}

    staff.post(reverse("role:add"), facts)

    assert RoleAlias.objects.get().role.code == "coach"


def test_the_back_office_has_no_list_of_projects():
    with pytest.raises(NoReverseMatch):
        reverse("project:index")
