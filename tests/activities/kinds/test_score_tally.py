"""The sum of a score: the pattern of 2016, small groups, and what cannot be found by subtraction."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from steunpunt.activities.analysis.small_groups import FEWEST
from steunpunt.activities.kind import Contributed, kind_of
from steunpunt.activities.kinds.score.form import PARTS
from steunpunt.activities.kinds.score.tally import tally

SETTINGS = {"parts": [*PARTS], "highest": 10, "by_name": True}
SECTORS = ("po", "vo", "mbo", "")


def given_by(number, first, second, third, **said):
    """One voter; each part as result and ambition."""
    marks = zip(("p1", "p2", "p3"), (first, second, third), strict=True)
    parts = {part: {"result": pair[0], "ambition": pair[1]} for part, pair in marks if pair}
    return Contributed(f"v{number}", {"parts": parts}, **said)


def december_2016():
    """Seven opleidingsscholen of po, vo and mbo: high for training together, lower for induction, lowest for the rest."""
    rows = [
        ((8, 9), (6, 7), (5, 6)),
        ((7, 8), (5, 8), (5, 7)),
        ((8, 8), (6, 8), (4, 6)),
        ((7, 9), (7, 7), (5, 7)),
        ((6, 8), (5, 7), (6, 6)),
        ((8, 9), (6, 8), (5, 7)),
        ((7, 8), (5, 7), (3, 6)),
    ]
    return [given_by(number, *row, sector=SECTORS[number % 3]) for number, row in enumerate(rows)]


def test_the_pattern_of_december_2016():
    standing = tally(SETTINGS, december_2016())
    means = [(round(part.marks.result.mean, 2), round(part.marks.ambition.mean, 2)) for part in standing.parts]

    assert means == [(7.29, 8.43), (5.71, 7.43), (4.71, 6.43)]
    assert [part.marks.gap for part in standing.parts] == [1.1, 1.7, 1.7]
    assert [part.id for part in standing.by_gap] == ["p2", "p3", "p1"]
    assert standing.parts[0].marks.result.median == 7
    assert kind_of("score").findings(standing)[0] == (
        "‘Samen opleiden’ scoort het hoogst en ‘Voortdurende professionalisering’ het laagst, op resultaat én op ambitie."
    )


@pytest.mark.parametrize("count", range(5))
def test_fewer_than_five_show_nothing_but_their_number(count):
    standing = tally(SETTINGS, december_2016()[:count])

    assert standing.count == count
    assert [(part.count, part.marks, part.sectors, part.named) for part in standing.parts] == [
        (count, None, (), ())
    ] * 3
    assert kind_of("score").findings(standing) == []


def test_a_second_sector_is_hidden_when_the_first_could_be_found():
    voices = [given_by(number, (7, 8), None, None, sector="vo") for number in range(5)]
    voices += [given_by(number, (7, 8), None, None, sector="po") for number in range(5, 11)]
    alone = given_by(11, (2, 10), None, None, sector="mbo")

    without, with_one = tally(SETTINGS, voices).parts[0], tally(SETTINGS, [*voices, alone]).parts[0]

    assert [marks.name for marks in without.sectors] == ["po", "vo"]
    assert [marks.name for marks in with_one.sectors] == ["po"]
    assert with_one.hides_sectors


@pytest.mark.parametrize(
    ("others", "own", "by_name", "named"),
    [(5, 1, True, ["De Brug"]), (5, 1, False, []), (4, 1, True, []), (5, 2, True, []), (5, 5, True, ["De Brug"])],
)
def test_a_partnership_stands_by_name_with_its_one_score_or_from_five_people_up(others, own, by_name, named):
    voices = [given_by(number, (6, 7), None, None) for number in range(others)]
    voices += [given_by(50 + number, (8, 9), None, None, partnership="De Brug") for number in range(own)]

    part = tally({**SETTINGS, "by_name": by_name}, voices).parts[0]

    assert [marks.name for marks in part.named] == named


@pytest.mark.parametrize(
    "answer",
    [
        {"result": 7},
        {"ambition": 7},
        {"result": 11, "ambition": 7},
        {"result": 0, "ambition": 7},
        {"result": True, "ambition": 7},
        "7",
    ],
)
def test_half_an_answer_or_one_beside_the_scale_does_not_count(answer):
    voices = [Contributed(f"v{number}", {"parts": {"p1": answer}}) for number in range(6)]

    assert tally(SETTINGS, voices).parts[0].count == 0


MARK = st.integers(1, 10)
ANSWER = st.none() | st.tuples(MARK, MARK)
NAMES = st.sampled_from(["", "", "", "De Brug", "De Linde"])
VOICES = st.lists(st.tuples(ANSWER, ANSWER, st.sampled_from(SECTORS), NAMES), max_size=30).map(
    lambda rows: [
        given_by(number, first, second, None, sector=sector, partnership=name)
        for number, (first, second, sector, name) in enumerate(rows)
    ]
)


@given(VOICES.flatmap(lambda voices: st.tuples(st.just(voices), st.permutations(voices))))
def test_order_does_not_matter(pair):
    assert tally(SETTINGS, pair[0]) == tally(SETTINGS, pair[1])


@settings(max_examples=300)
@given(VOICES)
def test_no_small_group_can_be_found_by_adding_and_subtracting_what_is_shown(voices):
    for part in tally(SETTINGS, voices).parts:
        answered = [voice for voice in voices if part.id in voice.content["parts"]]
        named = {marks.name for marks in part.named}
        cells = [[True for _ in answered]] if part.marks else []
        cells += [[voice.sector == marks.name for voice in answered] for marks in part.sectors]
        cells += [[voice.partnership == name for voice in answered] for name in named]
        for signs in product((-1, 0, 1), repeat=len(cells)):
            sums = [
                sum(sign * cell[at] for sign, cell in zip(signs, cells, strict=True)) for at in range(len(answered))
            ]
            if set(sums) <= {0, 1}:
                found = [voice for voice, there in zip(answered, sums, strict=True) if there]
                agreed = {voice.partnership for voice in found} <= named
                assert agreed or len(found) in {0, *range(FEWEST, 99)}
