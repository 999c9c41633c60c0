"""The kind `mirror` as the engine uses it."""

from steunpunt.activities.kind import kind_of
from steunpunt.activities.kinds.mirror.tally import ATTENTION, GOOD

from .making import check_contents, check_example, check_forms, page, words_of
from .test_mirror_tally import SETTINGS, VOICES, voice

KIND = kind_of("mirror")


def test_the_example_holds():
    check_example(KIND)
    check_forms(KIND)
    check_contents(KIND)


def test_erased_leaves_no_words():
    erased = KIND.erased(voice(1, ("t1", GOOD, "Vraag Anna", "Zij weet het"), supports=["v2:1"]).content)

    assert words_of(erased) == {"t1", GOOD, "v2:1"}


def test_findings_say_what_most_recognise_and_where_attention_is_asked():
    voices = [*VOICES, voice(4, ("t5", ATTENTION, "Geen onderzoeksagenda"))]

    assert KIND.findings(KIND.tally(SETTINGS, voices)) == [
        "Dit gaat goed: ‘Taken zijn vastgelegd’, herkend door 3 van de 4.",
        "Dit vraagt aandacht: ‘De stuurgroep mag meer sturen’, herkend door 3 van de 4.",
        "De meeste aandachtspunten, 2, staan bij ‘Onderzoek bij de academische kop’.",
    ]
    assert KIND.findings(KIND.tally(SETTINGS, [])) == []


def test_points_of_attention_become_cards():
    cards = KIND.cards(KIND.tally(SETTINGS, VOICES))

    assert [(card.title, card.text) for card in cards] == [
        ("De stuurgroep mag meer sturen", "Integrale kwaliteitszorg"),
        ("Kennis blijft in de school", "Onderzoek bij de academische kop"),
    ]


def test_the_export_has_points_and_supports():
    rows = KIND.export(SETTINGS, VOICES).rows

    assert ("v1", "groep 1", "Integrale kwaliteitszorg", "vraagt aandacht", "De stuurgroep mag meer sturen", "") in rows
    assert ("v2", "groep 2", "", "herkent ook", "Kennis blijft in de school", "") in rows


def test_script_in_a_point_stays_text_everywhere():
    voices = [voice(1, ("t1", GOOD, "<script>alert(1)</script>", "<script>"))]

    assert all("<script>" not in page(KIND, part, SETTINGS, voices) for part in ("standing", "poster", "report"))
