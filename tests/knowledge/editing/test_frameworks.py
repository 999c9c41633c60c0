"""Frameworks with their parts in the back office: staff only, each change in the ledger, the tree stays whole."""

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from steunpunt.foundation.access import Actor
from steunpunt.foundation.ledger.models import LedgerEntry
from steunpunt.foundation.ledger.queries import history_of
from steunpunt.knowledge.actions.frameworks import load_frameworks
from steunpunt.knowledge.actions.shipped import shipped_crosswalks, shipped_frameworks
from steunpunt.knowledge.models import Criterion, Crosswalk, Framework, Level, Rank
from tests.factories.foundation import UserFactory, sign_in_staff
from tests.factories.knowledge import (
    CriterionFactory,
    CrosswalkFactory,
    FrameworkFactory,
    LevelFactory,
    RegulationFactory,
)
from tests.knowledge.making import NOW

pytestmark = pytest.mark.django_db
MAKERS = {
    "framework": FrameworkFactory,
    "level": LevelFactory,
    "criterion": CriterionFactory,
    "crosswalk": CrosswalkFactory,
    "regulation": RegulationFactory,
}


@pytest.fixture
def staff(client):
    """Staff with the right that the portal gives to everybody who works there."""
    account = sign_in_staff(client)
    account.user_permissions.add(Permission.objects.get(codename="access_admin"))
    return client


def facts_of(framework, **given):
    return {
        "title": framework.title,
        "slug": framework.slug,
        "kind": "quality",
        "summary": "",
        "source": "",
        "in_force": "unknown",
        "valid_from": "",
        "valid_until": "",
        "replaced_by": "",
        "position": 0,
        **given,
    }


@pytest.mark.parametrize("name", MAKERS)
def test_staff_see_every_list_and_form(staff, name):
    row = MAKERS[name]()

    assert staff.get(reverse(f"{name}:index"), {"q": "iets"}).status_code == 200
    assert staff.get(reverse(f"{name}:add")).status_code == 200
    assert staff.get(reverse(f"{name}:edit", args=[row.pk])).status_code == 200


@pytest.mark.parametrize("name", MAKERS)
def test_others_see_none(client, name):
    account = UserFactory()
    account.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(account)

    assert client.get(reverse(f"{name}:index")).status_code in (302, 403, 404)


def test_a_framework_grows_without_a_programmer(staff):
    staff.post(reverse("framework:add"), facts_of(FrameworkFactory.build(title="Ons kader", slug="ons-kader")))
    framework = Framework.objects.get()
    staff.post(
        reverse("level:add"), {"framework": framework.pk, "code": "a", "title": "Begin", "text": "", "position": 0}
    )
    standard = {"framework": framework.pk, "rank": "standard", "parent": "", "code": "1", "title": "Visie"}
    staff.post(reverse("criterion:add"), standard | {"text": "", "article": "", "position": 0})
    other = CriterionFactory()
    walk = {"source": Criterion.objects.get(code="1", framework=framework).pk, "target": other.pk}
    staff.post(reverse("crosswalk:add"), walk | {"relation": "same", "note": ""})

    assert (Level.objects.count(), Crosswalk.objects.count()) == (1, 1)
    assert "Visie" in staff.get("/kaders/ons-kader/").text
    assert [entry.summary for entry in history_of(framework.reference)][::-1] == [
        "Kader toegevoegd: Ons kader",
        "Niveau toegevoegd: Begin",
        "Criterium toegevoegd: 1 Visie",
        f"Vergelijking van criteria toegevoegd: 1 Visie – {other}",
    ]


def test_a_change_is_recorded_with_old_and_new(staff):
    framework = FrameworkFactory(in_force="yes")

    staff.post(reverse("framework:edit", args=[framework.pk]), facts_of(framework, in_force="no"))

    assert history_of(framework.reference)[0].changes == {"geldend?": ["geldt nu", "geldt niet meer"]}


def test_saving_without_a_change_leaves_no_line(staff):
    framework = FrameworkFactory()

    staff.post(reverse("framework:edit", args=[framework.pk]), facts_of(framework))

    assert not LedgerEntry.objects.filter(deed__startswith="framework").exists()


def test_a_framework_does_not_replace_itself_by_a_detour(staff):
    old = FrameworkFactory()
    new = FrameworkFactory(replaced_by=old)

    response = staff.post(reverse("framework:edit", args=[old.pk]), facts_of(old, replaced_by=new.pk))

    assert "met een omweg zichzelf" in response.text
    assert Framework.objects.get(pk=old.pk).replaced_by is None


def test_an_end_before_the_begin_is_refused(staff):
    framework = FrameworkFactory()
    facts = facts_of(framework, valid_from="2026-01-01", valid_until="2020-01-01")

    assert "einddatum moet na de begindatum" in staff.post(reverse("framework:edit", args=[framework.pk]), facts).text


def test_a_criterion_stands_only_in_its_own_tree(staff):
    point = CriterionFactory(rank=Rank.ASPECT)
    facts = {
        "framework": point.framework.pk,
        "rank": "aspect",
        "parent": CriterionFactory().pk,
        "code": point.code,
        "title": point.title,
        "text": "",
        "article": "",
        "position": 0,
    }

    response = staff.post(reverse("criterion:edit", args=[point.pk]), facts)

    assert "Dit past niet in de boom." in response.text
    assert Criterion.objects.get(pk=point.pk).parent is None


def test_a_criterion_is_not_compared_within_its_framework(staff):
    one = CriterionFactory()
    other = CriterionFactory(framework=one.framework)
    facts = {"source": one.pk, "target": other.pk, "relation": "same", "note": ""}

    assert "uit een ander kader" in staff.post(reverse("crosswalk:add"), facts).text
    assert not Crosswalk.objects.exists()


def test_a_part_can_be_added_from_its_framework(staff):
    framework = FrameworkFactory()

    page = staff.get(reverse("criterion:add"), {"framework": framework.pk}).text

    assert f'<option value="{framework.pk}" selected>' in page


def test_what_another_framework_points_to_stays(staff):
    new = FrameworkFactory()
    FrameworkFactory(replaced_by=new)

    response = staff.post(reverse("framework:delete", args=[new.pk]), follow=True)

    assert "nog in gebruik" in response.text
    assert Framework.objects.filter(pk=new.pk).exists()


def test_a_shipped_framework_that_staff_removed_does_not_come_back(staff):
    system = {"by": Actor.for_system("kennis"), "at": NOW}
    load_frameworks(shipped_frameworks(), shipped_crosswalks(), **system)
    framework = Framework.objects.get(slug="doorlopende-lijn")

    staff.post(reverse("framework:delete", args=[framework.pk]))
    load_frameworks(shipped_frameworks(), shipped_crosswalks(), **system)

    assert not Framework.objects.filter(slug="doorlopende-lijn").exists()
