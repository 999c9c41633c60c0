"""The schools and boards above the sites of a file."""

from steunpunt.network.intake import kinds
from steunpunt.network.intake.hierarchy import TWO_BOARDS, parents
from steunpunt.network.intake.rows import RegisterRow


def site(code: str, board: str = "", line: int = 2, **facts: object) -> RegisterRow:
    known = {"name": f"School {code}", "part_of": (kinds.SCHOOL, code[:4]), "sector": "vo", "street": "Dorp"}
    return RegisterRow(line, kinds.SITE, code, known | facts, board=board)


def test_school_takes_name_and_board_from_its_first_site():
    board, school = parents([site("18BR01", "41804"), site("18BR00", "41804", line=3)])

    assert (board.key, board.facts["name"]) == ((kinds.BOARD, "41804"), "naam onbekend (bestuursnummer 41804)")
    assert school.key == (kinds.SCHOOL, "18BR")
    assert school.facts == {"name": "School 18BR00", "sector": "vo", "part_of": (kinds.BOARD, "41804")}
    assert (school.line, school.is_derived, school.warnings) == (3, True, [])


def test_school_without_a_board_in_the_file_does_not_speak_of_one():
    (school,) = parents([site("18BR00")])

    assert "part_of" not in school.facts


def test_sites_that_name_two_boards_are_warned_about():
    *_boards, school = parents([site("18BR00", "41804"), site("18BR01", "20074")])

    assert school.facts["part_of"] == (kinds.BOARD, "41804")
    assert [warning.reason for warning in school.warnings] == [
        TWO_BOARDS.format(brin="18BR", board="41804", site="18BR00")
    ]


def test_institution_names_its_board_itself():
    row = RegisterRow(2, kinds.TRAINING, "25DW", {"name": "HU", "part_of": (kinds.BOARD, "40516")})

    assert [made.key for made in parents([row])] == [(kinds.BOARD, "40516")]
