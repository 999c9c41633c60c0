"""Themes as a tree, with who can be called about them."""

from datetime import date

import pytest

from steunpunt.foundation.access import Actor
from steunpunt.network.queries.themes import contacts_for, theme_by_slug, theme_tree, themes_below
from tests.factories.network import PartnershipFactory, ThemeContactFactory, ThemeFactory

DAY = date(2026, 11, 22)
VISITOR = Actor.visitor()
pytestmark = pytest.mark.django_db


@pytest.fixture
def parent():
    return ThemeFactory(slug="begeleiden", position=1)


def test_branch_counts_a_partnership_once(parent):
    child = ThemeFactory(parent=parent)
    partnership = PartnershipFactory()
    ThemeContactFactory(partnership=partnership, theme=parent)
    ThemeContactFactory(partnership=partnership, theme=child)

    tree = theme_tree(VISITOR, DAY)

    assert [(one.theme, one.partnerships, [below.partnerships for below in one.below]) for one in tree] == [
        (parent, 1, [1])
    ]


def test_contacts_of_what_falls_under_a_theme_count_too(parent):
    contact = ThemeContactFactory(theme=ThemeFactory(parent=parent))
    ThemeContactFactory()

    assert list(contacts_for(parent, VISITOR, DAY)) == [contact]


def test_themes_below(parent):
    child = ThemeFactory(parent=parent)

    assert themes_below(parent, VISITOR) == [child]


def test_theme_by_slug(parent):
    assert (theme_by_slug(VISITOR, "begeleiden"), theme_by_slug(VISITOR, "niets")) == (parent, None)
