"""The sum of a mirror, with points as those of September 2015 and invented groups."""

from hypothesis import given
from hypothesis import strategies as st

from steunpunt.activities.kind import Contributed
from steunpunt.activities.kinds.mirror.form import THEMES
from steunpunt.activities.kinds.mirror.tally import ATTENTION, GOOD, erased, tally

SETTINGS = {"themes": [*THEMES], "most": 2}


def voice(number, *points, supports=()):
    """One group; each point as its theme, side, text and perhaps an example."""
    rows = [
        {"n": at, "theme": theme, "side": side, "text": text, "example": "".join(example)}
        for at, (theme, side, text, *example) in enumerate(points, start=1)
    ]
    content = {"points": rows, "next": len(rows) + 1, "supports": [*supports]}
    return Contributed(f"v{number}", content, group=f"groep {number}")


VOICES = [
    voice(
        1, ("t1", GOOD, "Taken zijn vastgelegd", "Eén overzicht"), ("t3", ATTENTION, "De stuurgroep mag meer sturen")
    ),
    voice(2, ("t1", GOOD, "taken zijn vastgelegd.", "Een convenant"), supports=["v1:2", "v3:1"]),
    voice(3, ("t5", ATTENTION, "Kennis blijft in de school"), supports=["v1:2", "v1:1", "v2:1", "v8:1"]),
]


def counted(standing):
    return {(point.theme, point.side, point.text): point.voters for point in standing.points}


def test_points_in_the_same_words_and_those_who_recognise_them_count_together():
    standing = tally(SETTINGS, VOICES)

    assert counted(standing) == {
        ("t1", GOOD, "Taken zijn vastgelegd"): 3,
        ("t3", ATTENTION, "De stuurgroep mag meer sturen"): 3,
        ("t5", ATTENTION, "Kennis blijft in de school"): 2,
    }
    first = standing.themes[0].good[0]
    assert (first.authors, first.supporters) == (2, 1)
    assert first.examples == ("Een convenant", "Eén overzicht")


def test_the_same_words_on_the_other_side_are_another_point():
    voices = [voice(1, ("t1", GOOD, "Visie")), voice(2, ("t1", ATTENTION, "Visie"))]

    assert set(counted(tally(SETTINGS, voices)).values()) == {1}


def test_nobody_counts_twice_for_a_point():
    twice = voice(1, ("t1", GOOD, "Visie"), supports=["v1:1", "v2:1"])

    assert counted(tally(SETTINGS, [twice, voice(2, ("t1", GOOD, "visie"))])) == {("t1", GOOD, "Visie"): 2}


def test_a_point_of_a_theme_that_went_is_left_out():
    assert counted(tally({"themes": [THEMES[1]]}, VOICES)) == {}


def test_erased_words_leave_the_counts_of_others():
    gone = Contributed("v2", erased(VOICES[1].content))
    standing = tally(SETTINGS, [VOICES[0], gone, VOICES[2]])

    assert counted(standing)["t3", ATTENTION, "De stuurgroep mag meer sturen"] == 3
    assert standing.themes[0].erased == 1
    assert standing.themes[0].good[0].examples == ("Eén overzicht",)


POINTS = st.lists(
    st.tuples(st.sampled_from(["t1", "t2"]), st.sampled_from([GOOD, ATTENTION]), st.sampled_from(["a", "A.", "b"])),
    max_size=3,
)
SUPPORTS = st.lists(st.from_regex(r"v[0-5]:[1-3]", fullmatch=True), max_size=4)
VOTERS = st.lists(st.tuples(POINTS, SUPPORTS), max_size=6).map(
    lambda rows: [voice(number, *points, supports=keys) for number, (points, keys) in enumerate(rows)]
)


@given(VOTERS.flatmap(lambda rows: st.tuples(st.just(rows), st.permutations(rows))))
def test_order_does_not_matter_and_nobody_counts_more_than_once(pair):
    standing = tally(SETTINGS, pair[0])

    assert tally(SETTINGS, pair[1]) == standing
    assert all(1 <= point.authors <= point.voters <= len(pair[0]) for point in standing.points)
