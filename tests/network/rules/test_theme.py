"""The tree of themes has no circles."""

import pytest

from steunpunt.network.models import Theme
from steunpunt.network.rules.theme import can_stand_under
from tests.factories.network import ThemeFactory

pytestmark = pytest.mark.django_db


def test_not_under_itself_or_below_itself():
    top = ThemeFactory()
    middle = ThemeFactory(parent=top)
    leaf = ThemeFactory(parent=middle)

    assert [can_stand_under(top, parent) for parent in (top, middle, leaf, ThemeFactory())] == [
        False,
        False,
        False,
        True,
    ]


def test_a_new_theme_stands_under_any():
    assert can_stand_under(Theme(title="Nieuw"), ThemeFactory())
