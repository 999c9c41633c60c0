"""The sum of a top 3: what stands together, also after somebody put wishes together or apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steunpunt.activities.kind import Contributed
from steunpunt.activities.kinds.top3.arranging import placed_in, proposed, put_together, taken_apart, themes_for
from steunpunt.activities.kinds.top3.form import THEMES
from steunpunt.activities.kinds.top3.tally import erased, tally

SETTINGS = {"themes": [*THEMES], "most": 3, "other": True}


def voice(number, *wishes, **said):
    """One voter; each wish as a theme and its text."""
    rows = [{"n": at, "theme": theme, "text": text} for at, (theme, text) in enumerate(wishes, start=1)]
    return Contributed(f"v{number}", {"wishes": rows, "next": len(rows) + 1}, **said)


def counted(standing):
    """Per theme its wishes with how many have each."""
    return {theme.id: [(wish.title, wish.voters) for wish in theme.wishes] for theme in standing.themes if theme.wishes}


VOICES = [
    voice(1, ("t4", "Regionale onderzoeksagenda"), ("t1", "Tijd")),
    voice(2, ("t4", "Onderzoeksagenda per regio"), ("t1", " tijd. ")),
    voice(3, ("t4", "Een onderzoeksagenda"), ("t1", "Geld")),
    voice(4, ("t4", "Een onderzoeksagenda"), ("", "Elkaar zien")),
]


def test_the_same_words_count_together():
    assert counted(tally(SETTINGS, VOICES)) == {
        "t1": [(" tijd. ", 2), ("Geld", 1)],
        "t4": [("Een onderzoeksagenda", 2), ("Onderzoeksagenda per regio", 1), ("Regionale onderzoeksagenda", 1)],
        "": [("Elkaar zien", 1)],
    }


def by_title(standing):
    return {wish.title: wish for wish in standing.wishes}


def test_put_together_and_apart_again():
    before = tally(SETTINGS, VOICES)
    found = by_title(before)
    settings = put_together(SETTINGS, [found["Regionale onderzoeksagenda"], found["Een onderzoeksagenda"]])
    after = by_title(tally(settings, VOICES))["Regionale onderzoeksagenda"]

    assert (after.voters, after.is_merged, after.wordings) == (3, True, ("Een onderzoeksagenda",))
    assert {wish.voter for wish in after.origins} == {"v1", "v3", "v4"}
    assert tally(taken_apart(settings, after), VOICES) == before


def test_a_second_time_everybody_comes_along():
    """The key of what was put together is that of the one that was put under the other."""
    found = by_title(tally(SETTINGS, VOICES))
    settings = put_together(SETTINGS, [found["Onderzoeksagenda per regio"], found["Regionale onderzoeksagenda"]])
    found = by_title(tally(settings, VOICES))
    settings = put_together(settings, [found["Een onderzoeksagenda"], found["Onderzoeksagenda per regio"]], "Agenda")

    assert counted(tally(settings, VOICES))["t4"] == [("Agenda", 4)]


def test_whoever_hands_in_the_same_words_later_joins():
    found = by_title(tally(SETTINGS, VOICES))
    settings = put_together(SETTINGS, [found["Onderzoeksagenda per regio"], found["Een onderzoeksagenda"]])
    later = [*VOICES, voice(0, ("t4", "een onderzoeksagenda"))]

    assert counted(tally(settings, later))["t4"][0] == ("Onderzoeksagenda per regio", 4)


def test_a_loose_wish_gets_its_theme():
    loose = by_title(tally(SETTINGS, [voice(1, ("", "Begeleiders scholen"))]))["Begeleiders scholen"]
    best = themes_for(loose, SETTINGS)[0]["id"]

    assert best == "t3"
    assert counted(tally(placed_in(SETTINGS, loose, best), [voice(1, ("", "Begeleiders scholen"))])) == {
        "t3": [("Begeleiders scholen", 1)]
    }


def test_alike_ones_of_one_theme_are_proposed():
    standing = tally(SETTINGS, [*VOICES, voice(5, ("t2", "Regionale onderzoeksagenda"))])

    assert [[wish.theme for wish in one.wishes] for one in proposed(standing)] == [["t4", "t4", "t4"]]


@pytest.mark.parametrize(
    "settings", [SETTINGS, {**SETTINGS, "merged": {"v1:1": "v2:1", "v2:1": "v1:1", "v9:1": "v1:1"}}]
)
def test_of_nobody_there_are_no_wishes_and_a_circle_does_no_harm(settings):
    assert counted(tally(settings, [])) == {}
    assert sum(wish.voters for wish in tally(settings, VOICES).wishes) == 8


def test_erased_wishes_are_counted_and_what_was_put_together_keeps_its_number():
    found = by_title(tally(SETTINGS, VOICES))
    settings = put_together(SETTINGS, [found["Regionale onderzoeksagenda"], found["Onderzoeksagenda per regio"]])
    gone = Contributed("v2", erased(VOICES[1].content))
    standing = tally(settings, [VOICES[0], gone, *VOICES[2:]])

    assert by_title(standing)["Regionale onderzoeksagenda"].voters == 2
    assert standing.themes[0].erased == 1


WISHES = st.lists(st.tuples(st.sampled_from(["t1", "t2", ""]), st.sampled_from(["a", "A.", "b", "c d"])), max_size=4)
VOTERS = st.lists(WISHES, max_size=8).map(lambda rows: [voice(number, *row) for number, row in enumerate(rows)])
KEYS = st.from_regex(r"v[0-7]:[1-4]", fullmatch=True)


@given(
    VOTERS.flatmap(lambda rows: st.tuples(st.just(rows), st.permutations(rows))),
    st.dictionaries(KEYS, KEYS, max_size=6),
)
def test_order_does_not_matter_and_no_wish_is_lost_however_they_are_put_together(pair, merged):
    settings = {**SETTINGS, "merged": merged}
    standing = tally(settings, pair[0])

    assert tally(settings, pair[1]) == standing
    origins = [origin.key for wish in standing.wishes for origin in wish.origins]
    assert sorted(origins) == sorted(f"{one.voter}:{wish['n']}" for one in pair[0] for wish in one.content["wishes"])
