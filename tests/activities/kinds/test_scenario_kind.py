"""The kind `scenario` as the engine uses it."""

from steunpunt.activities.kind import Contributed, kind_of

from .making import check_contents, check_example, check_forms, contributed, page, words_of
from .test_scenario_tally import SETTINGS, counted, voices

KIND = kind_of("scenario")


def test_the_example_holds():
    check_example(KIND)
    check_forms(KIND)
    check_contents(KIND)


def test_erased_leaves_no_words_and_the_same_positions():
    content = {
        "now": "a",
        "wanted": "c",
        "asks": ["Vraag Anna"],
        "partners": {"p1": {"goal": "Ook zij", "interest": ""}},
    }
    erased = KIND.erased(content)

    before, after = (KIND.tally(SETTINGS, contributed([one] * 5)) for one in (content, erased))
    assert words_of(erased) == {"a", "c"}
    assert counted(before) == counted(after)


def test_findings_compare_with_the_earlier_session():
    first = KIND.tally(SETTINGS, voices(*[("a", "a")] * 5, *[("a", "c")] * 5))
    later = KIND.tally(
        {**SETTINGS, "earlier": KIND.as_earlier(first, "mei")}, voices(*[("a", "c")] * 6, *[("c", "c")] * 2)
    )

    assert KIND.findings(later) == [
        "Nu past A, ‘Schoolgebonden werkplekleren’ het vaakst: bij 6 van de 8.",
        "C, ‘Interinstitutioneel professionaliseren’ is het vaakst gewenst: door 8 van de 8.",
        "6 van de 8 willen een ander scenario dan nu past.",
        "Gewenst door 0%: A, ‘Schoolgebonden werkplekleren’ (mei: 50%).",
        "Gewenst door 100%: C, ‘Interinstitutioneel professionaliseren’ (mei: 50%).",
    ]


def test_of_a_small_session_nothing_is_kept_or_found():
    small = KIND.tally(SETTINGS, voices(*[("a", "c")] * 4))

    assert KIND.as_earlier(small, "mei") == {"title": "mei", "now": {}, "wanted": {}}
    assert KIND.findings(small) == []


def test_what_is_asked_becomes_cards():
    standing = KIND.tally(SETTINGS, voices(*[("a", "c")] * 5, asks=["Een open houding"]))

    assert [(card.title, card.text) for card in KIND.cards(standing)] == [
        ("Een open houding", "Interinstitutioneel professionaliseren")
    ]


def test_the_export_has_everything_that_was_brought_in():
    content = {"now": "a", "wanted": "none", "asks": ["Tijd"], "partners": {"p1": {"goal": "Leren", "interest": ""}}}

    assert KIND.export(SETTINGS, [Contributed("v1", content)]).rows == (
        ("v1", "doel", "School", "Leren"),
        ("v1", "gewenst", "", "geen van deze"),
        ("v1", "past nu", "", "Schoolgebonden werkplekleren"),
        ("v1", "vraagt", "", "Tijd"),
    )


def test_script_in_words_stays_text_everywhere():
    content = {
        "now": "a",
        "wanted": "c",
        "asks": ["<script>"],
        "partners": {"p1": {"goal": "<script>", "interest": ""}},
    }

    assert all(
        "<script>" not in page(KIND, part, SETTINGS, contributed([content] * 5))
        for part in ("standing", "poster", "report")
    )
