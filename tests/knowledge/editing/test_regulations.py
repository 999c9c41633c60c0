"""Regulations in the back office: sectors are ticked, themes are told by their titles."""

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from steunpunt.foundation.ledger.queries import history_of
from steunpunt.knowledge.models import Regulation
from tests.factories.foundation import sign_in_staff
from tests.factories.knowledge import RegulationFactory
from tests.factories.network import ThemeFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff(client):
    """Staff with the right that the portal gives to everybody who works there."""
    account = sign_in_staff(client)
    account.user_permissions.add(Permission.objects.get(codename="access_admin"))
    return client


def facts_of(regulation, **given):
    names = ("bwbr", "title", "kind", "summary", "in_force", "text_as_of")
    return {name: getattr(regulation, name) for name in names} | {"signed_on": "", **given}


def test_a_change_is_told_with_the_titles_of_themes(staff):
    regulation = RegulationFactory(sectors=["po"])
    theme = ThemeFactory(title="Bekostiging")

    staff.post(
        reverse("regulation:edit", args=[regulation.pk]),
        facts_of(regulation, sectors=["po", "vo"], themes=[theme.pk]),
    )

    assert Regulation.objects.get().sectors == ["po", "vo"]
    assert history_of(regulation.reference)[0].changes == {
        "sectoren": ["po", "po, vo"],
        "thema's": ["", "Bekostiging"],
    }


def test_who_clashes_reads_the_titles_of_the_themes_that_stand_there(staff):
    regulation = RegulationFactory()
    page = staff.get(reverse("regulation:edit", args=[regulation.pk]))
    seen = page.context["form"].initial["seen"]
    regulation.themes.set([ThemeFactory(title="Bekostiging", position=1), ThemeFactory(title="Inductie", position=2)])

    answer = staff.post(
        reverse("regulation:edit", args=[regulation.pk]),
        facts_of(regulation, seen=seen, themes=[ThemeFactory(title="Toezicht").pk]),
    )

    assert "“Bekostiging, Inductie”" in answer.content.decode()
    assert [theme.title for theme in regulation.themes.all()] == ["Bekostiging", "Inductie"]


def test_one_is_added(staff):
    regulation = RegulationFactory.build(bwbr="BWBR0000009", title="Nieuwe regeling")

    staff.post(reverse("regulation:add"), facts_of(regulation, sectors=["mbo"]))

    stored = Regulation.objects.get()
    assert history_of(stored.reference)[0].summary == "Wet of regeling toegevoegd: Nieuwe regeling"


def test_one_that_goes_is_remembered_by_its_number(staff):
    regulation = RegulationFactory(bwbr="BWBR0000009")

    staff.post(reverse("regulation:delete", args=[regulation.pk]))

    assert history_of(regulation.reference)[0].changes == {"BWBR-nummer": ["BWBR0000009", None]}
