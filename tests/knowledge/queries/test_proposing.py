"""Themes that fit a text, and items that look alike."""

import pytest

from steunpunt.foundation.access import Actor
from steunpunt.knowledge.models import Audience
from steunpunt.knowledge.queries.proposing import lookalikes, proposed_themes, text_of
from tests.factories.knowledge import ItemFileFactory, KnowledgeItemFactory
from tests.factories.network import ThemeFactory

pytestmark = pytest.mark.django_db
TEXT = "De werkplekbegeleider voert met de student een gesprek over begeleiding op de werkplek."


def test_three_themes_fit_best_first():
    for title, words in (
        ("Begeleiden", "werkplekbegeleider, begeleiding, werkplek"),
        ("Bekostiging", "subsidie, verantwoording"),
        ("Onderzoek", "praktijkonderzoek"),
        ("Plaatsing", "stageplek"),
    ):
        ThemeFactory(title=title, keyword_line=words)

    found = [theme.title for theme in proposed_themes(TEXT)]

    assert found[0] == "Begeleiden"
    assert len(found) == 3
    assert proposed_themes("  ") == []


def test_a_copy_is_seen_and_the_same_subject_is_not():
    copied = KnowledgeItemFactory(version__title="Startgesprek", version__outcome=TEXT)
    KnowledgeItemFactory(version__title="Startgesprek voor zij-instromers", version__outcome="Een heel ander verhaal.")
    KnowledgeItemFactory(version__title="Startgesprek", version__outcome=TEXT, audience=Audience.MEMBERS)
    own = KnowledgeItemFactory(version__title="Startgesprek", version__outcome=TEXT + " Op de Regenboog.")

    found = lookalikes(Actor.visitor(), own, text_of(own.live))

    assert [one.slug for one in found] == [copied.slug]


def test_the_text_of_a_file_counts():
    item = KnowledgeItemFactory()
    item.live.files.add(ItemFileFactory(item=item, text="kringgesprek"))

    assert "kringgesprek" in text_of(item.live)
