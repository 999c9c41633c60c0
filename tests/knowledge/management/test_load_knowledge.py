"""The command that puts frameworks and regulations in place, and the one that `prepare` runs."""

import pytest
from django.core.management import call_command

from steunpunt.knowledge.models import Criterion, Crosswalk, Framework, Level, Regulation

pytestmark = pytest.mark.django_db


def test_everything_that_is_shipped_comes_in_and_a_second_time_changes_nothing(capsys):
    call_command("load_knowledge")
    call_command("prepare_knowledge")

    said = capsys.readouterr().out.splitlines()
    assert said[0] == f"kaders: {Framework.objects.count()} nieuw of bijgewerkt"
    assert said[1] == f"regelingen: {Regulation.objects.count()} nieuw of bijgewerkt"
    assert said[2:] == ["kaders: 0 nieuw of bijgewerkt", "regelingen: 0 nieuw of bijgewerkt"]


def test_the_shipped_frameworks_hang_together():
    call_command("load_knowledge")

    assert Framework.objects.get(slug="nvao-2013-opleidingsschool").replaced_by.slug == "kwaliteitskader-2021"
    assert Criterion.objects.filter(framework__slug="kwaliteitskader-2021", parent=None).count() == 4
    assert Level.objects.all()[0].code == "in-opleiding"
    assert Crosswalk.objects.count() > 20
    assert all(row.themes.exists() for row in Regulation.objects.all())
