"""The kind `top3` as the engine uses it."""

from django.template.loader import render_to_string

from steunpunt.activities.kind import kind_of

from .making import check_contents, check_example, check_forms, contributed, page, words_of
from .test_top3_tally import SETTINGS, VOICES, voice

KIND = kind_of("top3")


def test_the_example_holds():
    check_example(KIND)
    check_forms(KIND)
    check_contents(KIND)


def test_erased_leaves_no_words():
    content = {"wishes": [{"n": 1, "theme": "t1", "text": "Vraag Anna"}], "next": 2}

    assert words_of(KIND.erased(content)) == {"t1"}


def test_the_most_shared_wishes_are_found_and_become_cards():
    standing = KIND.tally(SETTINGS, VOICES)

    assert KIND.findings(standing) == [
        "Randvoorwaarden: ‘ tijd. ’ is het vaakst gewenst, door 2 van de 4.",
        "Onderzoek: ‘Een onderzoeksagenda’ is het vaakst gewenst, door 2 van de 4.",
        "Zonder wens: ‘Samenwerking’, ‘Personeelsbeleid’, ‘Kwaliteitszorg’.",
    ]
    assert [card.title for card in KIND.cards(standing)][:2] == [" tijd. ", "Een onderzoeksagenda"]


def test_the_export_has_every_wish_as_it_was_written():
    rows = KIND.export(SETTINGS, [voice(1, ("t1", "Tijd"), group="Tafel 1"), voice(2, ("t1", "tijd"))]).rows

    assert rows == (
        ("v1", "Tafel 1", "Randvoorwaarden", "Tijd", "Tijd"),
        ("v2", "", "Randvoorwaarden", "tijd", "Tijd"),
    )


def test_script_in_a_wish_stays_text_everywhere():
    voices = contributed([{"wishes": [{"n": 1, "theme": "t1", "text": "<script>alert(1)</script>"}], "next": 2}] * 2)
    standing = KIND.tally(SETTINGS, voices)
    form = KIND.arrange_form(None, settings=SETTINGS, standing=standing)
    pages = [page(KIND, part, SETTINGS, voices) for part in ("standing", "poster", "report")]

    assert all("<script>" not in one for one in [*pages, render_to_string(KIND.template("arrange"), {"form": form})])
