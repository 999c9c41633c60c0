"""The table of roles and deeds in the docs is what the rules say."""

import os

import pytest

from .roles_table import DAY, FILE, World, table

pytestmark = pytest.mark.django_db


def test_docs_tell_what_the_rules_say():
    if os.environ.get("STEUNPUNT_WRITE_ROLES"):
        FILE.write_text(table())

    assert FILE.read_text() == table()


def test_nobody_but_staff_has_a_right_that_a_role_did_not_give():
    world = World()
    actors, deeds = world.actors(), world.deeds()
    reading = {"partnerschappen bekijken"}

    for name in ("bezoeker", "gast met link", "ingelogd", "redacteur zonder tweede stap"):
        assert {deed for deed, may in deeds.items() if may(actors[name])} - reading == set()


def test_role_of_a_coordinator_stays_within_the_own_partnership():
    world = World()
    coordinator = world.actors()["coördinator"]

    assert not world.deeds()["gegevens van een ander partnerschap wijzigen"](coordinator)


def test_day_of_the_table_lies_within_the_roles():
    assert World().affiliation.covers(DAY)
