"""Loading the example: only in the example, only once, and the register before anything else."""

import gzip
import io
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from steunpunt.examples.load import load_example, require_no_real_data
from steunpunt.examples.world import PARTNERSHIPS
from steunpunt.network.models import Organisation, RegisterImport, Theme
from tests.factories.foundation import UserFactory
from tests.factories.network import PartnershipFactory

NOW = datetime(2026, 9, 1, 12, tzinfo=UTC)
DATA = Path(__file__).resolve().parents[1] / "data"
EXCERPTS = {"scholen_2024-11-22.csv.gz": "scholen_2024_deel.csv", "vo_vestigingen_2025.csv.gz": "vo_2025_deel.csv"}


@pytest.mark.django_db
def test_a_world_that_stands_is_left_as_it_is():
    PartnershipFactory(slug=PARTNERSHIPS[-1].slug, is_example=True)

    assert not load_example(at=NOW)
    assert RegisterImport.objects.count() == 0


@pytest.mark.django_db
@pytest.mark.parametrize("real", [UserFactory, PartnershipFactory])
def test_a_database_of_real_people_is_refused(real):
    """`DATABASE_URL=… ./run` must not fill somebody's own platform with invented people."""
    real()

    with pytest.raises(CommandError, match="echte accounts of partnerschappen"):
        call_command("load_example", stdout=io.StringIO())
    assert RegisterImport.objects.count() == 0
    assert not Theme.objects.exists()


@pytest.mark.django_db
def test_a_database_of_an_example_is_not_somebody_s_own():
    """Whoever tried things there has an account, and a newer version brings another partnership."""
    PartnershipFactory(is_example=True)
    UserFactory()

    require_no_real_data()


def test_production_refuses_examples(settings):
    settings.EXAMPLE_MODE = False

    with pytest.raises(CommandError, match="alleen in de voorbeeldstand"):
        call_command("load_example", stdout=io.StringIO())


@pytest.mark.django_db(transaction=True)
def test_the_register_that_comes_along_is_read_once(settings, tmp_path):
    shutil.copytree(settings.REGISTER_DIR, tmp_path / "data")
    for shipped, excerpt in EXCERPTS.items():
        with gzip.open(tmp_path / "data" / "register" / shipped, "wb") as file:
            file.write((DATA / excerpt).read_bytes())
    settings.REGISTER_DIR = tmp_path / "data"
    first, second = io.StringIO(), io.StringIO()

    call_command("load_register", stdout=first)
    call_command("load_register", stdout=second)

    assert "7 bestanden ingelezen" in first.getvalue()
    assert "was al ingelezen" in second.getvalue()
    assert Organisation.objects.filter(kind="training_institution").count() == 87
