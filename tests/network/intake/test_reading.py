"""Reading records: encoding, delimiter, and rows that are wrong without spoiling the others."""

import io

import pytest

from steunpunt.network.intake import reading
from steunpunt.network.intake.problems import MOST_PROBLEMS, TOO_MANY_PROBLEMS, UnreadableFile
from steunpunt.network.intake.reading import opened


def read(content: bytes) -> tuple[reading.Table, list[tuple[int, list[str]]]]:
    with opened(io.BytesIO(content)) as table:
        return table, list(table.rows())


@pytest.mark.parametrize(
    ("content", "encoding", "delimiter"),
    [
        ("a;b\r\nFryslân;1\r\n".encode("cp1252"), "windows-1252", ";"),
        ("a;b\r\nFryslân;1\r\n".encode(), "utf-8", ";"),
        ('"a","b"\nFryslân,1\n'.encode("utf-8-sig"), "utf-8-sig", ","),
        (b"a,b\nFriesland,1\n", "utf-8", ","),
    ],
)
def test_encoding_and_delimiter_are_recognised(content, encoding, delimiter):
    table, rows = read(content)

    assert (table.encoding, table.delimiter, table.header) == (encoding, delimiter, ["a", "b"])
    assert rows[0][1][0] in ("Fryslân", "Friesland")


def test_encoding_is_recognised_when_the_accent_comes_late():
    _table, rows = read(b"a;b\r\n" + b"x;y\r\n" * 30_000 + "Zèta;1\r\n".encode("cp1252"))

    assert rows[-1] == (30_002, ["Zèta", "1"])


def test_damaged_rows_are_told_and_the_others_are_read():
    content = b'a;b;c\n1;"open;x\n2;"heel";y\n3;4\n4;5;6;7\n;;\n5;"De Hoek" school;8\n6;"twee\nregels";9\n7;8;9;;\n'

    table, rows = read(content)

    assert rows == [
        (3, ["2", "heel", "y"]),
        (7, ["5", "De Hoek school", "8"]),
        (8, ["6", "twee\nregels", "9"]),
        (10, ["7", "8", "9"]),
    ]
    assert [(problem.line, problem.reason) for problem in table.problems] == [
        (2, reading.OPEN_QUOTE),
        (4, reading.WRONG_COUNT.format(found=2, expected=3)),
        (5, reading.WRONG_COUNT.format(found=4, expected=3)),
    ]


@pytest.mark.parametrize("before", [20, 2000])
def test_bytes_outside_the_encoding_spoil_their_own_row(before):
    text = "a;b\n" + "".join(f"Fryslân {number};é\n" for number in range(before))

    table, rows = read(text.encode() + b"Z\xe8ta;1\nlaatste;2\n")

    assert rows[-1] == (before + 3, ["laatste", "2"])
    assert [(problem.line, problem.reason) for problem in table.problems] == [
        (before + 2, reading.BAD_BYTES.format(encoding="utf-8"))
    ]


def test_file_that_is_half_one_encoding_and_half_the_other_is_refused():
    with pytest.raises(UnreadableFile, match="niet te lezen"):
        read(b"a;b\n" + "Fryslân;é\n".encode() * 20 + b"\x81\x8d\xe8;1\n" * 20)


def test_spreadsheet_hint_and_blank_lines_before_the_header_are_passed_over():
    table, rows = read(b"sep=;\r\n\r\na;b\r\n1;2\r\n")

    assert (table.header, rows) == (["a", "b"], [(4, ["1", "2"])])


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"a\tb\n1\t2\n", reading.TABS),
        (b"alleen\n1\n", reading.NO_DELIMITER),
        (b"a;b\r1;2\r", reading.OLD_MAC),
        (b"a;b\r" + b"1;2\r" * reading.MAX_LINE, reading.OLD_MAC),
        (b"sep=;\n", reading.NO_HEADER),
        (b"a;b\n" + b"x" * reading.MAX_LINE + b";1\n", reading.LONG_LINE.format(line=2)),
    ],
)
def test_file_that_is_no_table_gets_its_sentence(content, sentence):
    with pytest.raises(UnreadableFile) as refused:
        read(content)

    assert refused.value.sentence == sentence


@pytest.mark.parametrize("row", [b"1;2\n", b"te weinig\n", b";\n", b"\n"], ids=["good", "bad", "blank", "empty"])
def test_endless_file_is_stopped_whatever_stands_in_it(monkeypatch, row):
    monkeypatch.setattr(reading, "MAX_LINES", 10)

    with pytest.raises(UnreadableFile, match="meer dan 10 regels"):
        read(b"a;b\n" + row * 10)


def test_file_with_hardly_a_good_row_is_stopped_early():
    with pytest.raises(UnreadableFile) as refused:
        read(b"a;b\n1;2\n" + b"te weinig\n" * (MOST_PROBLEMS + 1))

    reason = reading.WRONG_COUNT.format(found=1, expected=2)
    assert refused.value.sentence == TOO_MANY_PROBLEMS.format(most="1.000", line=3, reason=reason)


def test_file_with_many_bad_rows_is_read():
    table, rows = read(b"a;b\n1;2\n" + b"te weinig\n" * MOST_PROBLEMS)

    assert (len(rows), len(table.problems)) == (1, MOST_PROBLEMS)
