"""Loading regulations: once, again, with changes of the file, and after somebody changed something by hand."""

from datetime import date

import pytest

from steunpunt.foundation.access import Actor
from steunpunt.foundation.ledger.models import LedgerEntry
from steunpunt.foundation.ledger.queries import history_of
from steunpunt.knowledge.actions.regulations import load_regulations, note_edit
from steunpunt.knowledge.actions.shipped import RegulationLine
from steunpunt.knowledge.models import Regulation
from tests.factories.foundation import staff_actor
from tests.factories.network import ThemeFactory
from tests.knowledge.making import NOW

SYSTEM = Actor.for_system("kennis")
pytestmark = pytest.mark.django_db


def line(**given):
    facts = {
        "title": "Regeling proef",
        "kind": "wet",
        "signed_on": date(2009, 4, 27),
        "text_as_of": "",
        "in_force": "no",
        "summary": "Wat erin staat.",
        "sectors": ["po"],
    }
    themes = given.pop("themes", ["bekostiging"])
    return RegulationLine("BWBR0000001", facts | given, themes)


def load(one):
    return load_regulations([one], by=SYSTEM, at=NOW)


@pytest.fixture(autouse=True)
def theme():
    return ThemeFactory(slug="bekostiging", title="Bekostiging")


def test_a_regulation_is_loaded_with_its_themes(theme):
    load(line(themes=["bekostiging", "onbekend"]))

    regulation = Regulation.objects.get()
    assert (regulation.title, list(regulation.themes.all())) == ("Regeling proef", [theme])


def test_loading_again_changes_nothing():
    assert [load(line()), load(line())] == [1, 0]
    assert LedgerEntry.objects.count() == 1


def test_a_changed_file_updates_and_tells_what_was():
    load(line())
    ThemeFactory(slug="erkenning", title="Erkenning")

    load(line(in_force="unknown", themes=["erkenning"]))

    entry = history_of(Regulation.objects.get().reference)[0]
    assert entry.changes == {"geldend?": ["geldt niet meer", "onbekend"], "thema's": ["Bekostiging", "Erkenning"]}


def test_what_somebody_changed_by_hand_stays():
    load(line())
    regulation = Regulation.objects.get()
    note_edit(regulation, "changed", "%(what)s gewijzigd: %(name)s", {}, by=staff_actor(), at=NOW)

    assert load(line(summary="Uit het bestand.")) == 0
    assert Regulation.objects.get().summary == "Wat erin staat."


def test_what_somebody_removed_by_hand_does_not_come_back():
    load(line())
    regulation = Regulation.objects.get()
    changes = {"BWBR-nummer": ["BWBR0000001", None]}
    note_edit(regulation, "removed", "%(name)s", changes, by=staff_actor(), at=NOW)
    regulation.delete()

    assert load(line()) == 0
    assert not Regulation.objects.exists()
