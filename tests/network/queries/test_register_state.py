"""How far back and how fresh the register is."""

from datetime import date

import pytest

from steunpunt.network.models import RegisterScope
from steunpunt.network.queries.register_state import register_begins_on, register_state
from tests.factories.network import BoardFactory, SiteFactory

pytestmark = pytest.mark.django_db


def test_begins_with_the_first_site():
    BoardFactory(version__valid_from=date(2000, 1, 1))
    SiteFactory(version__valid_from=date(2024, 11, 22))

    assert register_begins_on() == date(2024, 11, 22)


def test_empty_register_has_no_begin():
    assert register_begins_on() is None


def test_state_by_kind_and_sector():
    for sector in ("vo", "po"):
        RegisterScope.objects.create(kind="school_site", sector=sector, reference_date=date(2024, 11, 22), source="DUO")

    assert [one.sector for one in register_state()] == ["po", "vo"]
