"""The lists that every installation begins with."""

from datetime import UTC, datetime

import pytest

from steunpunt.foundation.ledger.models import LedgerEntry
from steunpunt.network.actions.lists import load_lists
from steunpunt.network.models import Role, Scenario, Theme

pytestmark = pytest.mark.django_db
AT = datetime(2026, 9, 1, 9, tzinfo=UTC)


def test_lists_are_loaded_once():
    first, second = load_lists(at=AT), load_lists(at=AT)

    assert first["rollen"] == Role.objects.count() == 16
    assert second == {"rollen": 0, "thema's": 0, "scenario's": 0}
    assert LedgerEntry.objects.filter(deed="lists-loaded").count() == 1


def test_coordinator_and_programme_leader_manage():
    load_lists(at=AT)

    managing = Role.objects.filter(manages_partnership=True).values_list("code", flat=True)
    assert sorted(managing) == ["coordinerend-schoolopleider", "programmaleider"]


def test_every_role_names_its_source():
    load_lists(at=AT)

    assert not Role.objects.filter(source="").exists()


def test_themes_are_two_deep():
    load_lists(at=AT)

    assert Theme.objects.filter(parent__parent__isnull=False).count() == 0
    assert Theme.objects.get(slug="werkplekbegeleiding").parent.slug == "begeleiding"


def test_scenario_b_is_empty():
    load_lists(at=AT)

    assert list(Scenario.objects.values_list("code", "title", "description"))[1] == ("B", "", "")


def test_what_staff_changed_stays():
    load_lists(at=AT)
    Theme.objects.filter(slug="begeleiding").update(title="Begeleiding op school")
    Scenario.objects.filter(code="B").update(title="Gevonden")

    load_lists(at=AT)

    assert Theme.objects.get(slug="begeleiding").title == "Begeleiding op school"
    assert Scenario.objects.get(code="B").title == "Gevonden"
