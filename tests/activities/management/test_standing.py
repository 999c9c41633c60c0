"""`manage standing FILE`: every figure as JSON with the options used, and the real ballots beside a library."""

import json
from pathlib import Path

import numpy as np
import pytest
from django.core.management import CommandError, call_command

from steunpunt.activities.intake.preflib import read_ballots
from steunpunt.activities.kinds.prioritise.plain import profile_from
from tests.activities.comparing import compare
from tests.house.tree import ROOT

REAL = ROOT.parent / "shared" / "data" / "ballots"
FILE = "# DATA TYPE: toi\n# TITLE: Diensten\n# NUMBER ALTERNATIVES: 3\n# ALTERNATIVE NAME 1: Kennisdeling\n2: 1,{2,3}\n1: 3\n"


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "diensten.toi"
    path.write_text(FILE)
    return path


def _told(capsys, *arguments):
    call_command("standing", *map(str, arguments))
    return json.loads(capsys.readouterr().out)


def test_figures_with_the_options_used(file, capsys):
    told = _told(capsys, file)

    assert told["options"] == {"k": 3, "k_given": False, "ties": "mean"}
    assert (told["title"], told["form"], told["voters"]) == ("Diensten", "toi", 3)
    assert [(card["id"], card["place"], card["points"], card["chosen"]) for card in told["cards"]] == [
        ("1", 1, 6, 2),
        ("3", 1, 6, 3),
        ("2", 3, 3, 2),
    ]
    assert told["duels"]["winner"]["title"] == "Kennisdeling"
    assert told["wins"]["1"] == {"2": 2, "3": 2}
    assert told["findings"]


@pytest.mark.parametrize(("ties", "points"), [("mean", 3), ("best", 4), ("worst", 2)])
def test_points_for_ties_are_an_option(file, capsys, ties, points):
    told = _told(capsys, file, "--ties", ties)

    assert told["options"]["ties"] == ties
    assert {card["id"]: card["points"] for card in told["cards"]}["2"] == points


def test_k_cuts_the_orders(file, capsys):
    told = _told(capsys, file, "--k", "1")

    assert told["options"] == {"k": 1, "k_given": True, "ties": "mean"}
    assert [card["points"] for card in told["cards"]] == [2, 1, 0]


@pytest.mark.parametrize("k", ["0", "4", "-1"])
def test_k_that_cannot_be(file, k):
    with pytest.raises(CommandError, match="--k moet van 1 tot en met 3 zijn"):
        call_command("standing", str(file), "--k", k)


def test_wrong_row_is_told(tmp_path):
    path = tmp_path / "fout.soi"
    path.write_text("# NUMBER ALTERNATIVES: 3\n1: 9\n")

    with pytest.raises(CommandError, match=r"fout\.soi: Regel 2: mogelijkheid 9 bestaat niet"):
        call_command("standing", str(path))


def test_file_that_is_not_there(tmp_path):
    with pytest.raises(CommandError, match="is niet te lezen"):
        call_command("standing", str(tmp_path / "weg.soi"))


@pytest.mark.parametrize("name", ["00032-00000001.soi", "00032-00000004.toi", "00032-00000006.toi"])
def test_winners_of_real_ballots(name):
    path = Path(REAL / f"preflib_{name}")
    if not path.exists():
        pytest.skip("de echte stembestanden staan niet naast het project")
    found = read_ballots(path.read_bytes(), path.name)
    profile = profile_from(found.rows, len(found.names), None, "mean")

    compare(np.repeat(profile.places, profile.counts, axis=0))
