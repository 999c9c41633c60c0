"""What is asked before a question goes to the agenda."""

import pytest

from steunpunt.foundation.access import Actor
from steunpunt.knowledge.forms.handing_on import BringForm
from tests.factories.foundation import EditorFactory
from tests.factories.network import ThemeFactory

pytestmark = pytest.mark.django_db


def test_it_needs_a_question_a_level_and_a_theme():
    actor = Actor.of(EditorFactory())
    themes = ThemeFactory.create_batch(4)

    assert BringForm({}, actor=actor).errors == {
        "text": ["Schrijf de vraag op."],
        "level": ["Kies een niveau."],
        "themes": ["Kies minstens één thema."],
    }
    too_many = BringForm({"text": "Wat?", "level": "nation", "themes": [one.pk for one in themes]}, actor=actor)
    assert list(too_many.errors) == ["themes"]
    assert BringForm({"text": "Wat?", "level": "nation", "themes": [themes[0].pk]}, actor=actor).is_valid()
