"""The kind `score` as the engine uses it."""

from steunpunt.activities.kind import kind_of
from steunpunt.activities.kinds.score.picture import plane_of

from .making import check_contents, check_example, check_forms, contributed, page, words_of
from .test_score_tally import SETTINGS, december_2016, given_by

KIND = kind_of("score")


def test_the_example_holds():
    check_example(KIND)
    check_forms(KIND)
    check_contents(KIND)


def test_erased_leaves_no_words_and_the_same_marks():
    content = {"parts": {"p1": {"result": 7, "ambition": 8, "remark": "Vraag Anna maar"}, "p2": {"remark": "Of Bert"}}}
    erased = KIND.erased(content)

    before, after = (KIND.tally(SETTINGS, contributed([one] * 5)) for one in (content, erased))
    assert words_of(erased) == set()
    assert [part.marks for part in before.parts] == [part.marks for part in after.parts]


def test_the_largest_gap_is_the_first_card():
    cards = KIND.cards(KIND.tally(SETTINGS, december_2016()))

    assert [card.id for card in cards] == ["gap-p2", "gap-p3", "gap-p1"]
    assert cards[0].title == "Wat is er nodig bij ‘Inductie’?"
    assert cards[0].text == "Het resultaat is 5,7, de ambitie 7,4."


def test_an_earlier_round_stands_beside_it():
    first = KIND.tally(SETTINGS, december_2016())
    earlier = KIND.as_earlier(first, "december 2016")
    voices = [given_by(number, (7, 8), (7, 8), None) for number in range(6)]

    findings = KIND.findings(KIND.tally({**SETTINGS, "earlier": earlier}, voices))

    assert "Het resultaat van ‘Inductie’ ging van 5,7 (december 2016) naar 7,0." in findings
    assert "Op resultaat krijgen alle onderdelen hetzelfde cijfer." in findings


def test_of_a_small_round_nothing_is_kept_for_the_next():
    assert KIND.as_earlier(KIND.tally(SETTINGS, december_2016()[:4]), "juni")["parts"] == {}


def test_the_export_does_not_say_who_it_was():
    voices = [given_by(1, (7, 8), None, None, sector="mbo", partnership="De Brug", group="Tafel 3")]

    assert KIND.export(SETTINGS, voices).rows == (("v1", "Samen opleiden", 7, 8, ""),)


def test_points_that_would_cover_each_other_become_one():
    plane = plane_of([(1, 5.0, 6.0), (2, 5.1, 6.1), (3, 8.0, 9.0)], 10)

    assert [point.label for point in plane.points] == ["1·2", "3"]


def test_script_in_a_remark_stays_text():
    voices = contributed([{"parts": {"p1": {"remark": "<script>alert(1)</script>"}}}] * 5)

    assert "<script>" not in page(KIND, "report", SETTINGS, [*voices, *december_2016()])
